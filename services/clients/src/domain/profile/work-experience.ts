import { allOf, badField, type Checked, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import { addDays, daysBetween, type LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { checkOccupation, type OccupationCode } from './occupation-code.ts';

/** What sort of employer work was done for; no employer is named. */
export const employerKinds = ['COMPANY', 'MUNICIPAL', 'STATE', 'ASSOCIATION', 'HOUSEHOLD', 'OWN_BUSINESS'] as const;

export type EmployerKind = (typeof employerKinds)[number];

/** Work in one occupation for one employer. */
export type WorkExperience = {
  readonly occupation: OccupationCode;
  readonly from: LocalDate;
  /** The last day; absent while it goes on. */
  readonly to?: LocalDate;
  readonly employerKind: EmployerKind;
};

/** Work as it was written down; an empty `to` while it goes on. */
export type WorkExperienceForm = {
  readonly occupation: string;
  readonly from: string;
  readonly to: string;
  readonly employerKind: string;
};

/** Months in one occupation, rounded. */
export type OccupationExperience = { readonly occupation: OccupationCode; readonly months: number };

const inPast = (field: string, text: string, today: LocalDate): Checked<LocalDate> => {
  const date = checkDate(field, text);
  return date.ok && date.value > today ? badField(field, 'DATE_IN_FUTURE', 'is after today') : date;
};

/** Reads one work; violations on `<at>.occupation_code`, `.from_date`, `.to_date`, `.employer_kind`. */
export const checkWorkExperience = (
  at: string,
  form: WorkExperienceForm,
  today: LocalDate,
): Checked<WorkExperience> => {
  const to: Checked<LocalDate | undefined> =
    form.to === '' ? accepted(undefined) : inPast(`${at}.to_date`, form.to, today);
  const fields = allOf({
    occupation: checkOccupation(`${at}.occupation_code`, form.occupation),
    from: inPast(`${at}.from_date`, form.from, today),
    to,
    employerKind: checkCode(`${at}.employer_kind`, form.employerKind, employerKinds),
  });
  if (!fields.ok) return fields;
  const { occupation, from, employerKind } = fields.value;
  const until = fields.value.to;
  if (until !== undefined && until < from) {
    return badField(`${at}.to_date`, 'PERIOD_REVERSED', 'is before the first day');
  }
  return accepted({ occupation, from, ...(until && { to: until }), employerKind });
};

// The mean month of the Gregorian calendar.
const daysInMonth = 30.436_875;

/** Days that at least one of the works covers: two jobs at once count once. */
const daysWorked = (works: readonly WorkExperience[], today: LocalDate): number => {
  const inOrder = works.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  let days = 0;
  let reached: LocalDate | undefined;
  for (const { from, to = today } of inOrder) {
    const end = addDays(to, 1);
    const begin = reached !== undefined && reached > from ? reached : from;
    if (end <= begin) continue;
    days += daysBetween(begin, end);
    reached = end;
  }
  return days;
};

/** Experience by occupation in months, rounded, up to a day, in order of code: what matching needs of a work history. */
export const experienceOf = (
  workHistory: readonly WorkExperience[],
  today: LocalDate,
): readonly OccupationExperience[] =>
  [...new Set(workHistory.map(({ occupation }) => occupation))].toSorted().map((occupation) => {
    const works = workHistory.filter((work) => work.occupation === occupation);
    return { occupation, months: Math.round(daysWorked(works, today) / daysInMonth) };
  });
