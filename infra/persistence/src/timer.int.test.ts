import { StaleWrite } from '@tyovayla/kernel/sql';
import { v7 } from 'uuid';
import { persistenceMigrations } from './persistence-migrations.ts';
import { liisa, startTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { dueTimers, type Timer, timerFiredWrite, timerWrite } from './timer.ts';

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

  it('can only be marked as fired by the service, never moved or removed', async () => {
    await set(aTimer());

    for (const statement of ["UPDATE timer SET due_on = '2030-01-01'", 'DELETE FROM timer']) {
      await expect(test.database.transact(liisa, (tx) => tx.query(statement))).rejects.toThrow('permission denied');
    }
  });
});
