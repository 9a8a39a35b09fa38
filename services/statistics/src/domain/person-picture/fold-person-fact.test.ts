import { localDate } from '@tyovayla/kernel/local-date';
import { foldPersonFact } from './fold-person-fact.ts';
import type { PersonFact } from './person-fact.ts';
import { type PersonPicture, unknownPerson } from './person-picture.ts';

const day = localDate;

/** Aino from Kemi, unemployed since January, taken over with her history. */
const ainoStarted: PersonFact = {
  kind: 'JobSearchStarted',
  jobSearchId: 'aino-1',
  startedOn: day('2026-01-05'),
  spells: [
    { status: '02', from: day('2026-01-05'), to: day('2026-03-01') },
    { status: '07', from: day('2026-03-01') },
  ],
  municipality: '240',
  citizenship: 'FINNISH',
  ageBand: 'UNDER_25',
};

const known = (...facts: readonly PersonFact[]): PersonPicture => facts.reduce(foldPersonFact, unknownPerson);

const recorded = (status: string, from: string): PersonFact => ({
  kind: 'EmploymentStatusRecorded',
  jobSearchId: 'aino-1',
  status,
  from: day(from),
});

const ended = (lastDay: string): PersonFact => ({
  kind: 'JobSearchEnded',
  jobSearchId: 'aino-1',
  lastDay: day(lastDay),
});

describe('what the picture knows of a person', () => {
  it('closes the running status when another begins', () => {
    expect(known(ainoStarted, recorded('02', '2026-05-01')).jobSearches[0]?.spells.slice(1)).toEqual([
      { status: '07', from: '2026-03-01', to: '2026-05-01' },
      { status: '02', from: '2026-05-01' },
    ]);
  });

  it('replaces the running status where the new one begins on the same day', () => {
    expect(known(ainoStarted, recorded('01', '2026-03-01')).jobSearches[0]?.spells.slice(1)).toEqual([
      { status: '01', from: '2026-03-01' },
    ]);
  });

  it('ends a job search on the day after its last day', () => {
    const [search] = known(ainoStarted, ended('2026-04-30')).jobSearches;
    expect(search?.to).toBe('2026-05-01');
    expect(search?.spells.at(-1)).toEqual({ status: '07', from: '2026-03-01', to: '2026-05-01' });
  });

  it('forgets statuses that would have begun after the last day', () => {
    const [search] = known(ainoStarted, recorded('02', '2026-06-01'), ended('2026-04-30')).jobSearches;
    expect(search?.spells.map((spell) => spell.status)).toEqual(['02', '07']);
    expect(search?.spells.at(-1)?.to).toBe('2026-05-01');
  });

  it('keeps several job searches of one person apart', () => {
    const again: PersonFact = {
      ...ainoStarted,
      jobSearchId: 'aino-2',
      startedOn: day('2026-09-01'),
      spells: [{ status: '02', from: day('2026-09-01') }],
    };
    expect(known(ainoStarted, ended('2026-04-30'), again).jobSearches.map((search) => search.from)).toEqual([
      '2026-01-05',
      '2026-09-01',
    ]);
  });

  it('counts who ends a job search and starts another on the same day in the new one', () => {
    const again: PersonFact = {
      ...ainoStarted,
      jobSearchId: 'aino-2',
      startedOn: day('2026-04-30'),
      spells: [{ status: '02', from: day('2026-04-30') }],
    };
    const searches = known(ainoStarted, ended('2026-04-30'), again).jobSearches;
    expect(searches.map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-05', '2026-04-30'],
      ['2026-04-30', undefined],
    ]);
  });

  it('withholds the municipality from a day on until it is disclosed', () => {
    const person = known(
      ainoStarted,
      { kind: 'MunicipalityWithheld', from: day('2026-04-01') },
      { kind: 'MunicipalityDisclosed', from: day('2026-08-01'), municipality: '851' },
    );
    expect(person.whereabouts).toEqual([
      { from: '2026-01-05', municipality: '240' },
      { from: '2026-04-01' },
      { from: '2026-08-01', municipality: '851' },
    ]);
  });

  it('keeps a withholding of a later day when a job search starts before it', () => {
    const person = known({ kind: 'MunicipalityWithheld', from: day('2026-04-01') }, ainoStarted);
    expect(person.whereabouts).toEqual([{ from: '2026-01-05', municipality: '240' }, { from: '2026-04-01' }]);
  });

  it('has no municipality where the job search tells none', () => {
    const { municipality: _, ...untold } = ainoStarted as Extract<PersonFact, { kind: 'JobSearchStarted' }>;
    expect(known(untold).whereabouts).toEqual([{ from: '2026-01-05' }]);
  });

  it('moves a person to the next age band on the birthday', () => {
    const person = known(ainoStarted, { kind: 'AgeBandReached', band: '25_TO_59', on: day('2026-02-10') });
    expect(person.ageBands).toEqual([
      { from: '2026-01-05', band: 'UNDER_25' },
      { from: '2026-02-10', band: '25_TO_59' },
    ]);
  });

  it('counts the 300th subsidy day from the first time it was reached', () => {
    const person = known(
      ainoStarted,
      { kind: 'SubsidyDays300Reached', on: day('2026-05-05') },
      { kind: 'SubsidyDays300Reached', on: day('2026-07-07') },
    );
    expect(person.subsidy300From).toBe('2026-05-05');
  });

  it.each<[string, readonly PersonFact[]]>([
    ['a status of a job search that does not run', [recorded('02', '2026-05-01')]],
    ['a status before the running one', [ainoStarted, recorded('02', '2026-02-01')]],
    ['a second start while one runs', [ainoStarted, { ...ainoStarted, jobSearchId: 'aino-2' } as PersonFact]],
    ['an end before the start', [ainoStarted, ended('2026-01-04')]],
    ['an end of an ended job search', [ainoStarted, ended('2026-04-30'), ended('2026-04-30')]],
    ['a history with a gap', [{ ...ainoStarted, spells: [{ status: '02', from: day('2026-01-06') }] } as PersonFact]],
  ])('takes no guess at %s', (_, facts) => {
    expect(() => known(...facts)).toThrow('contradicts');
  });
});
