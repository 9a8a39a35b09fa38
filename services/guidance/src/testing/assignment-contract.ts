import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import { type SessionActor, StaleWrite, type Transactions, type Write } from '@tyovayla/kernel/sql';
import type { AssignmentPorts } from '../application/assignment-ports.ts';
import type { ClientCases } from '../application/ports.ts';
import type { DayFilter } from '../application/queries/day-view.ts';
import type { DayTask } from '../domain/assignment/day-task.ts';
import type { StatedNeed } from '../domain/assignment/stated-need.ts';
import type { Substitution } from '../domain/assignment/substitution.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import { aClientCase } from './builders.ts';

/** What the stores of teams, assignment, stated need and the day are tried on. */
export type AssignmentStore = {
  readonly ports: AssignmentPorts;
  readonly cases: ClientCases;
  readonly transactions: Transactions;
};

const itself: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };
const monday = localDate('2026-02-02');
const noon = new Date('2026-02-02T10:00:00Z');

const hoursAfterNoon = (hours: number): Date => new Date(noon.getTime() + hours * 3_600_000);

const aSubstitution = (about: Partial<Substitution> = {}): Substitution => ({
  substitutionId: randomUUID(),
  version: 1,
  absentId: `absent-${randomUUID()}`,
  substituteId: `substitute-${randomUUID()}`,
  from: monday,
  to: localDate('2026-02-06'),
  ...about,
});

