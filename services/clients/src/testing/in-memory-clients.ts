import { parseIdentityCode } from '@tyovayla/kernel/identity-code';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { FormerCode, IdentityRepository } from '../application/life-cycle-ports.ts';
import type { ClientReader, ClientRepository } from '../application/ports.ts';
import type { ClientListFilter, ClientListRow, ClientRecord } from '../application/queries/client-record.ts';
import type { Client } from '../domain/client/client.ts';
import type { JobSearch } from '../domain/client/job-search.ts';
import { type InMemoryServing, inMemoryServing } from './in-memory-serving.ts';

/** A client with the job searches before the newest, the newest first. */
type Stored = { readonly client: Client; readonly former: readonly JobSearch[] };

export type InMemoryClients = {
  readonly repository: ClientRepository;
  readonly reader: ClientReader;
  readonly identities: IdentityRepository;
};

/** How somebody serves a client is read for each who asks, and never stored. */
const kept = ({ serving: _serving, ...client }: Client): Client => client;

const birthDateOf = ({ person }: Client): LocalDate => {
  const parsed = parseIdentityCode(person.identityCode);
  if (!parsed.ok) throw new Error('not an identity code');
  return parsed.value.birthDate;
};

const recordOf = ({ client, former }: Stored): ClientRecord => {
  const { jobSearch, ...rest } = client;
  return { ...rest, birthDate: birthDateOf(client), jobSearches: [jobSearch, ...former] };
};

const listRowOf = ({ client }: Stored): ClientListRow => {
  const { clientId, person, jobSearch, protectionOrder } = client;
  const { givenNames, familyName, municipalityCode } = person;
  const running = jobSearch.status === 'RUNNING' && {
    running: { statusCode: jobSearch.openSpell.code, startedOn: jobSearch.startedOn },
  };
  return {
    clientId,
    givenNames,
    familyName,
    municipalityCode,
    ...running,
    ...(protectionOrder && { protectionOrder }),
  };
};

const fi = new Intl.Collator('fi');

const byName = (one: ClientListRow, other: ClientListRow): number =>
  fi.compare(one.familyName, other.familyName) ||
  fi.compare(one.givenNames, other.givenNames) ||
  (one.clientId < other.clientId ? -1 : 1);

const passes = (row: ClientListRow, filter: ClientListFilter): boolean => {
  const { namePrefix, municipalityCode, statusCode, clientIds } = filter;
  const prefix = namePrefix?.toLowerCase() ?? '';
  const named = [row.familyName, row.givenNames].some((name) => name.toLowerCase().startsWith(prefix));
  const lives = municipalityCode === undefined || row.municipalityCode === municipalityCode;
  const asked = clientIds === undefined || clientIds.includes(row.clientId);
  return named && lives && asked && (statusCode === undefined || row.running?.statusCode === statusCode);
};

/** Clients in memory, without row-level security: the access rules alone hide a protected client here. */
export const inMemoryClients = (
  transactions: MemoryTransactions,
  serving: InMemoryServing = inMemoryServing(transactions),
): InMemoryClients => {
  const table = transactions.table<Stored>();
  const formerCodes = transactions.table<FormerCode>();
  /** A protected client is the protection rule's to hide; in Postgres row-level security has done it before. */
  const isServed = ({ clientId, protectionOrder }: ClientListRow, { servedBy }: ClientListFilter): boolean => {
    if (servedBy === undefined || protectionOrder !== undefined) return true;
    const { staffId: id, ...at } = servedBy;
    const actor: Actor = { kind: 'STAFF', id, roles: ['CASE_SPECIALIST'], program: 'portal' };
    return serving.of(clientId, { ...at, actor }).serving !== undefined;
  };
  const byCode = (code: string): Stored | undefined => {
    const former = formerCodes.all().find(({ identityCode, finds }) => finds === 'THE_PERSON' && identityCode === code);
    const now = table.all().find(({ client }) => client.person.identityCode === code);
    return now ?? (former && table.get(former.clientId));
  };
  return {
    identities: {
      holderOf: async (_tx, identityCode) => {
        const stored = byCode(identityCode);
        return stored && { clientId: stored.client.clientId, client: stored.client };
      },
      formerCodes: async (_sql, clientId) => formerCodes.all().filter((former) => former.clientId === clientId),
      keepFormer: (former) => formerCodes.insert(former.formerCodeId, former),
    },
    repository: {
      load: async (_tx, clientId, asking) => {
        const client = table.get(clientId)?.client;
        return client && { ...client, ...serving.of(clientId, asking) };
      },
      loadApplicant: async (_tx, identityCode) => {
        const stored = byCode(identityCode);
        return stored ? { kind: 'KNOWN', client: stored.client } : { kind: 'NEW' };
      },
      handOver: async () => {},
      saveNew: (client) => [table.insert(client.clientId, { client, former: [] })],
      save: (before, after) => {
        const former = table.get(before.clientId)?.former ?? [];
        const isNewSearch = before.jobSearch.jobSearchId !== after.jobSearch.jobSearchId;
        const stored = { client: kept(after), former: isNewSearch ? [before.jobSearch, ...former] : former };
        return [table.update(before.clientId, stored, ({ client }) => client.version === before.version)];
      },
    },
    reader: {
      get: async (_sql, clientId, asking) => {
        const stored = table.get(clientId);
        return stored && { ...recordOf(stored), ...serving.of(clientId, asking) };
      },
      findByIdentityCode: async (_sql, identityCode, asking) => {
        const stored = byCode(identityCode);
        return stored && { ...listRowOf(stored), ...serving.of(stored.client.clientId, asking) };
      },
      // The registry in memory knows where people live now.
      residences: async (_sql, clientId) => {
        const client = table.get(clientId)?.client;
        return client ? [{ from: client.residentSince, municipalityCode: client.person.municipalityCode }] : [];
      },
      protectionReviews: async (_sql, before) =>
        table.all().flatMap(({ client: { clientId, protectionOrder } }) => {
          const { validTo, handlerId = '' } = protectionOrder ?? {};
          return validTo !== undefined && validTo < before ? [{ clientId, validTo, handlerId }] : [];
        }),
      guarded: async (_sql, clientId, asking) => {
        const client = table.get(clientId)?.client;
        const { protectionOrder } = client ?? {};
        return client && { clientId, ...(protectionOrder && { protectionOrder }), ...serving.of(clientId, asking) };
      },
      list: async (_sql, filter) => {
        const rows = table.all().map(listRowOf).sort(byName);
        const from = filter.after === undefined ? 0 : rows.findIndex(({ clientId }) => clientId === filter.after) + 1;
        if (filter.after !== undefined && from === 0) return undefined;
        return rows
          .slice(from)
          .filter((row) => passes(row, filter) && isServed(row, filter))
          .slice(0, filter.limit);
      },
    },
  };
};
