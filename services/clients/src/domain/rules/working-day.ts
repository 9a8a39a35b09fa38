import { localDate } from '@tyovayla/kernel/local-date';
import type { RuleBook, RuleVersion } from '@tyovayla/kernel/rule-book';
import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { dateField, integerField } from '@tyovayla/kernel/rule-field';
import { countWorkingDays } from '@tyovayla/kernel/working-day';
import { closedOnParameter } from '@tyovayla/kernel/working-day-parameter';

/**
 * Working days of an authority: Monday to Friday without the closed days (handbook 2.1). One version: since 1992 the
 * feasts lie on the days that the calendar computes.
 */
const version: RuleVersion<Record<string, never>> = {
  validFrom: localDate('1992-01-01'),
  basis: {
    act: '150/1930',
    section: '2 § and 5 §',
    source: 'Act on the calculation of statutory time limits; handbook 2.1',
  },
  confidence: 'M',
  params: {},
};

const book: RuleBook<Record<string, never>> = { id: 'working-day', versions: [version] };

// Some 40 years, and an answer that stays readable.
const mostDays = 10_000;

/** Which day lies a number of working days ahead, and which weekdays did not count: for deadlines of any kind. */
export const workingDayRule: DeskRule = deskRule({
  name: 'working-day',
  description: 'The day that many working days after a day, which itself is not counted',
  fields: {
    from: dateField('The day to count from; it is not counted'),
    days: integerField('Working days to count; with 0 the day itself, or the next working day', {
      min: 0,
      max: mostDays,
    }),
  },
  parameters: { closedOn: closedOnParameter },
  book,
  decide: ({ from, days }, calendar) => {
    const { date, skipped } = countWorkingDays(from, days, calendar);
    return {
      version,
      outcome: { date, skipped },
      because: [
        days === 0
          ? { code: 'FIRST_WORKING_DAY_FROM', data: { from } }
          : { code: 'DAYS_AFTER_START_DAY', data: { from, workingDays: days } },
        ...skipped.map((day) => ({ code: 'CLOSED_DAY_PASSED_OVER', data: day })),
      ],
    };
  },
});
