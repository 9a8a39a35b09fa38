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

/** Unemployed since New Year 2025 in another area, in Simo since May 2026. */
const takenIn: PersonFact = {
  kind: 'JobSearchTakenIn',
  jobSearchId: 'aino-9',
  takenInOn: day('2026-05-01'),
  startedOn: day('2025-01-01'),
  spells: [{ status: '02', from: day('2025-01-01') }],
  municipality: '751',
  citizenship: 'FINNISH',
  ageBand: '25_TO_59',
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

  it('withholds where a person lived, of former days too, until it is disclosed (handbook 1.6)', () => {
    const person = known(
      ainoStarted,
      { kind: 'MunicipalityWithheld', from: day('2026-04-01') },
      { kind: 'MunicipalityDisclosed', from: day('2026-08-01'), municipality: '851' },
    );
    expect(person.whereabouts).toEqual([{ from: '2026-01-05' }, { from: '2026-08-01', municipality: '851' }]);
    expect(JSON.stringify(person)).not.toContain('240');
  });

  it('keeps a withholding of a later day when a job search starts before it', () => {
    const person = known({ kind: 'MunicipalityWithheld', from: day('2026-04-01') }, ainoStarted);
    expect(person.whereabouts).toEqual([{ from: '2026-01-05', municipality: '240' }, { from: '2026-04-01' }]);
  });

  it('has no municipality where the job search tells none', () => {
    const { municipality: _, ...untold } = ainoStarted as Extract<PersonFact, { kind: 'JobSearchStarted' }>;
    expect(known(untold).whereabouts).toEqual([{ from: '2026-01-05' }]);
  });

  it('counts a person who moves in the other municipality from that day on, and in the old one before', () => {
    const person = known(ainoStarted, { kind: 'MunicipalityChanged', from: day('2026-04-01'), municipality: '751' });
    expect(person.whereabouts).toEqual([
      { from: '2026-01-05', municipality: '240' },
      { from: '2026-04-01', municipality: '751' },
    ]);
    expect(person.jobSearches).toEqual(known(ainoStarted).jobSearches);
  });

  it('corrects the municipality of the very day known last', () => {
    const person = known(ainoStarted, { kind: 'MunicipalityChanged', from: day('2026-01-05'), municipality: '751' });
    expect(person.whereabouts).toEqual([{ from: '2026-01-05', municipality: '751' }]);
  });

  it('lets a move of a day that is withheld count only from the disclosure on', () => {
    const person = known(
      ainoStarted,
      { kind: 'MunicipalityWithheld', from: day('2026-04-01') },
      { kind: 'MunicipalityDisclosed', from: day('2026-08-01'), municipality: '851' },
      { kind: 'MunicipalityChanged', from: day('2026-07-01'), municipality: '751' },
    );
    expect(person.whereabouts).toEqual([{ from: '2026-01-05' }, { from: '2026-08-01', municipality: '751' }]);
  });

  it('leaves the counting of a job search that goes over to another area from that day on', () => {
    const out: PersonFact = { kind: 'JobSearchTransferredOut', jobSearchId: 'aino-1', on: day('2026-04-10') };
    const [search] = known(ainoStarted, out).jobSearches;
    expect(search?.to).toBe('2026-04-10');
    expect(search?.spells.at(-1)).toEqual({ status: '07', from: '2026-03-01', to: '2026-04-10' });
  });

  it('counts a job search from another area from its first day here, and knows its whole history', () => {
    const [search] = known(takenIn).jobSearches;
    expect(search).toEqual({
      jobSearchId: 'aino-9',
      from: '2026-05-01',
      citizenship: 'FINNISH',
      spells: [{ status: '02', from: '2025-01-01' }],
    });
    expect(known(takenIn).whereabouts).toEqual([{ from: '2026-05-01', municipality: '751' }]);
  });

  it('knows no day twice of a job search that left and came back', () => {
    const out: PersonFact = { kind: 'JobSearchTransferredOut', jobSearchId: 'aino-1', on: day('2026-04-10') };
    const back: PersonFact = {
      ...takenIn,
      startedOn: day('2026-01-05'),
      spells: [
        { status: '02', from: day('2026-01-05'), to: day('2026-03-01') },
        { status: '07', from: day('2026-03-01'), to: day('2026-04-20') },
        { status: '02', from: day('2026-04-20') },
      ],
    };
    const searches = known(ainoStarted, out, back).jobSearches;
    expect(searches.flatMap(({ spells }) => spells.map(({ from, to }) => [from, to]))).toEqual([
      ['2026-01-05', '2026-03-01'],
      ['2026-03-01', '2026-04-10'],
      ['2026-04-10', '2026-04-20'],
      ['2026-04-20', undefined],
    ]);
  });

  it('takes the history of records that became one in place of what was known, and nothing of the other record', () => {
    const merged: PersonFact = {
      kind: 'HistoryReplaced',
      jobSearches: [
        { jobSearchId: 'aino-0', from: day('2025-01-01'), to: day('2025-06-01'), citizenship: 'FINNISH', spells: [] },
      ],
      residences: [{ from: day('2025-03-01'), municipality: '851' }],
      ageBands: [{ from: day('2025-01-01'), band: 'UNDER_25' }],
    };
    const person = known(ainoStarted, { kind: 'SubsidyDays300Reached', on: day('2026-02-02') }, merged);
    expect(person.jobSearches.map(({ jobSearchId }) => jobSearchId)).toEqual(['aino-0']);
    expect(person.whereabouts).toEqual([{ from: '2025-01-01' }, { from: '2025-03-01', municipality: '851' }]);
    expect(person.subsidy300From).toBe('2026-02-02');
    expect(known(ainoStarted, { kind: 'MergedAway' })).toEqual(unknownPerson);
  });

  it('forgets age bands that were told wrongly', () => {
    const person = known(
      ainoStarted,
      { kind: 'AgeBandReached', band: '25_TO_59', on: day('2026-02-10') },
      { kind: 'AgeBandCorrected', band: '25_TO_59', from: day('2026-01-05') },
    );
    expect(person.ageBands).toEqual([{ from: '2026-01-05', band: '25_TO_59' }]);
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
    ['a job search that is taken in while one runs', [ainoStarted, takenIn]],
    [
      'a job search that goes over before it starts',
      [ainoStarted, { kind: 'JobSearchTransferredOut', jobSearchId: 'aino-1', on: day('2026-01-05') }],
    ],
    ['an end of an ended job search', [ainoStarted, ended('2026-04-30'), ended('2026-04-30')]],
    ['a history with a gap', [{ ...ainoStarted, spells: [{ status: '02', from: day('2026-01-06') }] } as PersonFact]],
  ])('takes no guess at %s', (_, facts) => {
    expect(() => known(...facts)).toThrow('contradicts');
  });
});
