import { startTestServer } from '../testing/test-server.ts';
import type { CallError } from './call-error.ts';

const aClientId = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

describe('more calls than a service can work on', () => {
  it('are refused at once beyond a short queue, while those let in are answered and health still is', async () => {
    const world = await startTestServer({ limits: { maxRunning: 2, maxWaiting: 3, maxWaitMs: 5_000 } });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.sample.hooks.beforeDecision = () => held;
    const client = world.clientOf('population');
    const outcomes: string[] = [];
    const calls = Array.from({ length: 20 }, () =>
      client.getClient({ clientId: aClientId }).catch((error: CallError) => {
        outcomes.push(`${error.code} ${error.reason} ${error.metadata.retryAfterMs ?? ''}`);
      }),
    );
    const until = Date.now() + 5_000;
    while (outcomes.length < 15 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(new Set(outcomes)).toEqual(new Set(['RESOURCE_EXHAUSTED OVERLOADED 1000']));
    expect(outcomes).toHaveLength(15);
    release();
    await Promise.all(calls);
    expect(outcomes.slice(15)).toEqual(Array(5).fill('NOT_FOUND CLIENT_NOT_FOUND '));
    await world.stop();
  });
});
