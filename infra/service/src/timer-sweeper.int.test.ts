import { accepted, refused } from '@tyovayla/kernel/result';
import { auditWrite } from '@tyovayla/persistence/audit';
import { answerWrite, claim } from '@tyovayla/persistence/idempotency';
import { migrate } from '@tyovayla/persistence/migrate';
import { type Database, openDatabase } from '@tyovayla/persistence/open-database';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { timerFiredWrite, timerWrite } from '@tyovayla/persistence/timer';
import type { Command } from '@tyovayla/runtime/command';
import { silentLogger } from '@tyovayla/runtime/log';
import { newId } from '@tyovayla/runtime/new-id';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { type FixedClock, fixedClock } from '@tyovayla/testing/fixed-clock';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import { startTimerSweeper, type TimerKind, timerKind } from './timer-sweeper.ts';

const session = { actorId: 'guidance', program: 'guidance', roles: [] };

let postgres: Postgres;
let database: Database;
let clock: FixedClock;
let told: string[];
/** Every attempt to tell, also those that came to nothing. */
let tried: string[];

/** Tells of its subject; refuses "gone" for good and "busy" for now; "broken" is a fault. */
const tell: Command<{ readonly subject: string }, string, undefined, never, undefined> = {
  name: 'Tell',
  access: { roles: [], programs: [], programsAlone: ['guidance'], purpose: 'timer', dataGroup: 'none' },
  load: async (_tx, { subject }) => subject,
  decide: (subject) => {
    tried.push(subject);
    if (subject === 'gone') return refused({ kind: 'missing', code: 'GONE', data: {} });
    if (subject.startsWith('broken')) throw new Error('not possible');
    if (subject.startsWith('busy')) return refused({ kind: 'conflict', code: 'BUSY', data: {} });
    told.push(subject);
    return accepted({ next: undefined, facts: [], answer: undefined });
  },
  save: (_decision, _state, { requestId }) => [timerFiredWrite(requestId)],
  publish: () => [],
  subjectOf: () => undefined,
};

const kinds: Readonly<Record<string, TimerKind>> = {
  tell: timerKind({ command: tell, input: ({ subjectId: subject }) => ({ subject }), settledBy: ['GONE'] }),
};

const set = (subjectId: string, dueOn: string, kind = 'tell') =>
  database.transact(session, (tx) => tx.write([timerWrite({ timerId: newId(), kind, subjectId, dueOn })]));

const waiting = async (): Promise<readonly string[]> => {
  const rows = await database.transact(session, (tx) =>
    tx.query<{ subject_id: string }>('SELECT subject_id FROM timer WHERE fired_at IS NULL ORDER BY subject_id'),
  );
  return rows.map(({ subject_id: subject }) => subject);
};

/** A round of a service that has just started: nothing of an earlier one is remembered but in the database. */
const sweepAsNew = async (): Promise<{ readonly done: number; readonly stuck: number }> => {
  const pipeline: PipelinePorts = {
    transactions: database,
    idempotency: { claim, answerWrite },
    outboxWrites: () => [],
    wakeRelay: () => {},
    auditWrite,
    clock,
    newId,
    logger: silentLogger,
    service: 'guidance',
  };
  const sweeper = startTimerSweeper({ transactions: database, pipeline, kinds, everyMs: 3_600_000 });
  // It sweeps once by itself when it starts, and then again.
  const done = await sweeper.runOnce();
  await sweeper.stop();
  return { done, stuck: sweeper.stuck() };
};

const sweep = async (): Promise<number> => (await sweepAsNew()).done;

const waitIsOver = () =>
  database.transact(session, (tx) =>
    tx.write([{ text: "UPDATE timer SET next_attempt_at = '-infinity' WHERE fired_at IS NULL", values: [] }]),
  );

const settleAll = () =>
  database.transact(session, (tx) =>
    tx.write([{ text: 'UPDATE timer SET fired_at = now() WHERE fired_at IS NULL', values: [] }]),
  );

beforeAll(async () => {
  postgres = await startPostgres({ fast: true });
  const { url, migratorUrl, appRole } = await postgres.createService('guidance');
  await migrate({ url: migratorUrl, migrations: persistenceMigrations, appRole });
  database = await openDatabase({ url, applicationName: 'guidance' });
});

afterAll(async () => {
  await database?.close();
  await postgres?.stop();
});

beforeEach(() => {
  told = [];
  tried = [];
  clock = fixedClock('2026-02-02T12:00:00+02:00');
});

describe('a service’s timers', () => {
  it('are fired on their day by the service’s own clock, each once', async () => {
    await set('aino', '2026-02-03');
    await sweep();
    expect(told).toEqual([]);
    clock.set('2026-02-02T22:01:00Z');
    await sweep();
    await sweep();
    expect([told, await waiting()]).toEqual([['aino'], []]);
  });

  it('are done where there is nothing left to do, and wait where there is something in the way', async () => {
    await set('busy', '2026-02-02');
    await set('gone', '2026-02-02');
    await set('eino', '2026-02-02');
    await sweep();
    expect([told, await waiting()]).toEqual([['eino'], ['busy']]);
  });

  it('of a kind that nobody knows wait, and stop no other', async () => {
    await set('unknown', '2026-02-01', 'whisper');
    await set('liisa', '2026-02-02');
    await sweep();
    expect([told, await waiting()]).toEqual([['liisa'], ['busy', 'unknown']]);
  });
});

describe('timers that fail', () => {
  beforeEach(settleAll);

  it('do not keep those behind them from being fired, however many they are', async () => {
    for (let one = 0; one < 120; one += 1) await set(`${one % 2 === 0 ? 'busy' : 'broken'} ${one}`, '2026-01-01');
    await set('aino 2', '2026-02-02');
    await sweep();
    expect([told, (await waiting()).length]).toEqual([['aino 2'], 120]);
  });

  it('wait by real time, also through restarts and where the service comes back at another date', async () => {
    await set('busy aino', '2026-02-02');
    for (const moment of ['2026-02-02T12:00:00Z', '2027-02-02T12:00:00Z', '2026-02-03T12:00:00Z']) {
      clock.set(moment);
      await sweep();
    }
    expect(tried).toEqual(['busy aino']);
    await waitIsOver();
    await sweep();
    expect(tried).toEqual(['busy aino', 'busy aino']);
  });

  it('are counted as stuck after eight attempts, and tried all the same', async () => {
    await set('busy eino', '2026-02-02');
    const counts: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      counts.push((await sweepAsNew()).stuck);
      await waitIsOver();
    }
    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(tried).toHaveLength(10);
    await settleAll();
    expect((await sweepAsNew()).stuck).toBe(0);
  });
});
