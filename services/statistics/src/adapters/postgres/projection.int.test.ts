import { localDate } from '@tyovayla/kernel/local-date';
import { workOff } from '@tyovayla/messaging/inbox';
import { readInboxLog } from '@tyovayla/messaging/inbox-log';
import type { CommandContext } from '@tyovayla/runtime/command';
import { testIds } from '@tyovayla/testing/ids';
import { seededRandom } from '@tyovayla/testing/seeded-random';
import { type Rebuilt, rebuildProjection } from '../../application/commands/rebuild-projection.ts';
import { countFacts } from '../../application/reactions/count-facts.ts';
import type { CellSum } from '../../domain/picture/count-table.ts';
import { statisticalClassBook } from '../../domain/statistical-class/class-parameters.ts';
import { countByHand, inOrder } from '../../testing/count-by-hand.ts';
import { type ArrivingEvent, eventsOf, mixed } from '../../testing/fact-events.ts';
import { type LifeStory, lifeStory } from '../../testing/life-story.ts';
import { type StatisticsDatabase, startStatisticsDatabase } from '../../testing/statistics-database.ts';
import { readFact } from '../events/incoming.ts';
import { pictureQuery } from './picture.query.ts';
import { projectionRepository } from './projection.repository.ts';
import { rebuildRepository } from './rebuild.repository.ts';

const consumer = { consumer: 'statistics', producer: 'clients' };
const actor = { actorId: 'statistics', program: 'statistics', roles: [] };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const counting = { projection: projectionRepository, readFact, classes: statisticalClassBook };
const days = ['2022-12-31', '2024-02-29', '2025-06-15', '2026-11-24', '2028-01-31'].map(localDate);

describe('the projection on a real database', () => {
  let server: StatisticsDatabase;
  let family = 0;
  const counted: LifeStory[] = [];

  beforeAll(async () => {
    server = await startStatisticsDatabase();
  });
  afterAll(() => server?.stop());

  const receive = (events: readonly ArrivingEvent[]) =>
    workOff(
      {
        ...consumer,
        transactions: server.database,
        actor,
        apply: countFacts(counting),
        policy: { tries: 1, firstDelayMs: 1 },
        logger: silent,
      },
      { events, aggregateIds: [] },
    );

  const receiveInBatches = async (events: readonly ArrivingEvent[], random: () => number): Promise<void> => {
    for (let at = 0; at < events.length; ) {
      const size = 1 + Math.floor(random() * 120);
      await receive(events.slice(at, at + size));
      at += size;
    }
  };

  const newPeople = (seed: number, count: number): readonly ArrivingEvent[] => {
    const random = seededRandom(seed);
    family += 1;
    const newId = testIds(family);
    const stories = Array.from({ length: count }, (_, index) => lifeStory(`client-${family}-${index}`, random));
    counted.push(...stories);
    return mixed(
      stories.map((story) => eventsOf(story, newId)),
      random,
    );
  };

  const sumsOn = (day: (typeof days)[number]): Promise<readonly CellSum[]> =>
    server.database.transact(actor, async (tx) => {
      const counts = await pictureQuery.countsOn(tx, [day]);
      return inOrder(counts.days.flatMap(({ sums }) => sums));
    });

  const expectCountedByHand = async (): Promise<void> => {
    const truths = counted.map(({ truth }) => truth);
    for (const day of days) expect(await sumsOn(day)).toEqual(countByHand(truths, day));
  };

  const rebuild = async (): Promise<Rebuilt> => {
    const store = rebuildRepository({
      factsAfter: (afterPosition, limit) =>
        server.database.read(actor, (sql) => readInboxLog(sql, { consumer: 'statistics', afterPosition, limit })),
      lastFactsAfter: (tx, afterPosition, limit) => readInboxLog(tx, { consumer: 'statistics', afterPosition, limit }),
    });
    const command = rebuildProjection({ counting, store, elapsedMs: () => performance.now(), pageSize: 400 });
    const context = {} as CommandContext;
    return server.database.transact(actor, async (tx) => {
      const state = await command.load(tx, undefined, context);
      const decided = command.decide(state, undefined, context);
      if (!decided.ok) throw new Error(decided.refusal.code);
      await tx.write(command.save(decided.value, state, context));
      return decided.value.answer;
    });
  };

  it('counts histories that arrive in random batches as they are counted by hand', async () => {
    await receiveInBatches(newPeople(1, 150), seededRandom(2));
    await expectCountedByHand();
  });

  it('counts no fact twice that the broker delivers again', async () => {
    const events = newPeople(3, 20);
    await receiveInBatches(events, seededRandom(4));
    await receiveInBatches(events, seededRandom(5));
    await expectCountedByHand();
  });

  it('tells the course of months as it tells their days', async () => {
    const ends = ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31'].map(localDate);
    const course = await server.database.transact(actor, (tx) => pictureQuery.countsOn(tx, ends));
    for (const { day, sums } of course.days) {
      expect(inOrder(sums)).toEqual(await sumsOn(day));
    }
  });

  it('comes to the same when it is built again while facts go on arriving', async () => {
    const goesOn = receiveInBatches(newPeople(6, 60), seededRandom(7));
    const rebuilt = await rebuild();
    await goesOn;
    expect(rebuilt.hashAfter).toBe(rebuilt.hashBefore);
    expect(rebuilt.events).toBeGreaterThan(500);
    await expectCountedByHand();
    const again = await rebuild();
    expect(again.hashAfter).toBe(again.hashBefore);
    await expectCountedByHand();
  });

  it('is put right by a rebuild, which shows that something was wrong', async () => {
    await server.database.transact(actor, (tx) =>
      tx.query('UPDATE picture_month SET foreign_unemployed = foreign_unemployed + 1'),
    );
    const rebuilt = await rebuild();
    expect(rebuilt.hashAfter).not.toBe(rebuilt.hashBefore);
    await expectCountedByHand();
  });

  it('lets one rebuild run at a time', async () => {
    const both = await Promise.allSettled([rebuild(), rebuild()]);
    const refusals = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    expect(refusals).toEqual(['Error: REBUILD_RUNS_ALREADY']);
  });

  it('keeps aside a fact that it cannot read, and counts all other people', async () => {
    const good = newPeople(8, 10);
    const newId = testIds(250);
    const bad = { ...eventsOf(lifeStory('client-unreadable', seededRandom(9)), newId)[1], aggregateVersion: 1 };
    const cut = { ...(bad as ArrivingEvent), body: (bad.body as Uint8Array).slice(0, -1) };
    await receive([...good.slice(0, 20), cut, ...good.slice(20)]);
    await expectCountedByHand();
    const parked = await server.database.transact(actor, (tx) =>
      tx.query("SELECT aggregate_id, state FROM inbox_event WHERE state <> 'APPLIED'"),
    );
    expect(parked).toEqual([{ aggregate_id: 'client-unreadable', state: 'PARKED' }]);
  });
});
