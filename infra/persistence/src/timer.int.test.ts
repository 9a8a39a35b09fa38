import { StaleWrite } from '@tyovayla/kernel/sql';
import { v7 } from 'uuid';
import { persistenceMigrations } from './persistence-migrations.ts';
import { liisa, startTestDatabase, type TestDatabase } from './testing/test-database.ts';
import {
  dueTimers,
  stuckTimers,
  type Timer,
  timerFailedWrite,
  timerFiredWrite,
  timerMovedWrite,
  timerWrite,
} from './timer.ts';

describe('a timer', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase(persistenceMigrations);
  });
  afterAll(() => test.stop());
  beforeEach(() => test.asAdmin('TRUNCATE timer'));

  const aTimer = (known: Partial<Timer> = {}): Timer => ({
    timerId: v7(),
    kind: 'interview-due',
    subjectId: 'client-1',
    dueOn: '2027-03-28',
    ...known,
  });
  const set = (...timers: readonly Timer[]) => test.database.transact(liisa, (tx) => tx.write(timers.map(timerWrite)));
  const due = (onDate: string, limit = 10) => test.database.transact(liisa, (tx) => dueTimers(tx, onDate, limit));

  it('is due on its date and not a day earlier', async () => {
    const timer = aTimer();
    await set(timer);

    await expect(due('2027-03-27')).resolves.toEqual([]);
    await expect(due('2027-03-28')).resolves.toEqual([timer]);
  });

  it('comes oldest first, also when a sweeper was away for weeks', async () => {
    const late = aTimer({ subjectId: 'b', dueOn: '2027-02-01' });
    const later = aTimer({ subjectId: 'a', dueOn: '2027-02-02' });
    await set(later, late);

    await expect(due('2027-04-01')).resolves.toEqual([late, later]);
    await expect(due('2027-04-01', 1)).resolves.toEqual([late]);
  });

  it('is set once however often it is told', async () => {
    const timer = aTimer();
    await set(timer);
    await set(aTimer({ dueOn: '2027-05-01' }));

    await expect(due('2028-01-01')).resolves.toEqual([timer]);
  });

  it('fires once: a second firing is stale', async () => {
    const timer = aTimer();
    await set(timer);
    const fire = () => test.database.transact(liisa, (tx) => tx.write([timerFiredWrite(timer.timerId)]));
    await fire();

    await expect(fire()).rejects.toThrow(StaleWrite);
    await expect(due('2028-01-01')).resolves.toEqual([]);
  });

  it('goes to one of two sweepers that look at the same time', async () => {
    const timer = aTimer();
    await set(timer);

    await test.database.transact(liisa, async (tx) => {
      await expect(dueTimers(tx, '2027-03-28', 10)).resolves.toEqual([timer]);
      await expect(due('2027-03-28')).resolves.toEqual([]);
    });
  });

  const fail = ({ timerId }: Timer) => test.database.transact(liisa, (tx) => tx.write([timerFailedWrite(timerId)]));
  const stuck = (attempts: number) => test.database.transact(liisa, (tx) => stuckTimers(tx, attempts));
  const waitIsOver = () => test.asAdmin("UPDATE timer SET next_attempt_at = '-infinity'");
  const secondsToWait = async (): Promise<unknown> => {
    const [row] = await test.asAdmin(
      'SELECT round(extract(epoch FROM next_attempt_at - now()))::int AS seconds FROM timer',
    );
    return row?.seconds;
  };

  it('that could not be fired lets the others come first, whatever date the service runs at', async () => {
    const failing = aTimer({ subjectId: 'a', dueOn: '2027-02-01' });
    const other = aTimer({ subjectId: 'b', dueOn: '2027-02-02' });
    await set(failing, other);
    await fail(failing);

    await expect(due('2027-04-01', 1)).resolves.toEqual([other]);
    await expect(due('2040-01-01')).resolves.toEqual([other]);
    await waitIsOver();
    await expect(due('2027-04-01')).resolves.toEqual([failing, other]);
  });

  it('waits longer after each attempt, an hour at most', async () => {
    const timer = aTimer();
    await set(timer);
    const waits: unknown[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await fail(timer);
      waits.push(await secondsToWait());
      await waitIsOver();
    }

    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
    await expect(Promise.all([0, 12, 13].map(stuck))).resolves.toEqual([1, 1, 0]);
  });

  it('has failed once where two sweepers tried it at the same time', async () => {
    const timer = aTimer();
    await set(timer);
    await Promise.all([fail(timer), fail(timer)]);

    await expect(Promise.all([0, 1, 2].map(stuck))).resolves.toEqual([1, 1, 0]);
    await expect(secondsToWait()).resolves.toBe(10);
  });

  it('starts afresh on its new day where it is moved', async () => {
    await test.asAdmin(`GRANT UPDATE (timer_id, due_on) ON timer TO ${test.appRole}`);
    const timer = aTimer();
    await set(timer);
    await fail(timer);
    const moved = aTimer({ dueOn: '2027-05-01' });
    await test.database.transact(liisa, (tx) => tx.write([timerMovedWrite(moved)]));
    await test.asAdmin(`REVOKE UPDATE (timer_id, due_on) ON timer FROM ${test.appRole}`);

    await expect(due('2027-05-01')).resolves.toEqual([moved]);
    await expect(stuck(0)).resolves.toBe(0);
  });

  it('can only be marked as fired or put off by the service, never moved or removed', async () => {
    await set(aTimer());

    for (const statement of ["UPDATE timer SET due_on = '2030-01-01'", 'DELETE FROM timer']) {
      await expect(test.database.transact(liisa, (tx) => tx.query(statement))).rejects.toThrow('permission denied');
    }
  });
});
