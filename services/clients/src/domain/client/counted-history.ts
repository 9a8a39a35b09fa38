import type { LocalDate } from '@tyovayla/kernel/local-date';
import { ageBandOn, turnsOn } from './age-band.ts';
import { countedUntil, type JobSearch, type StatusSpell, statusSpellsOf } from './job-search.ts';
import type { CountedHistory, CountedJobSearch, Residence } from './life-cycle-events.ts';

/** What a person's history is put together from. */
export type HistoryParts = {
  /** Job searches whose days count where two records have the same days. */
  readonly first: readonly JobSearch[];
  /** Those of the other record; empty where there is none. */
  readonly second: readonly JobSearch[];
  readonly residences: readonly Residence[];
  readonly birthDate: LocalDate;
  readonly foreignCitizen: boolean;
  readonly subsidy300ReachedOn?: LocalDate;
  readonly today: LocalDate;
};

type Stretch = { readonly from: LocalDate; readonly to?: LocalDate };

type Counted = Stretch & { readonly jobSearch: JobSearch };

/** The days on which a job search counts here. */
export const countedDays = (jobSearch: JobSearch): Stretch => {
  const to = countedUntil(jobSearch);
  return { from: jobSearch.takenIn?.on ?? jobSearch.startedOn, ...(to && { to }) };
};

/** Whether two stretches have a day in common. */
export const overlaps = (one: Stretch, other: Stretch): boolean =>
  (one.to === undefined || other.from < one.to) && (other.to === undefined || one.from < other.to);

/** What is left of a stretch without the days of another. */
const without = (whole: Counted, taken: Stretch): readonly Counted[] => {
  if (!overlaps(whole, taken)) return [whole];
  const before = whole.from < taken.from ? [{ ...whole, to: taken.from }] : [];
  const { to } = taken;
  const goesOn = to !== undefined && (whole.to === undefined || to < whole.to);
  return [...before, ...(goesOn ? [{ ...whole, from: to }] : [])];
};

const countedOf = (jobSearch: JobSearch): Counted => ({ ...countedDays(jobSearch), jobSearch });

const byDay = (one: Stretch, other: Stretch): number => (one.from < other.from ? -1 : 1);

/** A history up to a day, and without what the search before it has told already. */
const spellsWithin = (
  spells: readonly StatusSpell[],
  { after, to }: { readonly after: LocalDate | undefined; readonly to: LocalDate | undefined },
): readonly StatusSpell[] =>
  spells.flatMap((spell): readonly StatusSpell[] => {
    const end = 'to' in spell ? spell.to : undefined;
    const from = after !== undefined && spell.from < after ? after : spell.from;
    const until = to !== undefined && (end === undefined || end > to) ? to : end;
    if (until !== undefined && until <= from) return [];
    return [{ code: spell.code, from, ...(until && { to: until }) }];
  });

const told = (searches: readonly Counted[], foreignCitizen: boolean): readonly CountedJobSearch[] =>
  searches.map(({ jobSearch, from, to }, index) => ({
    jobSearchId: jobSearch.jobSearchId,
    from,
    ...(to && { to }),
    statusSpells: spellsWithin(statusSpellsOf(jobSearch), { after: searches[index - 1]?.to, to }),
    foreignCitizen,
  }));

const birthdayIn = (name: 'turned25On' | 'turned60On', day: LocalDate, { from, to }: Required<Stretch>) =>
  day > from && day <= to ? { [name]: day } : {};

/**
 * A person's history as it counts, each day once: where two records have the same days, those of the first count.
 * Citizenship is told as it is now for all of it: what it was before is not kept.
 */
export const countedHistory = (parts: HistoryParts): CountedHistory => {
  const first = parts.first.map(countedOf);
  const rest = first.reduce<readonly Counted[]>(
    (left, taken) => left.flatMap((search) => without(search, taken)),
    parts.second.map(countedOf),
  );
  const searches = [...first, ...rest].sort(byDay);
  const start = searches[0]?.from ?? parts.today;
  const span = { from: start, to: parts.today };
  return {
    jobSearches: told(searches, parts.foreignCitizen),
    residences: parts.residences,
    ...(parts.subsidy300ReachedOn && { subsidy300ReachedOn: parts.subsidy300ReachedOn }),
    ageBand: ageBandOn(parts.birthDate, start),
    ...birthdayIn('turned25On', turnsOn(parts.birthDate, 25), span),
    ...birthdayIn('turned60On', turnsOn(parts.birthDate, 60), span),
  };
};
