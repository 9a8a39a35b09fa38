import { localDate } from '@tyovayla/kernel/local-date';
import type { Transactions } from '@tyovayla/kernel/sql';
import type { Actor } from '@tyovayla/runtime/actor';
import { followService } from '../application/reactions/follow-service.ts';
import type { ServingRecords } from '../application/serving-ports.ts';
import type { ClientId } from '../domain/client/client.ts';

type Registry = { readonly transactions: Transactions; readonly serving: ServingRecords };

const itself = { actorId: 'clients', program: 'clients', roles: [] } as const;
const since = localDate('2020-01-01');

/** Has a team of these people serve a client, as guidance would tell it. */
export const letServe = async (
  { transactions, serving }: Registry,
  clientId: ClientId,
  staff: readonly Actor[],
): Promise<void> => {
  const teamId = `team of ${clientId}`;
  const members = staff.map(({ id: staffId }) => ({ staffId, from: since }));
  await transactions.transact(itself, (tx) =>
    followService(serving)(tx, [
      { kind: 'TeamComposed', teamId, members },
      { kind: 'ServiceAssigned', clientId, teamId },
    ]),
  );
};
