import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import { multiSectorEvents } from '../adapters/events/multi-sector-events.ts';
import { type GuardedCase, type Protection, seatOf } from '../application/access-rules/multi-sector-rule.ts';
import type { MultiSectorPorts, PromptBasis } from '../application/multi-sector-ports.ts';
import type { MultiSectorPrompt } from '../application/queries/multi-sector-prompt.ts';
import { type ClientCase, isProtected } from '../domain/client-case/client-case.ts';
import type { ExpertOrder } from '../domain/expert-order/expert-order.ts';
import type { ManagementGroup } from '../domain/multi-sector/management-group.ts';
import { isOpen, type MultiSectorCase, plansOf } from '../domain/multi-sector/multi-sector-case.ts';
import { inForceOf } from '../domain/multi-sector/multi-sector-plan.ts';
import type { PartyPeople } from '../domain/multi-sector/party.ts';
import { promptsOn } from '../domain/rules/multi-sector.ts';
import { someClientNames } from './some-client-names.ts';

/** People of Lapha and Kela, as the area's file names them. */
export const somePartyPeople: PartyPeople = new Map([
  ['staff-0009', 'WELLBEING_COUNTY'],
  ['staff-0010', 'KELA'],
]);

export type InMemoryMultiSector = Omit<MultiSectorPorts, 'cases' | 'events'>;

const newestFirst = (one: { readonly caseId: string }, other: { readonly caseId: string }): number =>
  one.caseId < other.caseId ? 1 : -1;

const protectionOf = (clientCase: ClientCase | undefined): Protection => {
  if (clientCase !== undefined && !isProtected(clientCase)) return { kind: 'NONE' };
  const { handlerId } = clientCase ?? {};
  return { kind: 'PROTECTED', ...(handlerId !== undefined && { handlerId }) };
};

/** The register in memory, without row-level security: the access rules alone hide a case here. */
export const inMemoryMultiSector = (
  transactions: MemoryTransactions,
  clientCases: () => readonly ClientCase[],
): InMemoryMultiSector => {
  const register = transactions.table<MultiSectorCase>();
  const groups = transactions.table<ManagementGroup>();
  const orders = transactions.table<ExpertOrder>();
  const bases = transactions.table<PromptBasis>();
  const clientCase = (clientId: string) => clientCases().find((one) => one.clientId === clientId);
  const guarded = (one: MultiSectorCase): GuardedCase => ({ one, protection: protectionOf(clientCase(one.clientId)) });
  const openOf = async (_tx: unknown, clientId: string): Promise<GuardedCase | undefined> => {
    const open = register.all().find((one) => one.clientId === clientId && isOpen(one));
    return open && guarded(open);
  };
  const hasSeat = (one: GuardedCase, staffId: string): boolean =>
    (['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER', 'MULTI_SECTOR_MEMBER'] as const).some(
      (role) => seatOf(one, { kind: 'STAFF', id: staffId, roles: [role], program: 'portal' }) !== undefined,
    );
  const promptOf = ({ clientId, age = 'OLDER', subsidy300On }: PromptBasis, today: never): MultiSectorPrompt => {
    const search = clientCase(clientId)?.jobSearch;
    const since = search && ['02', '03'].includes(search.statusCode) ? { since: search.statusSince } : {};
    const reasons = promptsOn(today, { ...since, age, subsidy: subsidy300On ? 'REACHED' : 'BELOW' });
    return { clientId, reasons, ...('since' in since && { unemployedSince: since.since }) };
  };
  return {
    multiSectorCases: {
      ofClient: async (_sql, clientId) =>
        register
          .all()
          .filter((one) => one.clientId === clientId)
          .toSorted(newestFirst)
          .map(guarded),
      lockOpen: openOf,
      lockForNetwork: openOf,
      hasOpen: async (tx, clientId) => (await openOf(tx, clientId)) !== undefined,
      planInForce: async (sql, clientId) => {
        const open = await openOf(sql, clientId);
        return open && inForceOf(plansOf(open.one))?.planId;
      },
      ofMember: async (_sql, { staffId, limit, after }) =>
        register
          .all()
          .toSorted(newestFirst)
          .filter(({ caseId }) => after === undefined || caseId < after)
          .map(guarded)
          .filter((one) => hasSeat(one, staffId))
          .slice(0, limit),
      insert: (one) => [register.insert(one.caseId, one)],
      save: (before, after) => [register.update(after.caseId, after, ({ version }) => version === before.version)],
    },
    multiSectorPrompts: {
      remember: (basis) =>
        transactions.write(() => {
          const { clientId } = basis;
          const known = bases.get(clientId);
          const [apply] = (
            known === undefined ? bases.insert(clientId, basis) : bases.update(clientId, { ...known, ...basis })
          ).values;
          return (apply as () => number)();
        }),
      list: async (_sql, { today, specialistId, limit, after }) =>
        bases
          .all()
          .filter(({ clientId }) => {
            const one = clientCase(clientId);
            const theirs =
              specialistId === undefined ? one?.handlerId === undefined : one?.specialistId === specialistId;
            return one?.jobSearch !== undefined && (theirs || one.handlerId === specialistId);
          })
          .filter(({ clientId }) => !register.all().some((one) => one.clientId === clientId && isOpen(one)))
          .map((basis) => promptOf(basis, today as never))
          .filter(({ clientId, reasons }) => reasons.length > 0 && (after === undefined || clientId > after))
          .toSorted((one, other) => (one.clientId < other.clientId ? -1 : 1))
          .slice(0, limit),
    },
    managementGroups: {
      find: async (_sql, countyArea) => groups.all().find((group) => group.countyArea === countyArea),
      lock: async (_tx, groupId) => groups.get(groupId),
      lockArea: async (_tx, countyArea) => groups.all().find((group) => group.countyArea === countyArea),
      insert: (group) => [groups.insert(group.groupId, group)],
      save: (before, after) => [groups.update(after.groupId, after, ({ version }) => version === before.version)],
    },
    expertOrders: {
      lock: async (_tx, { clientId, orderId }) => {
        const order = orders.get(orderId);
        return order?.clientId === clientId ? order : undefined;
      },
      ofClient: async (_sql, clientId) =>
        orders
          .all()
          .filter((order) => order.clientId === clientId)
          .toSorted((one, other) => (one.orderId < other.orderId ? 1 : -1)),
      insert: (order) => [orders.insert(order.orderId, order)],
      save: (before, after) => [orders.update(after.orderId, after, ({ version }) => version === before.version)],
      forgetTexts: (clientId) =>
        transactions.write(() => {
          const done = orders.all().filter((order) => order.clientId === clientId && order.state === 'DONE');
          for (const order of done) {
            if (order.state !== 'DONE') continue;
            const [apply] = orders.update(order.orderId, { ...order, result: { ...order.result, text: '' } }).values;
            (apply as () => number)();
          }
          return done.length;
        }),
    },
    multiSectorEvents,
    partyPeople: somePartyPeople,
    clientNames: someClientNames(),
  };
};
