import { localDate } from '@tyovayla/kernel/local-date';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { startTimerSweeper } from '@tyovayla/service/timer-sweeper';
import { planTextTimerMigration } from '../migrations/2062-plan-text-timer.ts';
import { shown } from './application/case-query.ts';
import { planCatalogue } from './application/plan-catalogue.ts';
import { planTimers } from './plan-timers.ts';
import { aClientCase, specialist } from './testing/builders.ts';
import { aPlanForm, planDay, planIds } from './testing/plan-builders.ts';
import { type PostgresGuidance, startPostgresGuidance } from './testing/postgres-guidance.ts';

type OfPlan = { readonly clientId: string; readonly planId: string };

let postgres: PostgresGuidance;

const nextClientId = planIds(71_000);
const session = { actorId: 'guidance', program: 'guidance', roles: [] };

beforeAll(async () => {
  postgres = await startPostgresGuidance();
});

afterAll(() => postgres?.stop());

const commands = () => planCatalogue(postgres.ports).commands;

const accept = (of: OfPlan, expectedVersion: number, on = planDay, { acceptPlan } = commands()) =>
  tryCommand(postgres.pipeline, acceptPlan, {
    actor: specialist,
    input: { ...of, expectedVersion, acceptance: { how: 'PHONE', on } },
  });

/** A client's plan that binds since 2 February 2026. */
const boundPlan = async (accepting = commands()): Promise<OfPlan> => {
  const { pipeline, put, clock } = postgres;
  clock.set('2026-02-02T12:00:00+02:00');
  const clientId = nextClientId();
  await put(aClientCase({ clientId }));
  const input = { clientId, kind: '01', form: aPlanForm() } as const;
  const drafted = await tryCommand(pipeline, commands().draftPlan, { actor: specialist, input });
  if (!drafted.ok) throw new Error(drafted.refusal.code);
  const of = { clientId, planId: drafted.value.planId };
  expect(await accept(of, 1, planDay, accepting)).toMatchObject({ ok: true });
  return of;
};

/** Two replicas look, started anew each time as after a restart: what is due stands in the database alone. */
const sweep = async () => {
  const { database: transactions, pipeline, ports } = postgres;
  const options = { transactions, pipeline, kinds: planTimers(planCatalogue(ports)), everyMs: 3_600_000 };
  const sweepers = [startTimerSweeper(options), startTimerSweeper(options)];
  for (let round = 0; round < 3; round += 1) await Promise.all(sweepers.map((sweeper) => sweeper.runOnce()));
  await Promise.all(sweepers.map((sweeper) => sweeper.stop()));
};

const tasksOf = async ({ clientId }: OfPlan): Promise<readonly string[]> => {
  const text = "SELECT due_on::text FROM day_task WHERE client_id = $1 AND kind = 'PLAN_TEXT_OUTDATED'";
  const rows = await postgres.database.transact(session, (tx) =>
    tx.query<{ readonly due_on: string }>(text, [clientId]),
  );
  return rows.map(({ due_on: dueOn }) => dueOn);
};

const isListedAsOutdated = async ({ clientId }: OfPlan): Promise<boolean | undefined> => {
  const query = planCatalogue(postgres.ports).queries.listPlans;
  const plans = await runQuery(postgres.pipeline, query, { actor: specialist, input: { clientId } });
  return plans.ok ? shown(plans.value)[0]?.isTextOutdated : undefined;
};

describe('the text on consequences of a plan that binds when the law changes', () => {
  it('is a task from the law’s first day on, which a new content that the client accepts takes off the list', async () => {
    const of = await boundPlan();
    postgres.clock.set('2026-02-28T23:59:00+02:00');
    await sweep();
    expect([await tasksOf(of), await isListedAsOutdated(of)]).toEqual([[], false]);
    postgres.clock.set('2026-03-01T00:01:00+02:00');
    await sweep();
    expect([await tasksOf(of), await isListedAsOutdated(of)]).toEqual([['2026-03-01'], true]);
    postgres.clock.set('2026-03-03T12:00:00+02:00');
    const input = { ...of, expectedVersion: 2, form: { ...aPlanForm(), followUpOn: localDate('2026-06-01') } };
    const revised = await tryCommand(postgres.pipeline, commands().revisePlan, { actor: specialist, input });
    expect(revised).toMatchObject({ ok: true });
    expect(await tasksOf(of)).toEqual(['2026-03-01']);
    expect(await accept(of, 3, localDate('2026-03-03'))).toMatchObject({ ok: true });
    await sweep();
    expect([await tasksOf(of), await isListedAsOutdated(of)]).toEqual([[], false]);
  });

  it('is no task of a plan that has ended', async () => {
    const end = (of: OfPlan) =>
      tryCommand(postgres.pipeline, commands().endPlan, {
        actor: specialist,
        input: { ...of, expectedVersion: 2, reason: 'AGREED' },
      });
    const [early, late] = [await boundPlan(), await boundPlan()];
    expect(await end(early)).toMatchObject({ ok: true });
    postgres.clock.set('2026-03-01T08:00:00+02:00');
    await sweep();
    expect([await tasksOf(early), await tasksOf(late)]).toEqual([[], ['2026-03-01']]);
    expect(await end(late)).toMatchObject({ ok: true });
    expect(await tasksOf(late)).toEqual([]);
  });

  it('is a task at once where an old content is accepted under the new law', async () => {
    const { pipeline, clock } = postgres;
    const of = await boundPlan();
    const input = { ...of, expectedVersion: 2, form: aPlanForm() };
    expect(await tryCommand(pipeline, commands().revisePlan, { actor: specialist, input })).toMatchObject({ ok: true });
    clock.set('2026-03-02T12:00:00+02:00');
    const accepted = await accept(of, 3, localDate('2026-03-02'));
    expect([accepted.ok, await tasksOf(of)]).toEqual([true, ['2026-03-01']]);
  });

  it('is looked at for a plan that bound before the release, by the timer that its migration sets', async () => {
    const setsNone = { set: () => ({ text: 'UPDATE timer SET fired_at = NULL WHERE false', values: [] }) };
    const planTextTimers = { ...postgres.ports.planTextTimers, ...setsNone };
    const of = await boundPlan(planCatalogue({ ...postgres.ports, planTextTimers }).commands);
    const set = planTextTimerMigration.up.find((text) => text.includes('INSERT INTO timer'));
    await postgres.database.transact(session, (tx) => tx.query(set ?? ''));
    postgres.clock.set('2026-02-10T08:00:00+02:00');
    await sweep();
    expect(await tasksOf(of)).toEqual([]);
    postgres.clock.set('2026-04-01T08:00:00+03:00');
    await sweep();
    expect(await tasksOf(of)).toEqual(['2026-03-01']);
  });
});
