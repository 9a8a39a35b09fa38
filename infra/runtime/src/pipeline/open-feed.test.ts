import { refused } from '@tyovayla/kernel/result';
import { aStaffMember } from '../testing/actors.ts';
import { inMemoryPorts } from '../testing/in-memory-ports.ts';
import { sampleService } from '../testing/sample-service.ts';
import { openFeed } from './open-feed.ts';

const specialist = aStaffMember('CASE_SPECIALIST');
const { signal } = new AbortController();

describe('watching something', () => {
  it('leaves one line in the access log before the first item', async () => {
    const world = inMemoryPorts();
    const { watchSituationPicture } = sampleService(world);
    const opened = await openFeed(world.ports, watchSituationPicture, { actor: specialist, input: '', signal });
    expect(opened.ok).toBe(true);
    expect(world.audit()).toMatchObject([{ action: 'WatchSituationPicture', result: 'SHOWN', dataGroup: 'figures' }]);
  });

  it('is refused by role, by the feed itself, and where it cannot be recorded', async () => {
    const world = inMemoryPorts();
    const { watchSituationPicture: feed } = sampleService(world);
    const call = { actor: specialist, input: '', signal };
    expect(await openFeed(world.ports, feed, { ...call, actor: aStaffMember('AUDITOR') })).toMatchObject({
      refusal: { code: 'ROLE_NOT_ALLOWED' },
    });
    const gone = { ...feed, open: () => refused({ kind: 'missing', code: 'DAY_NOT_FOUND', data: {} } as const) };
    expect(await openFeed(world.ports, gone, call)).toMatchObject({ refusal: { code: 'DAY_NOT_FOUND' } });
    expect(world.audit().map(({ reason }) => reason)).toEqual(['ROLE_NOT_ALLOWED', 'DAY_NOT_FOUND']);
    world.breakAudit('broken');
    await expect(openFeed(world.ports, feed, call)).rejects.toThrow('access log');
  });
});
