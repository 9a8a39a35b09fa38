import type { Write } from '@tyovayla/kernel/sql';
import type { MemoryTable, MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { PartChange, PartPorts } from '../application/part-ports.ts';
import type { InterpreterNeed } from '../domain/client/change-service-language.ts';
import type { ClientId } from '../domain/client/client.ts';
import type { Consent } from '../domain/consent/consent.ts';
import type { KeptReceipt } from '../domain/information/information-receipt.ts';
import type { ClientProfile } from '../domain/profile/profile.ts';
import { unpublished } from '../domain/profile/withdraw-profile.ts';
import type { ClientWorkAbility } from '../domain/work-ability/work-ability.ts';

/** A row of a client; what was erased is no more. */
type Row<Part> = { readonly clientId: ClientId; readonly part?: Part };

type Rows<Part> = MemoryTable<Row<Part>>;

const savePart = <Part extends { readonly version: number }>(
  table: Rows<Part>,
  { clientId, before, after }: PartChange<Part>,
): Write => {
  const row = { clientId, part: after };
  return before === undefined
    ? table.insert(clientId, row)
    : table.update(clientId, row, ({ part }) => part?.version === before.version);
};

const partsOf = <Part>(table: Rows<Part>, clientId: ClientId): readonly Part[] =>
  table.all().flatMap((row) => (row.clientId === clientId && row.part !== undefined ? [row.part] : []));

const newestInformed = (one: KeptReceipt, other: KeptReceipt): number =>
  `${one.informedOn} ${one.receiptId}` < `${other.informedOn} ${other.receiptId}` ? 1 : -1;

const newestGiven = (one: Consent, other: Consent): number => (one.consentId < other.consentId ? 1 : -1);

/** Parts of a client's record in memory, without row-level security. */
export const inMemoryParts = (transactions: MemoryTransactions): PartPorts => {
  const profiles: Rows<ClientProfile> = transactions.table();
  const abilities: Rows<ClientWorkAbility> = transactions.table();
  const consents: Rows<Consent> = transactions.table();
  const receipts: Rows<KeptReceipt> = transactions.table();
  const interpreters: Rows<InterpreterNeed> = transactions.table();
  const nothing = transactions.write(() => 0);

  const put = <Part>(table: Rows<Part>, id: string, row: Row<Part>): Write =>
    table.get(id) === undefined ? table.insert(id, row) : table.update(id, row);

  const emptied = <Part>(table: Rows<Part>, ids: readonly string[], clientId: ClientId): readonly Write[] =>
    ids.filter((id) => table.get(id)?.clientId === clientId).map((id) => table.update(id, { clientId }));

  return {
    profiles: {
      find: async (_sql, clientId) => profiles.get(clientId)?.part,
      save: (change) => [savePart(profiles, change)],
      withdrawUnderProtection: (clientId) => {
        const current = profiles.get(clientId)?.part;
        return current?.publication === undefined
          ? nothing
          : profiles.update(clientId, { clientId, part: unpublished(current) });
      },
    },
    workAbilities: {
      find: async (_sql, clientId) => abilities.get(clientId)?.part,
      save: (change) => [savePart(abilities, change)],
    },
    consents: {
      find: async (_sql, { clientId, consentId }) =>
        partsOf(consents, clientId).find((consent) => consent.consentId === consentId),
      list: async (_sql, clientId) => partsOf(consents, clientId).toSorted(newestGiven),
      give: (clientId, part) => consents.insert(part.consentId, { clientId, part }),
      withdraw: (consentId, on) => {
        const found = consents.get(consentId);
        if (found?.part === undefined) return transactions.write(() => 0, 1);
        return consents.update(consentId, { ...found, part: { ...found.part, withdrawnOn: on } });
      },
    },
    receipts: {
      list: async (_sql, clientId) => partsOf(receipts, clientId).toSorted(newestInformed),
      add: (clientId, part) => receipts.insert(part.receiptId, { clientId, part }),
    },
    interpreters: {
      find: async (_sql, clientId) => interpreters.get(clientId)?.part ?? {},
      save: (clientId, part) => put(interpreters, clientId, { clientId, part }),
    },
    erase: (clientId) => [
      ...emptied(profiles, [clientId], clientId),
      ...emptied(abilities, [clientId], clientId),
      ...emptied(
        consents,
        partsOf(consents, clientId).map(({ consentId }) => consentId),
        clientId,
      ),
      ...emptied(
        receipts,
        partsOf(receipts, clientId).map(({ receiptId }) => receiptId),
        clientId,
      ),
      ...emptied(interpreters, [clientId], clientId),
    ],
  };
};
