import { accepted, refused } from '@tyovayla/kernel/result';
import { clientChangedMeanwhile } from '../../domain/client/client-refusals.ts';
import { liftProtectionOrder } from '../../domain/client/lift-protection-order.ts';
import type { ClientProfile } from '../../domain/profile/profile.ts';
import { profileRecorded } from '../../domain/profile/record-profile.ts';
import { changesProtection } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type NewVersion, type OnClient, sawAnother } from './client-command.ts';
import { type ClientPartCommand, clientPartCommand } from './client-part-command.ts';

type LiftProtectionOrderCommand = ClientPartCommand<OnClient, ClientProfile | undefined, undefined, NewVersion>;

/**
 * Lifts the protection order, on the population register's word. The assigned handler alone sees the client to do so.
 * Whoever forgot the client's profile when the order was recorded is told of it again; published it is not.
 */
export const liftProtectionOrderCommand = (ports: ClientsPorts): LiftProtectionOrderCommand =>
  clientPartCommand(ports, {
    name: 'LiftProtectionOrder',
    access: changesProtection,
    load: (tx, clientId) => ports.parts.profiles.find(tx, clientId),
    decide: ({ client, part }, input, { today }) => {
      if (sawAnother(client, input)) return refused(clientChangedMeanwhile(client.version));
      const lifted = liftProtectionOrder(client, { today });
      if (!lifted.ok) return lifted;
      const { next, facts } = lifted.value;
      const told = part === undefined ? facts : [...facts, profileRecorded(next, part, today)];
      const version = client.version + told.length;
      return accepted({ client: next, next: undefined, facts: told, answer: { version } });
    },
    save: () => [],
  });
