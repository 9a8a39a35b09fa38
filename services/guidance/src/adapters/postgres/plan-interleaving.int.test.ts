import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import fc from 'fast-check';
import { planCatalogue } from '../../application/plan-catalogue.ts';
import { aClientCase, manager, specialist } from '../../testing/builders.ts';
import { aPlanForm, planIds } from '../../testing/plan-builders.ts';
import { expectNothingLost, interleave, schedules } from '../../testing/plan-interleaving.ts';
import { type PostgresGuidance, startPostgresGuidance } from '../../testing/postgres-guidance.ts';

let postgres: PostgresGuidance;

const nextClientId = planIds(90_000);

beforeAll(async () => {
  postgres = await startPostgresGuidance();
});

afterAll(() => postgres?.stop());

const aClient = async (): Promise<string> => {
  const clientId = nextClientId();
  await postgres.put(aClientCase({ clientId }));
  return clientId;
};

describe('two people who edit the same plan in Postgres, each on a connection of their own', () => {
  it('lose no edit of each other in three hundred random interleavings', async () => {
    const { ports, pipeline, database: transactions } = postgres;
    let stale = 0;
    await fc.assert(
      fc.asyncProperty(schedules, async (steps) => {
        const done = await interleave({ ports, pipeline, transactions, clientId: await aClient() }, steps);
        expectNothingLost(done);
        stale += done.tried.filter(({ result }) => !result.ok && result.refusal.kind === 'stale').length;
      }),
      { numRuns: 300 },
    );
    expect(stale).toBeGreaterThan(30);
  });

  it('are told which of them came second: of two who saw one version, exactly one wins', async () => {
    const { ports, pipeline } = postgres;
    const { draftPlan, revisePlan } = planCatalogue(ports).commands;
    for (let round = 0; round < 50; round += 1) {
      const clientId = await aClient();
      const input = { clientId, kind: '01', form: aPlanForm() } as const;
      const drafted = await tryCommand(pipeline, draftPlan, { actor: specialist, input });
      if (!drafted.ok) throw new Error(drafted.refusal.code);
      const { planId } = drafted.value;
      const edits = [specialist, manager].map((actor) =>
        tryCommand(pipeline, revisePlan, {
          actor,
          input: { clientId, planId, expectedVersion: 1, form: aPlanForm({ goalText: actor.id }) },
        }),
      );
      const results = await Promise.all(edits);
      expect(results.map((result) => (result.ok ? 'won' : result.refusal.code)).toSorted()).toEqual([
        'PLAN_CHANGED_MEANWHILE',
        'won',
      ]);
    }
  });
});
