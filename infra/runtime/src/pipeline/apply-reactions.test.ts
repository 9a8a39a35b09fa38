import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Tx } from '@tyovayla/kernel/sql';
import type { Reaction } from '../reaction.ts';
import { applyReactions } from './apply-reactions.ts';

const event = (type: string, aggregateVersion: number): ReceivedEvent => ({
  eventId: `event-${aggregateVersion}`,
  type,
  producer: 'clients',
  aggregateId: 'client-aino',
  aggregateVersion,
  occurTime: new Date('2026-03-02T10:00:00Z'),
  body: Uint8Array.of(aggregateVersion),
  position: BigInt(aggregateVersion),
});

const tx = {} as Tx;
const started = 'tyovayla.clients.v1.JobSearchStarted';
const ended = 'tyovayla.clients.v1.JobSearchEnded';

const reaction = (name: string, on: string, seen: string[]): Reaction<number> => ({
  name,
  on,
  decode: (body) => body[0] ?? 0,
  react: async (given, version) => {
    expect(given).toBe(tx);
    seen.push(`${name} ${version}`);
  },
});

describe('reactions to what happened elsewhere', () => {
  it('are given the facts of their type in order, in the consumer’s transaction', async () => {
    const seen: string[] = [];
    const apply = applyReactions([
      reaction('assign', started, seen),
      reaction('release', ended, seen),
      reaction('count', started, seen),
    ]);
    await apply(tx, [
      event(started, 1),
      event('tyovayla.clients.v1.SomethingNew', 2),
      event(ended, 3),
      event(started, 4),
    ]);
    expect(seen).toEqual(['assign 1', 'count 1', 'release 3', 'assign 4', 'count 4']);
  });

  it('throw what a reaction throws, and go no further', async () => {
    const seen: string[] = [];
    const failing: Reaction<number> = {
      ...reaction('assign', started, seen),
      react: async (_tx, version) => {
        if (version === 2) throw new Error('not possible');
        seen.push(`assign ${version}`);
      },
    };
    await expect(
      applyReactions([failing])(
        tx,
        [1, 2, 3].map((version) => event(started, version)),
      ),
    ).rejects.toThrow('not possible');
    expect(seen).toEqual(['assign 1']);
  });
});
