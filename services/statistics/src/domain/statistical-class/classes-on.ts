import {
  addDays,
  addMonths,
  daysBetween,
  fromDayNumber,
  type LocalDate,
  toDayNumber,
} from '@tyovayla/kernel/local-date';
import { type ClassRow, type DaySpell, toDaySpell } from './class-intervals.ts';
import { type ClassParameters, defaultClassParameters } from './class-parameters.ts';
import { countsAsInService, countsAsUnemployed, type StatusSpell } from './status-spell.ts';

/** What the classes of one person on one day rest on. */
export type ClassMeasures = {
  /** Status on the day; absent where no job search runs. */
  readonly status?: string;
  /** First day of the unemployment that has not been interrupted until the day. */
  readonly unemployedSince?: LocalDate;
  readonly equivalentWindowFrom: LocalDate;
  /** Days of unemployment from the window's first day until the day, the day itself not counted. */
  readonly unemployedDays: number;
  readonly neededDays: number;
  readonly serviceWindowFrom: LocalDate;
  readonly serviceWindowLast: LocalDate;
  /** First days without service after each placement that ended in the window, in order of time. */
  readonly placementsEndedOn: readonly LocalDate[];
};

export type Classes = Readonly<Record<ClassRow, boolean>>;

const statusOn = (spells: readonly DaySpell[], day: number): string | undefined =>
  spells.find((spell) => spell.from <= day && day < spell.to)?.status;

const isUnemployed = (spells: readonly DaySpell[], day: number): boolean => {
  const status = statusOn(spells, day);
  return status !== undefined && countsAsUnemployed(status);
};

const isInService = (spells: readonly DaySpell[], day: number): boolean => {
  const status = statusOn(spells, day);
  return status !== undefined && countsAsInService(status);
};

const uninterruptedSince = (spells: readonly DaySpell[], day: number, shortBreakDays: number): number => {
  let since = day;
  let breakDays = 0;
  const first = spells[0]?.from ?? day;
  for (let earlier = day - 1; earlier >= first && breakDays <= shortBreakDays; earlier -= 1) {
    breakDays = isUnemployed(spells, earlier) ? 0 : breakDays + 1;
    if (breakDays === 0) since = earlier;
  }
  return since;
};

const daysThat = (from: LocalDate, to: LocalDate, holds: (day: number) => boolean): number[] => {
  const days: number[] = [];
  for (let day = toDayNumber(from); day < toDayNumber(to); day += 1) if (holds(day)) days.push(day);
  return days;
};

/** Measures one person on one day, day by day as the definitions read (handbook 11.1). */
export const measuresOn = (
  spells: readonly StatusSpell[],
  day: LocalDate,
  parameters: ClassParameters,
): ClassMeasures => {
  const known = spells.map(toDaySpell);
  const today = toDayNumber(day);
  const status = statusOn(known, today);
  const equivalentWindowFrom = addMonths(day, -parameters.equivalentWithinMonths);
  const serviceWindowFrom = addMonths(day, -parameters.serviceWithinMonths);
  const serviceWindowLast = addMonths(day, -parameters.serviceEndedMonths);
  const placementEnds = daysThat(
    serviceWindowFrom,
    addDays(serviceWindowLast, 1),
    (each) => isInService(known, each - 1) && !isInService(known, each),
  );
  return {
    ...(status === undefined ? {} : { status }),
    ...(isUnemployed(known, today)
      ? { unemployedSince: fromDayNumber(uninterruptedSince(known, today, parameters.shortBreakDays)) }
      : {}),
    equivalentWindowFrom,
    unemployedDays: daysThat(equivalentWindowFrom, day, (each) => isUnemployed(known, each)).length,
    neededDays: daysBetween(addMonths(day, -parameters.equivalentMonths), day),
    serviceWindowFrom,
    serviceWindowLast,
    placementsEndedOn: placementEnds.map(fromDayNumber),
  };
};

/** The classes that measures amount to. The four parts of structural unemployment exclude each other, in this order. */
export const classesBy = (measures: ClassMeasures, day: LocalDate, parameters: ClassParameters): Classes => {
  const unemployed = measures.status !== undefined && countsAsUnemployed(measures.status);
  const inService = measures.status !== undefined && countsAsInService(measures.status);
  const placementEnded = measures.placementsEndedOn.length > 0;
  const { unemployedSince } = measures;
  const longTerm = unemployedSince !== undefined && addMonths(unemployedSince, parameters.longTermMonths) <= day;
  const ltuEquivalent = unemployed && !longTerm && measures.unemployedDays >= measures.neededDays;
  const fromServiceUnemployed = unemployed && !longTerm && !ltuEquivalent && placementEnded;
  const serviceToService = inService && placementEnded;
  return {
    unemployed,
    broad: unemployed || inService,
    longTerm,
    ltuEquivalent,
    fromServiceUnemployed,
    serviceToService,
    structural: longTerm || ltuEquivalent || fromServiceUnemployed || serviceToService,
  };
};

/** The classes of one person on one day: the definition that `classIntervals` must equal on every day. */
export const classesOn = (
  spells: readonly StatusSpell[],
  day: LocalDate,
  parameters: ClassParameters = defaultClassParameters,
): Classes => classesBy(measuresOn(spells, day, parameters), day, parameters);