/** What every such store keeps; run on memory and on Postgres. */
export const assignmentContract = (name: string, open: () => Promise<AssignmentStore>): void => {
  let store: AssignmentStore;

  beforeAll(async () => {
    store = await open();
  });

  const read = <T>(work: (sql: Parameters<ClientCases['find']>[0], ports: AssignmentPorts) => Promise<T>): Promise<T> =>
    store.transactions.transact(itself, (tx) => work(tx, store.ports));
  const write = (...writes: readonly Write[]): Promise<void> =>
    store.transactions.transact(itself, (tx) => tx.write(writes));
  const locked = (staffId: string): Promise<number> =>
    store.transactions.transact(itself, (tx) => store.ports.caseloads.lockLoad(tx, staffId));

  const someCase = async (about: Partial<ClientCase> = {}): Promise<ClientCase> => {
    const clientCase = aClientCase({ clientId: randomUUID(), specialistId: `staff-${randomUUID()}`, ...about });
    await write(...store.cases.insert(clientCase));
    return clientCase;
  };

  describe(`how many clients a specialist has (${name})`, () => {
    it('is the sum of what news and people gave and took', async () => {
      const [kerttu, topi] = [`kerttu-${randomUUID()}`, `topi-${randomUUID()}`];
      const { caseloads, assignments } = store.ports;
      await write(...caseloads.change({ gains: kerttu }, 'ARRIVALS'));
      await write(...caseloads.change({ gains: kerttu }, 'ARRIVALS'));
      await write(...caseloads.change({ gains: topi, loses: kerttu }, 'DESK'));
      const { loads, record } = await read((sql) => assignments.findWithLoads(sql, randomUUID()));
      expect(record).toBeUndefined();
      expect([loads.get(kerttu), loads.get(topi)]).toEqual([1, 1]);
      expect([await locked(kerttu), await locked(topi), await locked('nobody')]).toEqual([1, 1, 0]);
      expect(caseloads.change({}, 'DESK')).toEqual([]);
    });
  });

  describe(`what is kept of an assignment (${name})`, () => {
    it('is replaced as a whole', async () => {
      const { clientId } = await someCase();
      const { assignments } = store.ports;
      expect(await read((sql) => assignments.find(sql, clientId))).toBeUndefined();
      await write(assignments.save({ clientId, foreignCitizen: true, proposedTo: 'staff-0002' }));
      expect(await read((sql) => assignments.find(sql, clientId))).toEqual({
        clientId,
        foreignCitizen: true,
        proposedTo: 'staff-0002',
      });
      expect(await read((sql) => assignments.findWithLoads(sql, clientId))).toMatchObject({
        record: { clientId, foreignCitizen: true, proposedTo: 'staff-0002' },
      });
      await write(assignments.save({ clientId, foreignCitizen: true }));
      expect(await read((sql) => assignments.find(sql, clientId))).toEqual({ clientId, foreignCitizen: true });
    });
  });

  describe(`substitutions (${name})`, () => {
    it('are found by the absent and by the substitute, for their days only', async () => {
      const { substitutions } = store.ports;
      const one = aSubstitution();
      const { absentId, substituteId } = one;
      await write(substitutions.insert(one));
      const served = (day: string) => read((sql) => substitutions.substitutedBy(sql, substituteId, localDate(day)));
      expect(await served('2026-02-01')).toEqual([]);
      expect(await served('2026-02-02')).toEqual([absentId]);
      expect(await served('2026-02-06')).toEqual([absentId]);
      expect(await served('2026-02-07')).toEqual([]);
      const listed = await read((sql) => substitutions.list(sql, localDate('2026-02-06')));
      expect(listed).toContainEqual(one);
      expect(await read((sql) => substitutions.list(sql, localDate('2026-02-07')))).not.toContainEqual(one);
    });

    it('that ended before they began are nobody’s', async () => {
      const { substitutions } = store.ports;
      const one = aSubstitution({ from: localDate('2026-02-04') });
      await write(substitutions.insert(one));
      const ended = { ...one, version: 2, to: localDate('2026-02-03') };
      await write(substitutions.save(one, ended));
      expect(await store.transactions.transact(itself, (tx) => substitutions.lock(tx, one.substitutionId))).toEqual(
        ended,
      );
      const left = await store.transactions.transact(itself, (tx) =>
        substitutions.lockOfAbsent(tx, one.absentId, monday),
      );
      expect(left).toEqual([]);
      await expect(write(substitutions.save(one, ended))).rejects.toThrow(StaleWrite);
    });
  });

  describe(`stated needs (${name})`, () => {
    const aNeed = (clientId: string, about: Partial<StatedNeed> = {}): StatedNeed => ({
      needId: randomUUID(),
      clientId,
      staffId: 'staff-0002',
      reason: 'URGENT',
      text: 'Soittoaika on nyt',
      openedAt: noon,
      until: hoursAfterNoon(8),
      ...about,
    });
    const listed = async (clientId: string, now: Date, statedFrom?: Date) => {
      const filter = { now, limit: 100, ...(statedFrom && { statedFrom }) };
      const all = await read((sql) => store.ports.statedNeeds.list(sql, filter));
      return all.filter((need) => need.clientId === clientId);
    };

    it('are listed while they are open, and from a day on whether open or not', async () => {
      const { clientId } = await someCase();
      const need = aNeed(clientId);
      await write(store.ports.statedNeeds.insert(need));
      expect(await listed(clientId, hoursAfterNoon(7))).toEqual([need]);
      expect(await listed(clientId, hoursAfterNoon(8))).toEqual([]);
      expect(await listed(clientId, hoursAfterNoon(9), noon)).toEqual([need]);
      expect(await listed(clientId, hoursAfterNoon(9), hoursAfterNoon(1))).toEqual([]);
    });

    it('come newest first, page by page', async () => {
      const { clientId } = await someCase();
      const needs = [4, 3, 2, 2, 1].map((hour) =>
        aNeed(clientId, { openedAt: hoursAfterNoon(1000 + hour), until: hoursAfterNoon(2000) }),
      );
      await write(...needs.map((need) => store.ports.statedNeeds.insert(need)));
      const seen: StatedNeed[] = [];
      const filter = { now: hoursAfterNoon(1900), statedFrom: hoursAfterNoon(1000), limit: 2 };
      for (let after: StatedNeed | undefined, page = 0; page < 3; page += 1) {
        const found = await read((sql) => store.ports.statedNeeds.list(sql, { ...filter, ...(after && { after }) }));
        seen.push(...found);
        after = found.at(-1);
      }
      expect(seen.map(({ needId }) => needId).toSorted()).toEqual(needs.map(({ needId }) => needId).toSorted());
      const times = seen.map(({ openedAt }) => openedAt.getTime());
      expect(times).toEqual(times.toSorted((one, other) => other - one));
    });

    it('end, and lose their words, where they must', async () => {
      const { clientId } = await someCase();
      const need = aNeed(clientId);
      const { statedNeeds } = store.ports;
      await write(statedNeeds.insert(need));
      await write(statedNeeds.endOpen(clientId, hoursAfterNoon(1)));
      await write(statedNeeds.forgetTexts(clientId));
      expect(await listed(clientId, hoursAfterNoon(2))).toEqual([]);
      expect(await listed(clientId, noon, noon)).toEqual([{ ...need, text: '', until: hoursAfterNoon(1) }]);
    });
  });

  describe(`the day (${name})`, () => {
    const aTask = (clientId: string, about: Partial<DayTask> = {}): DayTask => ({
      taskId: randomUUID(),
      clientId,
      kind: 'MEETING_DUE',
      dueOn: monday,
      sourceId: randomUUID(),
      ...about,
    });
    const dayOf = ({ specialistId = '' }: ClientCase, about: Partial<DayFilter> = {}) =>
      read((sql) =>
        store.ports.dayTasks.day(sql, {
          of: { staffIds: [specialistId] },
          today: monday,
          until: localDate('2026-02-08'),
          kinds: [],
          limit: 10,
          ...about,
        }),
      );
    const put = (...tasks: readonly DayTask[]) => write(...tasks.map((task) => store.ports.dayTasks.put(task)));

    it('shows what is overdue, due today and this week, and counts it by kind', async () => {
      const clientCase = await someCase();
      const { clientId, specialistId } = clientCase;
      const overdue = aTask(clientId, { dueOn: localDate('2026-01-30'), kind: 'PLAN_REVIEW' });
      const today = aTask(clientId);
      const sunday = aTask(clientId, { dueOn: localDate('2026-02-08') });
      await put(aTask(clientId, { dueOn: localDate('2026-02-09') }), sunday, today, overdue);
      const { counts, tasks } = await dayOf(clientCase);
      expect(tasks).toEqual(
        [overdue, today, sunday].map((task) => ({ ...task, municipalityCode: '240', specialistId })),
      );
      expect(counts).toEqual([
        { kind: 'MEETING_DUE', overdue: 0, today: 1, laterThisWeek: 1 },
        { kind: 'PLAN_REVIEW', overdue: 1, today: 0, laterThisWeek: 0 },
      ]);
      expect(await read((sql) => store.ports.dayTasks.countOfClient(sql, clientId))).toBe(4);
    });

    it('moves a task when its source is written again, and drops it when it is done', async () => {
      const clientCase = await someCase();
      const task = aTask(clientCase.clientId);
      await put(task);
      await put({ ...task, taskId: randomUUID(), dueOn: localDate('2026-02-03') });
      const moved = await dayOf(clientCase);
      expect(moved.tasks.map(({ taskId, dueOn }) => [taskId, dueOn])).toEqual([[task.taskId, '2026-02-03']]);
      await write(store.ports.dayTasks.done(task.sourceId, 'PLAN_REVIEW'));
      expect((await dayOf(clientCase)).tasks).toHaveLength(1);
      await write(store.ports.dayTasks.done(task.sourceId, 'MEETING_DUE'));
      expect(await dayOf(clientCase)).toEqual({ counts: [], tasks: [] });
    });

    it('is narrowed by municipality, kind and page, of staff or of a team', async () => {
      const teamId = `team-${randomUUID()}`;
      const kemi = await someCase({ teamId });
      const tornio = await someCase({ teamId, municipalityCode: '851' });
      const [review, due] = [aTask(kemi.clientId, { kind: 'PLAN_REVIEW' }), aTask(tornio.clientId)];
      await put(review, due);
      const idsOf = async (about: Partial<DayFilter>) =>
        (await dayOf(kemi, { of: { teamId }, ...about })).tasks.map(({ taskId }) => taskId);
      const both = [review.taskId, due.taskId].toSorted();
      expect(await idsOf({})).toEqual(both);
      expect(await idsOf({ municipalityCode: '851' })).toEqual([due.taskId]);
      expect(await idsOf({ kinds: ['PLAN_REVIEW', 'ORDER_DUE'] })).toEqual([review.taskId]);
      expect(await idsOf({ limit: 1 })).toEqual(both.slice(0, 1));
      expect(await idsOf({ after: { dueOn: monday, taskId: both[0] ?? '' } })).toEqual(both.slice(1));
      expect((await dayOf(kemi)).tasks.map(({ taskId }) => taskId)).toEqual([review.taskId]);
      const { specialistId = '' } = tornio;
      const ofBoth = { staffIds: [kemi.specialistId ?? '', specialistId] };
      expect(await idsOf({ of: ofBoth })).toEqual(both);
    });
  });

  describe(`the teams’ figures (${name})`, () => {
    it('count clients whose job search runs, and what is overdue', async () => {
      const teamId = `team-${randomUUID()}`;
      const running = await someCase({ teamId });
      const { jobSearch: _over, ...ended } = aClientCase({ clientId: randomUUID(), teamId });
      await write(...store.cases.insert(ended));
      const late = {
        taskId: randomUUID(),
        sourceId: randomUUID(),
        kind: 'PLAN_REVIEW',
        dueOn: localDate('2026-01-30'),
      } as const;
      await write(store.ports.dayTasks.put({ ...late, clientId: running.clientId }));
      const days = { today: monday, heldSince: localDate('2025-11-04') };
      const { cells } = await read((sql) => store.ports.teamLoads.figures(sql, days));
      const own = cells.filter((cell) => cell.teamId === teamId);
      expect(own.find(({ staffId }) => staffId === running.specialistId)).toMatchObject({
        clients: 1,
        overdueTasks: 1,
      });
      expect(own.find(({ staffId }) => staffId === ended.specialistId)).toMatchObject({ clients: 0, overdueTasks: 0 });
    });
  });
};
