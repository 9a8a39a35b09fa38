import { addDays, addYears, isBefore, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import type { PersonFact } from '../domain/person-picture/person-fact.ts';
import type { AgeBand } from '../domain/person-picture/person-picture.ts';
import type { StatusCode, StatusSpell } from '../domain/statistical-class/status-spell.ts';

/** What is true of a made-up person, told without events: the measure for what the service makes of the events. */
export type Truth = {
  readonly spells: readonly StatusSpell[];
  readonly searches: readonly {
    readonly from: LocalDate;
    readonly to?: LocalDate;
    readonly citizenship: 'FINNISH' | 'FOREIGN';
  }[];
  readonly birthDate: LocalDate;
  readonly municipality: string;
  /** A move within the area; only of people who are never withheld. */
  readonly moved?: { readonly from: LocalDate; readonly municipality: string };
  readonly withheld?: { readonly from: LocalDate; readonly to?: LocalDate };
  readonly subsidy300From?: LocalDate;
};

/** A made-up person: the facts that are published of them, oldest first, and what is true. */
export type LifeStory = { readonly clientId: string; readonly facts: readonly PersonFact[]; readonly truth: Truth };

type Dated = { readonly on: LocalDate; readonly fact: PersonFact };

const firstDay = localDate('2020-01-01');
/** No fact of a story is younger. */
export const lastStoryDay = localDate('2026-11-24');
const municipalities = ['240', '241', '751', '845', '851', '976', '198'];
const statuses: readonly StatusCode[] = ['02', '02', '02', '07', '07', '03', '00', '01', '05', '08'];

const picker = (random: () => number) => ({
  upTo: (most: number): number => Math.floor(random() * (most + 1)),
  one: <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T,
  chance: (of: number): boolean => random() < of,
});

type Picker = ReturnType<typeof picker>;

const bandOn = (birthDate: LocalDate, day: LocalDate): AgeBand => {
  if (day < addYears(birthDate, 25)) return 'UNDER_25';
  return day < addYears(birthDate, 60) ? '25_TO_59' : '60_OR_OVER';
};

type SearchPlan = { readonly from: LocalDate; readonly to?: LocalDate; readonly spells: readonly StatusSpell[] };

const closed = (spells: readonly StatusSpell[], to: LocalDate): readonly StatusSpell[] =>
  spells.map((spell) => (spell.to === undefined ? { ...spell, to } : spell));

const planSpells = (pick: Picker, from: LocalDate): readonly StatusSpell[] => {
  const spells: StatusSpell[] = [];
  let day = from;
  for (let left = pick.upTo(6); left >= 0 && day < lastStoryDay; left -= 1) {
    const next = addDays(day, 1 + pick.upTo(pick.chance(0.3) ? 700 : 120));
    const last = left === 0 || next >= lastStoryDay;
    spells.push(last ? { status: pick.one(statuses), from: day } : { status: pick.one(statuses), from: day, to: next });
    day = next;
  }
  return spells;
};

const planSearches = (pick: Picker): readonly SearchPlan[] => {
  const plans: SearchPlan[] = [];
  let from = addDays(firstDay, pick.upTo(1800));
  for (;;) {
    const spells = planSpells(pick, from);
    const running = spells.at(-1)?.from ?? from;
    const to = addDays(running, 1 + pick.upTo(200));
    if (plans.length === 2 || to > lastStoryDay || pick.chance(0.5)) return [...plans, { from, spells }];
    plans.push({ from, to, spells: closed(spells, to) });
    from = addDays(to, pick.upTo(200));
    if (from >= lastStoryDay) return plans;
  }
};

type Person = Pick<Truth, 'birthDate' | 'municipality' | 'moved' | 'withheld'> & {
  readonly citizenship: 'FINNISH' | 'FOREIGN';
};

const livesIn = ({ moved, municipality }: Pick<Truth, 'moved' | 'municipality'>, day: LocalDate): string =>
  moved !== undefined && day >= moved.from ? moved.municipality : municipality;

const isWithheld = (person: Pick<Truth, 'withheld'>, day: LocalDate): boolean =>
  person.withheld !== undefined &&
  person.withheld.from <= day &&
  (person.withheld.to === undefined || day < person.withheld.to);

/** The first spells come with the start, as when the area takes a running job search over; the rest one by one. */
const searchFacts = (pick: Picker, plan: SearchPlan, person: Person & { readonly id: string }): readonly Dated[] => {
  const takenOver = 1 + pick.upTo(plan.spells.length - 1);
  const known = plan.spells.slice(0, takenOver);
  const last = known.at(-1);
  const first: PersonFact = {
    kind: 'JobSearchStarted',
    jobSearchId: person.id,
    startedOn: plan.from,
    spells: last === undefined ? [] : [...known.slice(0, -1), { status: last.status, from: last.from }],
    ...(isWithheld(person, plan.from) ? {} : { municipality: livesIn(person, plan.from) }),
    citizenship: person.citizenship,
    ageBand: bandOn(person.birthDate, plan.from),
  };
  const later = plan.spells.slice(takenOver).flatMap((spell): readonly Dated[] => {
    const recorded = (status: string): Dated => ({
      on: spell.from,
      fact: { kind: 'EmploymentStatusRecorded', jobSearchId: person.id, from: spell.from, status },
    });
    return pick.chance(0.2) ? [recorded(pick.one(statuses)), recorded(spell.status)] : [recorded(spell.status)];
  });
  const end: readonly Dated[] =
    plan.to === undefined
      ? []
      : [
          {
            on: plan.to,
            fact: { kind: 'JobSearchEnded', jobSearchId: person.id, lastDay: addDays(plan.to, -1) },
          },
        ];
  return [{ on: plan.from, fact: first }, ...later, ...end];
};

const birthdayFacts = (birthDate: LocalDate): readonly Dated[] =>
  ([25, 60] as const)
    .map((age) => ({ on: addYears(birthDate, age), band: age === 25 ? '25_TO_59' : '60_OR_OVER' }) as const)
    .filter(({ on }) => on > firstDay && on <= lastStoryDay)
    .map(({ on, band }) => ({ on, fact: { kind: 'AgeBandReached', band, on } }));

const withheldFacts = (person: Person): readonly Dated[] => {
  const { withheld, municipality } = person;
  if (withheld === undefined) return [];
  const disclosed: readonly Dated[] =
    withheld.to === undefined
      ? []
      : [{ on: withheld.to, fact: { kind: 'MunicipalityDisclosed', from: withheld.to, municipality } }];
  return [{ on: withheld.from, fact: { kind: 'MunicipalityWithheld', from: withheld.from } }, ...disclosed];
};

const moveFacts = ({ moved }: Person): readonly Dated[] =>
  moved === undefined ? [] : [{ on: moved.from, fact: { kind: 'MunicipalityChanged', ...moved } }];

const planPerson = (pick: Picker, start: LocalDate): Person => {
  const from = addDays(start, pick.upTo(700));
  const withheld = pick.chance(0.5) ? { from } : { from, to: addDays(from, 1 + pick.upTo(500)) };
  const isHidden = pick.chance(0.2);
  const moved = { from: addDays(start, pick.upTo(900)), municipality: pick.one(municipalities) };
  return {
    birthDate: addDays(localDate('1955-06-15'), pick.upTo(18_000)),
    municipality: pick.one(municipalities),
    citizenship: pick.chance(0.15) ? 'FOREIGN' : 'FINNISH',
    ...(isHidden ? { withheld } : {}),
    ...(!isHidden && pick.chance(0.3) ? { moved } : {}),
  };
};

/** A person's story from random numbers: the same numbers tell the same story. */
export const lifeStory = (clientId: string, random: () => number): LifeStory => {
  const pick = picker(random);
  const plans = planSearches(pick);
  const start = plans[0]?.from ?? firstDay;
  const person = planPerson(pick, start);
  const subsidy300From = pick.chance(0.3) ? addDays(start, pick.upTo(900)) : undefined;
  const subsidy: readonly Dated[] =
    subsidy300From === undefined
      ? []
      : [{ on: subsidy300From, fact: { kind: 'SubsidyDays300Reached', on: subsidy300From } }];
  const dated = [
    ...plans.flatMap((plan, index) => searchFacts(pick, plan, { ...person, id: `${clientId}-search-${index + 1}` })),
    ...birthdayFacts(person.birthDate),
    ...withheldFacts(person),
    ...moveFacts(person),
    ...subsidy,
  ];
  // A stable sort: facts of one day stay in the order in which they were told.
  const told = [...dated].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ fact }) => fact);
  return {
    clientId,
    facts: [{ kind: 'ClientRegistered' }, ...told],
    truth: {
      spells: plans.flatMap((plan) => plan.spells),
      searches: plans.map(({ from, to }) => ({
        from,
        ...(to === undefined ? {} : { to }),
        citizenship: person.citizenship,
      })),
      birthDate: person.birthDate,
      municipality: person.municipality,
      ...(person.moved === undefined ? {} : { moved: person.moved }),
      ...(person.withheld === undefined ? {} : { withheld: person.withheld }),
      ...(subsidy300From === undefined ? {} : { subsidy300From }),
    },
  };
};

/** Where the person of a story is counted on a day: once withheld, all days up to a disclosure are. */
export const columnOn = (truth: Truth, day: LocalDate): string => {
  const { withheld } = truth;
  return withheld !== undefined && (withheld.to === undefined || day < withheld.to) ? 'withheld' : livesIn(truth, day);
};

/** The age band of a story's person on a day, from the birth date that no event carries; no birthday comes after the story's last day. */
export const truthfulBand = (truth: Truth, day: LocalDate): AgeBand =>
  bandOn(truth.birthDate, isBefore(day, lastStoryDay) ? day : lastStoryDay);
