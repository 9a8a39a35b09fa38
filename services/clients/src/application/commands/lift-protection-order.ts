import { liftProtectionOrder } from '../../domain/client/lift-protection-order.ts';
import { changesProtection } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

/** Lifts the protection order, on the population register's word. The assigned handler alone sees the client to do so. */
export const liftProtectionOrderCommand = (ports: ClientsPorts): ClientCommand<OnClient> =>
  clientCommand(ports, {
    name: 'LiftProtectionOrder',
    access: changesProtection,
    decide: (client, _input, { today }) => liftProtectionOrder(client, { today }),
  });
