import type { Write } from '@tyovayla/kernel/sql';
import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { DayTasks, TeamLoads } from '../application/assignment-ports.ts';
import type { DayCount, DayFilter, DayRow } from '../application/queries/day-view.ts';
import type { LoadCell } from '../application/queries/team-load-view.ts';
import { type DayTask, dayTaskKinds } from '../domain/assignment/day-task.ts';
import { type ClientCase, isProtected } from '../domain/client-case/client-case.ts';

/** A task in memory: one that is done stays as a row, because memory tables forget nothing. */
type Stored = DayTask & { readonly state: 'OPEN' | 'DONE' };

const runNow = (write: Write): number => (write.values[0] as () => number)();

const keyOf = ({ sourceId, kind }: Pick<DayTask, 'sourceId' | 'kind'>): string => `${sourceId} ${kind}`;

const positionOf = ({ dueOn, taskId }: Pick<DayTask, 'dueOn' | 'taskId'>): string => `${dueOn}_${taskId}`;

const rowOf = (task: DayTask, clientCase: ClientCase): DayRow => ({
  taskId: task.taskId,
  clientId: task.clientId,
  kind: task.kind,
  dueOn: task.dueOn,
  sourceId: task.sourceId,
  ...(clientCase.municipalityCode !== undefined && { municipalityCode: clientCase.municipalityCode }),
  ...(clientCase.specialistId !== undefined && { specialistId: clientCase.specialistId }),
});

const isOf = ({ of, municipalityCode }: DayFilter) => {
  const inTeam = (clientCase: ClientCase): boolean =>
    'teamId' in of ? clientCase.teamId === of.teamId : of.staffIds.includes(clientCase.specialistId ?? '');
  return (clientCase: ClientCase): boolean =>
    inTeam(clientCase) && (municipalityCode === undefined || clientCase.municipalityCode === municipalityCode);
};

const countsOf = (rows: readonly DayRow[], today: string): readonly DayCount[] =>
  [...dayTaskKinds].toSorted().flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (ofKind.length === 0) return [];
    const overdue = ofKind.filter(({ dueOn }) => dueOn < today).length;
    const onDay = ofKind.filter(({ dueOn }) => dueOn === today).length;
    return [{ kind, overdue, today: onDay, laterThisWeek: ofKind.length - overdue - onDay }];
  });

export type InMemoryDayTasks = { readonly dayTasks: DayTasks; readonly open: () => readonly DayTask[] };

/** What there is to do, in memory. */
export const inMemoryDayTasks = (
  transactions: MemoryTransactions,
  cases: () => readonly ClientCase[],
): InMemoryDayTasks => {
  const table = transactions.table<Stored>();
  const open = (): readonly DayTask[] => table.all().filter(({ state }) => state === 'OPEN');
  const put = (task: DayTask): number => {
    const key = keyOf(task);
    const before = table.get(key);
    if (before === undefined) return runNow(table.insert(key, { ...task, state: 'OPEN' }));
    const taskId = before.state === 'OPEN' ? before.taskId : task.taskId;
    return runNow(table.update(key, { ...task, taskId, state: 'OPEN' }));
  };
  const rowsOf = (filter: DayFilter): readonly DayRow[] => {
    const byClient = new Map(
      cases()
        .filter(isOf(filter))
        .map((one) => [one.clientId, one]),
    );
    return open()
      .filter(({ dueOn }) => dueOn <= filter.until)
      .flatMap((task) => {
        const clientCase = byClient.get(task.clientId);
        return clientCase === undefined ? [] : [rowOf(task, clientCase)];
      });
  };
  return {
    open,
    dayTasks: {
      put: (task) => transactions.write(() => put(task)),
      done: (sourceId, kind, clientId) =>
        transactions.write(() => {
          const stored = table.get(keyOf({ sourceId, kind }));
          return stored === undefined || (clientId !== undefined && stored.clientId !== clientId)
            ? 0
            : runNow(table.update(keyOf(stored), { ...stored, state: 'DONE' }));
        }),
      countOfClient: async (_, clientId) => open().filter((task) => task.clientId === clientId).length,
      day: async (_, filter) => {
        const rows = rowsOf(filter);
        const behind = filter.after === undefined ? '' : positionOf(filter.after);
        const tasks = rows
          .filter((row) => (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) && positionOf(row) > behind)
          .toSorted((one, other) => (positionOf(one) < positionOf(other) ? -1 : 1));
        return { counts: countsOf(rows, filter.today), tasks: tasks.slice(0, filter.limit) };
      },
    },
  };
};

/** The teams' loads in memory; knows of no meetings. */
export const inMemoryTeamLoads = (cases: () => readonly ClientCase[], open: () => readonly DayTask[]): TeamLoads => ({
  figures: async (_, { today }) => {
    const cells = cases().flatMap((clientCase): LoadCell[] => {
      const { teamId, municipalityCode, specialistId: staffId, clientId, jobSearch } = clientCase;
      if (teamId === undefined || municipalityCode === undefined || isProtected(clientCase)) return [];
      const overdueTasks = open().filter((task) => task.clientId === clientId && task.dueOn < today).length;
      const clients = jobSearch === undefined ? 0 : 1;
      return [{ teamId, ...(staffId !== undefined && { staffId }), municipalityCode, clients, overdueTasks }];
    });
    return { cells, punctuality: [] };
  },
});
