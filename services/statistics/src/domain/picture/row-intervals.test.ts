import { localDate } from '@tyovayla/kernel/local-date';
import { foldPersonFact } from '../person-picture/fold-person-fact.ts';
import type { PersonFact } from '../person-picture/person-fact.ts';
import { unknownPerson } from '../person-picture/person-picture.ts';
import { statisticalClassBook } from '../statistical-class/class-parameters.ts';
import type { PictureRow } from './picture-row.ts';
import { rowIntervals } from './row-intervals.ts';

const day = localDate;

/** Where a row counts a person of whom these facts are known, as "column from–to". */
const counted = (row: PictureRow, facts: readonly PersonFact[]): readonly string[] =>
  rowIntervals(facts.reduce(foldPersonFact, unknownPerson), statisticalClassBook)
    .filter((interval) => interval.row === row)
    .map(({ column, from, to = '' }) => `${column} ${from}–${to}`)
    .sort();

/** Aino of Kemi, unemployed since January 2025. */
const started: PersonFact = {
  kind: 'JobSearchStarted',
  jobSearchId: 'aino-1',
  startedOn: day('2025-01-05'),
  spells: [{ status: '02', from: day('2025-01-05') }],
  municipality: '240',
  citizenship: 'FINNISH',
  ageBand: '25_TO_59',
};

const toSimo: PersonFact = { kind: 'MunicipalityChanged', from: day('2026-02-01'), municipality: '751' };

describe('a person who moves within the area, in table 1 (handbook R1.4)', () => {
  it('is counted in Kemi for the days before and in Simo from that day on, in every row', () => {
    expect(counted('allJobseekers', [started, toSimo])).toEqual(['240 2025-01-05–2026-02-01', '751 2026-02-01–']);
    expect(counted('unemployedJobseekers', [started, toSimo])).toEqual([
      '240 2025-01-05–2026-02-01',
      '751 2026-02-01–',
    ]);
  });

  it('stays long-term unemployed: the move starts nothing anew', () => {
    expect(counted('longTermUnemployed', [started, toSimo])).toEqual(['240 2026-01-05–2026-02-01', '751 2026-02-01–']);
  });
});

describe('a person who goes to another area', () => {
  const out: PersonFact = { kind: 'JobSearchTransferredOut', jobSearchId: 'aino-1', on: day('2026-02-01') };

  it('is counted up to the day before and nowhere from then on', () => {
    expect(counted('allJobseekers', [started, out])).toEqual(['240 2025-01-05–2026-02-01']);
    expect(counted('longTermUnemployed', [started, out])).toEqual(['240 2026-01-05–2026-02-01']);
  });
});

describe('a person who comes from another area', () => {
  const takenIn: PersonFact = {
    kind: 'JobSearchTakenIn',
    jobSearchId: 'eino-1',
    takenInOn: day('2026-02-01'),
    startedOn: day('2025-01-05'),
    spells: [{ status: '02', from: day('2025-01-05') }],
    municipality: '751',
    citizenship: 'FINNISH',
    ageBand: '25_TO_59',
  };

  it('is counted here from the first day here only', () => {
    expect(counted('allJobseekers', [takenIn])).toEqual(['751 2026-02-01–']);
    expect(counted('unemployedJobseekers', [takenIn])).toEqual(['751 2026-02-01–']);
  });

  it('is long-term unemployed at once, because the unemployment there counts', () => {
    expect(counted('longTermUnemployed', [takenIn])).toEqual(['751 2026-02-01–']);
  });

  it('who had gone there from here is counted for both times and not for the time between', () => {
    const out: PersonFact = { kind: 'JobSearchTransferredOut', jobSearchId: 'aino-1', on: day('2025-06-01') };
    expect(counted('unemployedJobseekers', [started, out, takenIn])).toEqual([
      '240 2025-01-05–2025-06-01',
      '751 2026-02-01–',
    ]);
    expect(counted('longTermUnemployed', [started, out, takenIn])).toEqual(['751 2026-02-01–']);
  });
});

describe('a person who comes under protection (handbook 1.6)', () => {
  it('is in no municipality any more, on no day, and stays in the total', () => {
    const withheld: PersonFact = { kind: 'MunicipalityWithheld', from: day('2026-03-01') };
    expect(counted('allJobseekers', [started, toSimo, withheld])).toEqual(['withheld 2025-01-05–']);
  });
});

describe('two records of one person that become one', () => {
  it('are counted once, and by the history that was agreed', () => {
    const merged: PersonFact = {
      kind: 'HistoryReplaced',
      jobSearches: [
        {
          jobSearchId: 'aino-1',
          from: day('2025-01-05'),
          citizenship: 'FINNISH',
          spells: [{ status: '02', from: day('2025-01-05') }],
        },
      ],
      residences: [{ from: day('2025-01-05'), municipality: '240' }],
      ageBands: [{ from: day('2025-01-05'), band: '25_TO_59' }],
    };
    expect(counted('allJobseekers', [started, merged])).toEqual(['240 2025-01-05–']);
    expect(counted('allJobseekers', [started, { kind: 'MergedAway' }])).toEqual([]);
  });
});
