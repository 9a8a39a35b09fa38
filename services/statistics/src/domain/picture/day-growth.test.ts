import { addDays, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { seededRandom } from '@tyovayla/testing/seeded-random';
import fc from 'fast-check';
import { countByHand, inOrder } from '../../testing/count-by-hand.ts';
import { type LifeStory, lifeStory } from '../../testing/life-story.ts';
import { foldPersonFact } from '../person-picture/fold-person-fact.ts';
import { type PersonPicture, unknownPerson } from '../person-picture/person-picture.ts';
import { statisticalClassBook } from '../statistical-class/class-parameters.ts';
import type { CellSum } from './count-table.ts';
import { countTable, totalOf } from './count-table.ts';
import { type CountingChange, type DayGrowth, growthSheet } from './day-growth.ts';
import { pictureRows } from './picture-row.ts';
import { rowIntervals } from './row-intervals.ts';

const days = ['2021-03-31', '2022-12-31', '2024-02-29', '2025-06-30', '2026-11-24', '2027-12-31'].map(localDate);

const storiesFrom = (seed: number, count: number): readonly LifeStory[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => lifeStory(`client-${index}`, random));
};

const countedAfter = (before: PersonPicture, after: PersonPicture): CountingChange => ({
  before: rowIntervals(before, statisticalClassBook),
  after: rowIntervals(after, statisticalClassBook),
});

const growthOf = (changes: readonly CountingChange[]): readonly DayGrowth[] => {
  const sheet = growthSheet();
  for (const change of changes) sheet.add(change);
  return sheet.growths();
};

/** Folds facts in batches cut at random, people mixed, each person's facts in order: as they arrive. */
const foldInBatches = (stories: readonly LifeStory[], random: () => number): readonly DayGrowth[] => {
  const people = new Map<string, PersonPicture>();
  const queues = stories.map(({ clientId, facts }) => ({ clientId, facts: [...facts] }));
  const growths: DayGrowth[] = [];
  while (queues.some((queue) => queue.facts.length > 0)) {
    const before = new Map<string, PersonPicture>();
    for (let left = Math.floor(random() * 20); left >= 0; left -= 1) {
      const open = queues.filter((queue) => queue.facts.length > 0);
      const queue = open[Math.floor(random() * open.length)];
      const fact = queue?.facts.shift();
      if (queue === undefined || fact === undefined) break;
      const person = people.get(queue.clientId) ?? unknownPerson;
      if (!before.has(queue.clientId)) before.set(queue.clientId, person);
      people.set(queue.clientId, foldPersonFact(person, fact));
    }
    growths.push(...growthOf([...before].map(([id, was]) => countedAfter(was, people.get(id) ?? was))));
  }
  return growths;
};

const sumUpTo = (growths: readonly DayGrowth[], day: LocalDate): readonly CellSum[] => {
  const sums = new Map<string, CellSum>();
  for (const { column, byRow } of growths.filter((each) => each.day <= day)) {
    pictureRows.forEach((row, at) => {
      const key = `${row}|${column}`;
      sums.set(key, { row, column, count: (sums.get(key)?.count ?? 0) + (byRow[at] ?? 0) });
    });
  }
  return inOrder([...sums.values()]);
};

const inOneGo = (stories: readonly LifeStory[]): readonly DayGrowth[] =>
  growthOf(stories.map(({ facts }) => countedAfter(unknownPerson, facts.reduce(foldPersonFact, unknownPerson))));

describe('counting people by day from what happened', () => {
  it('counts everybody as the definitions read, person by person', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const stories = storiesFrom(seed, 8);
        const growths = inOneGo(stories);
        for (const day of days) {
          const byHand = countByHand(
            stories.map(({ truth }) => truth),
            day,
          );
          expect(sumUpTo(growths, day)).toEqual(byHand);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the same count in whatever batches and order of people the facts arrive', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, order) => {
        const stories = storiesFrom(seed, 6);
        const arrived = foldInBatches(stories, seededRandom(order));
        for (const day of days) expect(sumUpTo(arrived, day)).toEqual(sumUpTo(inOneGo(stories), day));
      }),
      { numRuns: 60 },
    );
  });

  it('counts the area as the municipalities and those whose municipality is withheld or elsewhere', () => {
    const municipalities = ['240', '241', '751', '845', '851', '976'];
    const sums = sumUpTo(inOneGo(storiesFrom(4879, 200)), localDate('2025-01-31'));
    const table = countTable(municipalities, sums);
    for (const row of pictureRows) {
      const everybody = sums.filter((sum) => sum.row === row).reduce((all, sum) => all + sum.count, 0);
      expect(totalOf(table[row])).toBe(everybody);
    }
    expect(table.allJobseekers.totalOnly).toBeGreaterThan(0);
  });

  it('leaves no trace of a person whose counting did not change', () => {
    const [story] = storiesFrom(1, 1);
    const person = story?.facts.reduce(foldPersonFact, unknownPerson) ?? unknownPerson;
    expect(growthOf([countedAfter(person, person)])).toEqual([]);
  });

  it('counts a person up to and including the last day of the job search', () => {
    const startedOn = localDate('2026-02-02');
    const lastDay = localDate('2026-02-28');
    const person = [
      {
        kind: 'JobSearchStarted',
        jobSearchId: 's1',
        startedOn,
        spells: [{ status: '02', from: startedOn }],
        municipality: '851',
        citizenship: 'FINNISH',
        ageBand: '25_TO_59',
      } as const,
      { kind: 'JobSearchEnded', jobSearchId: 's1', lastDay } as const,
    ].reduce(foldPersonFact, unknownPerson);
    const growths = growthOf([countedAfter(unknownPerson, person)]);
    const unemployed = { row: 'unemployedJobseekers', column: '851', count: 1 };
    expect(sumUpTo(growths, lastDay)).toContainEqual(unemployed);
    expect(sumUpTo(growths, addDays(lastDay, 1))).toEqual([]);
  });
});
