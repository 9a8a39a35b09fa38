import { AccessReason } from '@tyovayla/proto/tyovayla/clients/v1/protection';
import type { Served } from './casework.ts';
import { meetingEntries } from './chronicle-meetings.ts';
import { neglectEntries, statementEntries } from './chronicle-neglects.ts';
import { obligationEntries, planEntries } from './chronicle-plans.ts';
import { clientEntries, profileEntries } from './chronicle-record.ts';
import { multiSectorEntries } from './chronicle-support.ts';
import type { Entry } from './entry.ts';

/** What the services keep of one client, with what was noted on the way, in order of time. */
export const chronicleOf = async (served: Served, notes: readonly Entry[]): Promise<readonly Entry[]> => {
  const { clientId, desk } = served;
  const { client } = await desk.clients.getClient({
    clientId,
    accessReason: AccessReason.ACCESS_REASON_CLIENT_SERVICE,
  });
  if (client === undefined) throw new Error('no client');
  const parts = await Promise.all([
    clientEntries(client, served),
    profileEntries(served),
    meetingEntries(served),
    planEntries(served),
    obligationEntries(served),
    neglectEntries(served),
    statementEntries(served),
    multiSectorEntries(served),
  ]);
  return [...parts.flat(), ...notes].toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
};
