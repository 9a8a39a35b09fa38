import fc from 'fast-check';
import type { IncomingEvent } from './event-headers.ts';
import { type AggregateStand, planInbox, type WaitingEvent, type WaitingState } from './inbox-plan.ts';

const anEvent = (aggregateId: string, aggregateVersion: number): IncomingEvent => ({
  eventId: `${aggregateId}-${aggregateVersion}`,
  type: 'tyovayla.clients.v1.JobSearchStarted',
  producer: 'clients',
  aggregateId,
  aggregateVersion,
  occurTime: new Date(0),
  body: new Uint8Array(),
});

const waits = (aggregateId: string, version: number, state: WaitingState, isDue = true): WaitingEvent => ({
  ...anEvent(aggregateId, version),
  state,
  isDue,
});

const standing = (
  id: string,
  appliedVersion: number,
  waiting: readonly WaitingEvent[] = [],
): ReadonlyMap<string, AggregateStand> => new Map([[id, { appliedVersion, waiting }]]);

const ids = (plan: ReturnType<typeof planInbox>) => ({
  apply: plan.apply.map(({ event }) => event.eventId),
  hold: plan.hold.map((event) => event.eventId),
});

describe('what takes effect of a batch', () => {
  it('is the next version of a client, and then the one after it', () => {
    const plan = planInbox([anEvent('a', 1), anEvent('a', 2)], standing('a', 0), 10);
    expect(ids(plan)).toEqual({ apply: ['a-1', 'a-2'], hold: [] });
    expect(plan.moved).toEqual(new Map([['a', 2]]));
  });

  it('is in order also where the batch is not', () => {
    expect(ids(planInbox([anEvent('a', 3), anEvent('a', 1), anEvent('a', 2)], standing('a', 0), 10)).apply).toEqual([
      'a-1',
      'a-2',
      'a-3',
    ]);
  });

  it('is nothing where the version before has not come: the event waits', () => {
    expect(ids(planInbox([anEvent('a', 3)], standing('a', 1), 10))).toEqual({ apply: [], hold: ['a-3'] });
  });

  it('is nothing where it was applied before', () => {
    expect(ids(planInbox([anEvent('a', 1), anEvent('a', 2)], standing('a', 2), 10))).toEqual({ apply: [], hold: [] });
  });

  it('is once what comes twice in one batch', () => {
    expect(ids(planInbox([anEvent('a', 1), anEvent('a', 1)], standing('a', 0), 10))).toEqual({
      apply: ['a-1'],
      hold: [],
    });
  });

  it('includes what waited for the version that now came', () => {
    const stand = standing('a', 0, [waits('a', 2, 'HELD'), waits('a', 3, 'HELD')]);
    expect(ids(planInbox([anEvent('a', 1)], stand, 10)).apply).toEqual(['a-1', 'a-2', 'a-3']);
  });

  it.each(['PARKED', 'RETRY'] as const)('stops at a %s event of the same client, and of no other', (state) => {
    const stands = new Map([...standing('a', 0, [waits('a', 1, state, false)]), ...standing('b', 0)]);
    expect(ids(planInbox([anEvent('a', 2), anEvent('b', 1)], stands, 10))).toEqual({ apply: ['b-1'], hold: ['a-2'] });
  });

  it.each([
    ['REDRIVE', true],
    ['RETRY', true],
    ['HELD', true],
  ] as const)('includes a waiting event in state %s whose turn has come', (state, isDue) => {
    expect(ids(planInbox([], standing('a', 0, [waits('a', 1, state, isDue)]), 10)).apply).toEqual(['a-1']);
  });

  it('is no more than the limit; the rest waits', () => {
    expect(ids(planInbox([anEvent('a', 1), anEvent('a', 2)], standing('a', 0), 1))).toEqual({
      apply: ['a-1'],
      hold: ['a-2'],
    });
  });

  it('is of every client exactly 1..n in order, however deliveries are mixed, repeated and cut into batches', () => {
    const deliveries = fc.record({
      versions: fc.integer({ min: 1, max: 6 }),
      clients: fc.integer({ min: 1, max: 4 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(
        deliveries,
        fc.array(fc.nat(), { maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        (shape, repeats, batch) => {
          const all = Array.from({ length: shape.clients * shape.versions }, (_, i) =>
            anEvent(`c${i % shape.clients}`, Math.floor(i / shape.clients) + 1),
          );
          const mixed = [...all, ...repeats.map((index) => all[index % all.length] as IncomingEvent), ...all]
            .map((event, index) => ({ event, key: Math.sin(shape.seed + index) }))
            .sort((x, y) => x.key - y.key)
            .map(({ event }) => event);
          expect(appliedOf(mixed, batch)).toEqual(
            Object.fromEntries(
              Array.from({ length: shape.clients }, (_, c) => [
                `c${c}`,
                Array.from({ length: shape.versions }, (_v, v) => v + 1),
              ]),
            ),
          );
        },
      ),
    );
  });
});

/** Plays deliveries against a receiver in memory and gives the versions that took effect, by client. */
const appliedOf = (deliveries: readonly IncomingEvent[], batch: number): Record<string, number[]> => {
  const stands = new Map<string, { appliedVersion: number; waiting: WaitingEvent[] }>();
  const applied: Record<string, number[]> = {};
  for (let at = 0; at < deliveries.length; at += batch) {
    const plan = planInbox(deliveries.slice(at, at + batch), stands, 1_000);
    for (const event of plan.hold) {
      const stand = stands.get(event.aggregateId) ?? { appliedVersion: 0, waiting: [] };
      stands.set(event.aggregateId, {
        ...stand,
        waiting: [...stand.waiting, { ...event, state: 'HELD', isDue: true }],
      });
    }
    for (const { event } of plan.apply) {
      applied[event.aggregateId] = [...(applied[event.aggregateId] ?? []), event.aggregateVersion];
    }
    for (const [id, version] of plan.moved) {
      const waiting = (stands.get(id)?.waiting ?? []).filter((event) => event.aggregateVersion > version);
      stands.set(id, { appliedVersion: version, waiting });
    }
  }
  return applied;
};
