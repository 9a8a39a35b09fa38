import fc from 'fast-check';
import { aClientCase, clientIdOf } from '../../testing/builders.ts';
import { inMemoryGuidance } from '../../testing/in-memory-guidance.ts';
import { expectNothingLost, interleave, schedules } from '../../testing/plan-interleaving.ts';

describe('two people who edit the same plan', () => {
  it('lose no edit of each other in ten thousand random interleavings', async () => {
    let stale = 0;
    await fc.assert(
      fc.asyncProperty(schedules, async (steps) => {
        const { world, ports } = await inMemoryGuidance({ cases: [aClientCase()] });
        const clientId = clientIdOf(1);
        const { transactions, ports: pipeline } = world;
        const done = await interleave({ ports, pipeline, transactions, clientId }, steps);
        expectNothingLost(done);
        stale += done.tried.filter(({ result }) => !result.ok && result.refusal.kind === 'stale').length;
      }),
      { numRuns: 10_000 },
    );
    // Where nobody was ever told, nobody ever met.
    expect(stale).toBeGreaterThan(1000);
  });
});
