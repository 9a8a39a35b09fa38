import type { Write } from '@tyovayla/kernel/sql';
import type { MemoryTable, MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import { substitutionEvents } from '../adapters/events/substitution-events.ts';
import type {
  AssignmentPorts,
  AssignmentRecord,
  Assignments,
  CaseloadException,
  Caseloads,
  NeedFilter,
  StatedNeeds,
  Substitutions,
} from '../application/assignment-ports.ts';
import type { Organisation } from '../domain/assignment/organisation.ts';
import type { StatedNeed } from '../domain/assignment/stated-need.ts';
import type { Substitution } from '../domain/assignment/substitution.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import { inMemoryDayTasks, inMemoryTeamLoads } from './in-memory-day.ts';
import { meriLappiStaffNames, meriLappiTeams } from './meri-lappi-teams.ts';

const runNow = (write: Write): number => (write.values[0] as () => number)();

/** A write that adds the row, or puts what `next` makes of the stored one in its place. */
export const upserted =
  (transactions: MemoryTransactions) =>
  <Row>(table: MemoryTable<Row>, id: string, next: (current: Row | undefined) => Row): Write =>
    transactions.write(() => {
      const current = table.get(id);
      const row = next(current);
      return runNow(current === undefined ? table.insert(id, row) : table.update(id, row));
    });

const byText = (one: string, other: string): number => (one < other ? -1 : 1);

type Load = { readonly staffId: string; readonly clients: number };

const inMemoryCaseloads = (transactions: MemoryTransactions, table: MemoryTable<Load>): Caseloads => {
  const upsert = upserted(transactions);
  const step = (staffId: string | undefined, by: number): readonly Write[] =>
    staffId === undefined
      ? []
      : [upsert(table, staffId, (current) => ({ staffId, clients: (current?.clients ?? 0) + by }))];
  return {
    lockLoad: async (_, staffId) => table.get(staffId)?.clients ?? 0,
    change: ({ gains, loses }) => [...step(gains, 1), ...step(loses, -1)],
  };
};

const inMemorySubstitutions = (transactions: MemoryTransactions): Substitutions => {
  const table = transactions.table<Substitution>();
  const byFirstDay = (rows: readonly Substitution[]): readonly Substitution[] =>
    rows
      .filter(({ from, to }) => to >= from)
      .toSorted((one, other) => byText(one.from + one.substitutionId, other.from + other.substitutionId));
  return {
    lockOfAbsent: async (_, absentId, today) =>
      byFirstDay(table.all().filter((one) => one.absentId === absentId && one.to >= today)),
    lock: async (_, substitutionId) => table.get(substitutionId),
    list: async (_, today) => byFirstDay(table.all().filter(({ to }) => to >= today)),
    substitutedBy: async (_, staffId, today) => {
      const running = table.all().filter((one) => one.substituteId === staffId && one.from <= today && today <= one.to);
      return [...new Set(running.map(({ absentId }) => absentId))].toSorted(byText);
    },
    insert: (substitution) => table.insert(substitution.substitutionId, substitution),
    save: (before, after) => table.update(before.substitutionId, after, ({ version }) => version === before.version),
  };
};

const positionOf = ({ openedAt, needId }: Pick<StatedNeed, 'openedAt' | 'needId'>): string =>
  `${openedAt.toISOString()}_${needId}`;

const isAsked = ({ statedFrom, now, after }: NeedFilter) => {
  const behind = after === undefined ? undefined : positionOf(after);
  return (need: StatedNeed): boolean =>
    (statedFrom === undefined ? need.until > now : need.openedAt >= statedFrom) &&
    (behind === undefined || positionOf(need) < behind);
};

const inMemoryStatedNeeds = (transactions: MemoryTransactions): StatedNeeds => {
  const table = transactions.table<StatedNeed>();
  const changeAll = (clientId: string, change: (need: StatedNeed) => StatedNeed): Write =>
    transactions.write(() => {
      const ofClient = table.all().filter((need) => need.clientId === clientId);
      for (const need of ofClient) runNow(table.update(need.needId, change(need)));
      return ofClient.length;
    });
  return {
    insert: (need) => table.insert(need.needId, need),
    endOpen: (clientId, now) => changeAll(clientId, (need) => (need.until > now ? { ...need, until: now } : need)),
    forgetTexts: (clientId) => changeAll(clientId, (need) => ({ ...need, text: '' })),
    list: async (_, filter) =>
      table
        .all()
        .filter(isAsked(filter))
        .toSorted((one, other) => byText(positionOf(other), positionOf(one)))
        .slice(0, filter.limit),
  };
};

const inMemoryAssignments = (transactions: MemoryTransactions, figures: MemoryTable<Load>): Assignments => {
  const table = transactions.table<AssignmentRecord>();
  const exceptions = transactions.table<CaseloadException>();
  const upsert = upserted(transactions);
  return {
    find: async (_, clientId) => table.get(clientId),
    findWithLoads: async (_, clientId) => ({
      record: table.get(clientId),
      loads: new Map(figures.all().map(({ staffId, clients }) => [staffId, clients])),
    }),
    save: (record) => upsert(table, record.clientId, () => record),
    grant: (exception) => exceptions.insert(exception.exceptionId, exception),
  };
};

export type InMemoryAssignmentOptions = {
  readonly cases: () => readonly ClientCase[];
  readonly organisation?: Organisation;
};

/** Teams, assignment, stated needs and the day in memory, without row-level security; Meri-Lappi's teams. */
export const inMemoryAssignment = (
  transactions: MemoryTransactions,
  { cases, organisation = meriLappiTeams }: InMemoryAssignmentOptions,
): AssignmentPorts => {
  const tasks = inMemoryDayTasks(transactions, cases);
  const figures = transactions.table<Load>();
  return {
    organisation,
    staffNames: meriLappiStaffNames,
    caseloads: inMemoryCaseloads(transactions, figures),
    assignments: inMemoryAssignments(transactions, figures),
    substitutions: inMemorySubstitutions(transactions),
    statedNeeds: inMemoryStatedNeeds(transactions),
    dayTasks: tasks.dayTasks,
    teamLoads: inMemoryTeamLoads(cases, tasks.open),
    substitutionEvents,
  };
};
