import type { Write } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import { anonymisedFrom } from '../../domain/client/anonymise-client.ts';
import type { Client } from '../../domain/client/client.ts';
import type { ClientsPorts } from '../ports.ts';

/** Sets the timer of retention for a client whose last job search is over; none while one runs. */
export const retentionWrites = (
  { retention }: ClientsPorts,
  client: Client,
  { newId }: CommandContext,
): readonly Write[] => {
  const dueOn = anonymisedFrom(client);
  return dueOn === undefined ? [] : [retention.lookOn({ timerId: newId(), clientId: client.clientId, dueOn })];
};
