import { addMonths, type LocalDate, monthEnd, parseLocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';

/** Months, both included, as YYYY-MM. */
export type Months = { readonly fromMonth: string; readonly toMonth: string };

/** The longest course that is given at once. */
const mostMonths = 60;

const invalid = (field: string, code: string, description: string): Refusal => ({
  kind: 'invalid',
  code: 'INVALID_REQUEST',
  data: {},
  violations: [{ field, code, description }],
});

/**
 * The counting days (last days) of months, in order: table 1 averages them (handbook 11.1).
 * Refuses with all that is wrong: months that don't exist, the last before the first, more than 60.
 */
export const countingDays = (months: Months): Result<readonly LocalDate[], Refusal> => {
  const from = parseLocalDate(`${months.fromMonth}-01`);
  const to = parseLocalDate(`${months.toMonth}-01`);
  if (from === undefined) return refused(invalid('months.from_month', 'NOT_A_MONTH', 'must be a month, YYYY-MM'));
  if (to === undefined) return refused(invalid('months.to_month', 'NOT_A_MONTH', 'must be a month, YYYY-MM'));
  if (to < from) return refused(invalid('months.to_month', 'BEFORE_FIRST', 'must not be before the first month'));
  if (to >= addMonths(from, mostMonths)) {
    return refused(invalid('months.to_month', 'TOO_MANY_MONTHS', `at most ${mostMonths} months from the first`));
  }
  const days: LocalDate[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) days.push(monthEnd(month));
  return accepted(days);
};
