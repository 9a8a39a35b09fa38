import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import type { StatusSpell } from '../statistical-class/status-spell.ts';
import { dayRange } from './day-range.ts';
import type { PersonFact } from './person-fact.ts';
import {
  type AgeFrom,
  type CountedJobSearch,
  type PersonPicture,
  unknownPerson,
  type Whereabouts,
} from './person-picture.ts';

type FactOf<Kind extends PersonFact['kind']> = Extract<PersonFact, { kind: Kind }>;

/** A fact that cannot follow what is known is a fault of the producer: it is kept aside, never guessed at. */
const contradiction = (what: string): never => {
  throw new Error(`fact contradicts the person's history: ${what}`);
};

const byDay = <Change extends { readonly from: LocalDate }>(a: Change, b: Change): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : 0;

const withoutGap = (spells: readonly StatusSpell[], startedOn: LocalDate): boolean =>
  spells.length > 0 &&
  spells[0]?.from === startedOn &&
  spells.every(
    (spell, index) => spell.to === spells[index + 1]?.from && (spell.to === undefined || spell.from < spell.to),
  );

/** Later residences give way; a later withholding stays, because only a disclosure ends it. */
const residesFrom = (known: readonly Whereabouts[], from: LocalDate, municipality: string): readonly Whereabouts[] =>
  [
    ...known.filter((place) => place.from < from || (place.from > from && place.municipality === undefined)),
    { from, municipality },
  ].sort(byDay);

const onlyBefore = (known: readonly Whereabouts[], from: LocalDate): readonly Whereabouts[] =>
  known.filter((place) => place.from < from);

/** The person moved: from that day on they are counted there, but on days for which the municipality is withheld. */
const movedTo = (known: readonly Whereabouts[], from: LocalDate, municipality: string): readonly Whereabouts[] => {
  const before = known.filter((place) => place.from < from);
  const onTheDay = known.filter((place) => place.from <= from).at(-1);
  const withheld = onTheDay !== undefined && onTheDay.municipality === undefined;
  return [
    ...before,
    ...(withheld ? known.filter((place) => place.from === from) : [{ from, municipality }]),
    ...known
      .filter((place) => place.from > from)
      .map((place) => (place.municipality === undefined ? place : { from: place.from, municipality })),
  ];
};

/**
 * Nothing is left of where the person lived, also before: a municipality of former days would tell where to look. Facts
 * that told it can't be called back, but nothing is counted by them any more.
 */
const withheldThroughout = (person: PersonPicture, from: LocalDate): readonly Whereabouts[] => {
  const first = person.whereabouts[0]?.from;
  return [{ from: first !== undefined && first < from ? first : from }];
};

const inBandFrom = (known: readonly AgeFrom[], reached: AgeFrom): readonly AgeFrom[] =>
  [...known.filter((age) => age.from !== reached.from), reached].sort(byDay);

/** The job search up to, and without, a day; undefined where nothing is left of it. */
const cutAt = (search: CountedJobSearch, to: LocalDate): CountedJobSearch | undefined => {
  if (search.from >= to) return undefined;
  const spells = search.spells
    .filter((spell) => spell.from < to)
    .map((spell) => ({
      status: spell.status,
      ...dayRange(spell.from, spell.to === undefined || spell.to > to ? to : spell.to),
    }));
  return { ...search, to, spells };
};

/** Who ends a job search and starts another on the same day is counted once: that day belongs to the new one. */
const formerSearches = (person: PersonPicture, startedOn: LocalDate): readonly CountedJobSearch[] =>
  person.jobSearches.flatMap((search) => {
    if (search.to === undefined) return contradiction('a job search starts while another runs');
    if (search.from > startedOn) return contradiction('a job search starts before a former one');
    return (search.to > startedOn ? cutAt(search, startedOn) : search) ?? [];
  });

const started = (person: PersonPicture, fact: FactOf<'JobSearchStarted'>): PersonPicture => {
  if (!withoutGap(fact.spells, fact.startedOn)) contradiction('status spells have a gap or an overlap');
  const { jobSearchId, startedOn, spells, citizenship, municipality } = fact;
  return {
    ...person,
    jobSearches: [...formerSearches(person, startedOn), { jobSearchId, from: startedOn, citizenship, spells }],
    whereabouts:
      municipality === undefined
        ? [...onlyBefore(person.whereabouts, startedOn), { from: startedOn }]
        : residesFrom(person.whereabouts, startedOn, municipality),
    ageBands: inBandFrom(person.ageBands, { from: startedOn, band: fact.ageBand }),
  };
};

const changeRunning = (
  person: PersonPicture,
  jobSearchId: string,
  change: (search: CountedJobSearch) => CountedJobSearch,
): PersonPicture => {
  const running = person.jobSearches.at(-1);
  if (running?.jobSearchId !== jobSearchId || running.to !== undefined) {
    return contradiction('the job search does not run');
  }
  return { ...person, jobSearches: [...person.jobSearches.slice(0, -1), change(running)] };
};

