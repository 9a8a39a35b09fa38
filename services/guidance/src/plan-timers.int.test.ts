import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { startTimerSweeper, type TimerSweeper } from '@tyovayla/service/timer-sweeper';
import { planCatalogue } from './application/plan-catalogue.ts';
import type { PeriodRecord } from './application/plan-ports.ts';
import type { ClientCase } from './domain/client-case/client-case.ts';
import { planTimers } from './plan-timers.ts';
import { aClientCase, specialist } from './testing/builders.ts';
import { aPlanForm, planDay, planIds } from './testing/plan-builders.ts';
import { type PostgresGuidance, startPostgresGuidance } from './testing/postgres-guidance.ts';

let postgres: PostgresGuidance;
let sweepers: readonly TimerSweeper[];

const nextClientId = planIds(70_000);
const session = { actorId: 'guidance', program: 'guidance', roles: [] };

beforeAll(async () => {
  postgres = await startPostgresGuidance();
});

afterAll(async () => {
  await Promise.all((sweepers ?? []).map((sweeper) => sweeper.stop()));
  await postgres?.stop();
});

const boundClient = async (about: Partial<ClientCase> = {}): Promise<string> => {
  const { ports, pipeline, put } = postgres;
  const { draftPlan, acceptPlan } = planCatalogue(ports).commands;
  const clientId = nextClientId();
  await put(aClientCase({ clientId, ...about }));
  const input = { clientId, kind: '01', form: aPlanForm() } as const;
  const drafted = await tryCommand(pipeline, draftPlan, { actor: specialist, input });
  if (!drafted.ok) throw new Error(drafted.refusal.code);
  const { planId } = drafted.value;
  const accepted = await tryCommand(pipeline, acceptPlan, {
    actor: specialist,
    input: { clientId, planId, expectedVersion: 1, acceptance: { how: 'PHONE', on: planDay } },
  });
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  return clientId;
};

const periodsOf = (clientId: string): Promise<readonly PeriodRecord[]> =>
  postgres.database.transact(session, (tx) => postgres.ports.obligations.list(tx, clientId));

const countOf = async (text: string, clientId: string): Promise<number> => {
  const [row] = await postgres.database.transact(session, (tx) => tx.query<{ readonly n: number }>(text, [clientId]));
  return row?.n ?? 0;
};

describe('the timer of a period of the job-search obligation', () => {
  it('ends it on the day after its last one, once, also where two replicas look at once and one looks late', async () => {
    const { database: transactions, pipeline, clock, ports } = postgres;
    const clientId = await boundClient();
    const options = { transactions, pipeline, kinds: planTimers(planCatalogue(ports)), everyMs: 3_600_000 };
    sweepers = [startTimerSweeper(options), startTimerSweeper(options)];
    const sweep = () => Promise.all(sweepers.map((sweeper) => sweeper.runOnce()));
    clock.set('2026-03-01T23:59:00+02:00');
    await sweep();
    expect((await periodsOf(clientId)).map(({ period }) => period.state)).toEqual(['OPEN']);
    clock.set('2026-03-02T00:01:00+02:00');
    await sweep();
    expect((await periodsOf(clientId)).map(({ period }) => [period.from, period.state])).toEqual([
      ['2026-03-02', 'OPEN'],
      ['2026-02-02', 'MISSED'],
    ]);
    // Nobody looks until May: the periods that passed end one after the other.
    clock.set('2026-05-05T12:00:00+03:00');
    for (let round = 0; round < 3; round += 1) await sweep();
    expect((await periodsOf(clientId)).map(({ period }) => [period.from, period.state])).toEqual([
      ['2026-05-02', 'OPEN'],
      ['2026-04-02', 'MISSED'],
      ['2026-03-02', 'MISSED'],
      ['2026-02-02', 'MISSED'],
    ]);
    const candidates = 'SELECT count(*)::int AS n FROM neglect_candidate WHERE client_id = $1';
    expect(await countOf(candidates, clientId)).toBe(3);
    const ended = `SELECT count(*)::int AS n FROM outbox
      WHERE aggregate_id = $1::text AND type LIKE '%.ObligationPeriodEnded'`;
    expect(await countOf(ended, clientId)).toBe(3);
  });
});

describe('the timer of a joint application', () => {
  it('puts a young client who applied for too little before an official once, also where two replicas look', async () => {
    const { database: transactions, pipeline, clock, ports } = postgres;
    clock.set('2026-02-02T12:00:00+02:00');
    const clientId = await boundClient({ age: 'YOUNG', vocationalQualification: 'MISSING' });
    const options = { transactions, pipeline, kinds: planTimers(planCatalogue(ports)), everyMs: 3_600_000 };
    const own = [startTimerSweeper(options), startTimerSweeper(options)];
    sweepers = [...sweepers, ...own];
    const sweep = () => Promise.all(own.map((sweeper) => sweeper.runOnce()));
    const kind = "kind = 'STUDIES_NOT_APPLIED_FOR'";
    const candidates = `SELECT count(*)::int AS n FROM neglect_candidate WHERE client_id = $1 AND ${kind}`;
    clock.set('2026-03-17T23:59:00+02:00');
    await sweep();
    expect(await countOf(candidates, clientId)).toBe(0);
    clock.set('2026-03-18T00:01:00+02:00');
    await sweep();
    await sweep();
    expect(await countOf(candidates, clientId)).toBe(1);
    const tasks = "SELECT count(*)::int AS n FROM day_task WHERE client_id = $1 AND kind = 'STUDY_APPLICATION'";
    expect(await countOf(tasks, clientId)).toBe(0);
  });
});