/** A search that comes from another area counts from its first day here; what was before is history of the same person. */
const takenIn = (person: PersonPicture, fact: FactOf<'JobSearchTakenIn'>): PersonPicture => {
  if (!withoutGap(fact.spells, fact.startedOn)) contradiction('status spells have a gap or an overlap');
  const { jobSearchId, takenInOn, citizenship, municipality } = fact;
  const former = formerSearches(person, takenInOn);
  const spells = spellsFrom(fact.spells, former.at(-1)?.to);
  if (spells.length === 0) contradiction('a job search that is taken in has ended before');
  return {
    ...person,
    jobSearches: [...former, { jobSearchId, from: takenInOn, citizenship, spells }],
    whereabouts:
      municipality === undefined
        ? [...onlyBefore(person.whereabouts, takenInOn), { from: takenInOn }]
        : residesFrom(person.whereabouts, takenInOn, municipality),
    ageBands: inBandFrom(person.ageBands, { from: takenInOn, band: fact.ageBand }),
  };
};

/** What of a history is not known from a search that was counted here before. */
const spellsFrom = (spells: readonly StatusSpell[], known: LocalDate | undefined): readonly StatusSpell[] =>
  known === undefined
    ? spells
    : spells
        .filter(({ to }) => to === undefined || to > known)
        .map((spell) => (spell.from < known ? { ...spell, from: known } : spell));

const replaced = (person: PersonPicture, fact: FactOf<'HistoryReplaced'>): PersonPicture => {
  const { jobSearches, residences, ageBands } = fact;
  const first = jobSearches[0]?.from;
  const told = residences[0]?.from;
  const subsidy300From = fact.subsidy300From ?? person.subsidy300From;
  return {
    jobSearches,
    whereabouts:
      first === undefined || (told !== undefined && told <= first) ? residences : [{ from: first }, ...residences],
    ageBands,
    ...(subsidy300From && { subsidy300From }),
  };
};

const recorded = (person: PersonPicture, fact: FactOf<'EmploymentStatusRecorded'>): PersonPicture =>
  changeRunning(person, fact.jobSearchId, (search) => {
    const last = search.spells.at(-1);
    if (last === undefined || fact.from < last.from) return contradiction('a status before the running spell');
    const kept = search.spells.slice(0, -1);
    const closed = fact.from === last.from ? kept : [...kept, { ...last, to: fact.from }];
    return { ...search, spells: [...closed, { status: fact.status, from: fact.from }] };
  });

const ended = (person: PersonPicture, fact: FactOf<'JobSearchEnded'>): PersonPicture =>
  changeRunning(
    person,
    fact.jobSearchId,
    (search) => cutAt(search, addDays(fact.lastDay, 1)) ?? contradiction('a job search ends before it starts'),
  );

/**
 * What is known of a person after one more fact. Facts of one person come in the order of their versions.
 * Throws where a fact contradicts the history (no such running job search, a status before the running spell,
 * spells with a gap): the caller keeps such an event aside.
 */
export const foldPersonFact = (person: PersonPicture, fact: PersonFact): PersonPicture => {
  switch (fact.kind) {
    case 'ClientRegistered':
      return person;
    case 'JobSearchStarted':
      return started(person, fact);
    case 'EmploymentStatusRecorded':
      return recorded(person, fact);
    case 'JobSearchEnded':
      return ended(person, fact);
    case 'JobSearchTransferredOut':
      return changeRunning(
        person,
        fact.jobSearchId,
        (search) => cutAt(search, fact.on) ?? contradiction('a job search goes over before it starts'),
      );
    case 'JobSearchTakenIn':
      return takenIn(person, fact);
    case 'HistoryReplaced':
      return replaced(person, fact);
    case 'MergedAway':
      return unknownPerson;
    case 'AgeBandCorrected': {
      const before = person.ageBands.filter((age) => age.from < fact.from);
      return { ...person, ageBands: [...before, { from: fact.from, band: fact.band }] };
    }
    case 'AgeBandReached':
      return { ...person, ageBands: inBandFrom(person.ageBands, { from: fact.on, band: fact.band }) };
    case 'SubsidyDays300Reached':
      return person.subsidy300From !== undefined && person.subsidy300From <= fact.on
        ? person
        : { ...person, subsidy300From: fact.on };
    case 'MunicipalityWithheld':
      return { ...person, whereabouts: withheldThroughout(person, fact.from) };
    case 'MunicipalityChanged':
      return { ...person, whereabouts: movedTo(person.whereabouts, fact.from, fact.municipality) };
    case 'MunicipalityDisclosed':
      return {
        ...person,
        whereabouts: [
          ...onlyBefore(person.whereabouts, fact.from),
          { from: fact.from, municipality: fact.municipality },
        ],
      };
  }
};
