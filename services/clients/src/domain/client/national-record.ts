import { allOf, badField, type Checked, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import { checkStatusCode, type EmploymentStatusCode } from './employment-status.ts';
import type { ClosedSpell, OpenSpell } from './job-search.ts';
import { subsidyDaysToReach } from './record-subsidy-days.ts';

/** A row of the status history as it was written down; an empty `to` is the open spell. */
export type StatusSpellForm = { readonly statusCode: string; readonly from: string; readonly to: string };

/** What the national register knows of a job search that already runs, as it was written down. */
export type NationalRecordForm = {
  readonly jobSearchStarted: string;
  readonly statusSpells: readonly StatusSpellForm[];
  readonly subsidyDays: number;
  /** Empty where fewer than 300 days are paid. */
  readonly subsidy300Reached: string;
};

/** A national record that agrees with itself. */
export type NationalRecord = {
  readonly startedOn: LocalDate;
  readonly closedSpells: readonly ClosedSpell[];
  readonly openSpell: OpenSpell;
  readonly subsidyDays: number;
  readonly subsidy300ReachedOn?: LocalDate;
};

type Spell = { readonly code: EmploymentStatusCode; readonly from: LocalDate; readonly to: LocalDate | undefined };

const spellField = (index: number, name: string): string => `national_record.status_spells[${index}].${name}`;

const checkPastDate = (field: string, text: string, today: LocalDate): Checked<LocalDate> => {
  const date = checkDate(field, text);
  return date.ok && date.value > today ? badField(field, 'DATE_IN_FUTURE', 'is after today') : date;
};

const checkOptionalDate = (field: string, text: string, today: LocalDate): Checked<LocalDate | undefined> =>
  text === '' ? accepted(undefined) : checkPastDate(field, text, today);

const checkSpell = (form: StatusSpellForm, index: number, today: LocalDate): Checked<Spell> =>
  allOf({
    code: checkStatusCode(spellField(index, 'status_code'), form.statusCode),
    from: checkPastDate(spellField(index, 'from_date'), form.from, today),
    to: checkOptionalDate(spellField(index, 'to_date'), form.to, today),
  });

/** Each spell begins where the one before it ends, and lasts at least a day; only the last is open. */
const checkChain = (spells: readonly Spell[], startedOn: LocalDate): Checked<readonly Spell[]> =>
  everyOf(
    spells.flatMap((spell, index) => {
      const beginsOn = index === 0 ? startedOn : spells[index - 1]?.to;
      const isLast = index === spells.length - 1;
      const follows = spell.from === beginsOn || beginsOn === undefined;
      const lasts = spell.to === undefined || spell.to > spell.from;
      return [
        follows ? accepted(spell) : badField(spellField(index, 'from_date'), 'SPELL_GAP', 'leaves a gap or overlaps'),
        lasts
          ? accepted(spell)
          : badField(spellField(index, 'to_date'), 'PERIOD_REVERSED', 'is not after the first day'),
        isLast === (spell.to === undefined)
          ? accepted(spell)
          : badField(spellField(index, 'to_date'), 'SPELL_OPEN', 'only the last spell is open, and it is'),
      ];
    }),
  );

const checkSubsidy = (days: number, reachedOn: LocalDate | undefined): Checked<number> =>
  days >= subsidyDaysToReach === (reachedOn !== undefined)
    ? accepted(days)
    : badField(
        'national_record.subsidy_300_reached_date',
        'SUBSIDY_300_DISAGREES',
        'a date is given exactly where 300 days or more are paid',
      );

const recordOf = (
  spells: readonly Spell[],
  rest: Omit<NationalRecord, 'closedSpells' | 'openSpell'>,
): Checked<NationalRecord> => {
  const last = spells.at(-1);
  if (last === undefined) return badField('national_record.status_spells', 'SPELLS_MISSING', 'holds no spell');
  const closedSpells = spells.flatMap(({ code, from, to }) => (to === undefined ? [] : [{ code, from, to }]));
  return accepted({ ...rest, closedSpells, openSpell: { code: last.code, from: last.from } });
};

/**
 * Reads the record of a job search that is taken over while it runs: contiguous spells from its first day to the open
 * one, no day in the future, subsidy days that agree with the day on which the 300th was paid. All contradictions at
 * once, as violations on `national_record.…`.
 */
export const readNationalRecord = (form: NationalRecordForm, today: LocalDate): Checked<NationalRecord> => {
  const fields = allOf({
    startedOn: checkPastDate('national_record.job_search_started_date', form.jobSearchStarted, today),
    spells: everyOf(form.statusSpells.map((spell, index) => checkSpell(spell, index, today))),
    reachedOn: checkOptionalDate('national_record.subsidy_300_reached_date', form.subsidy300Reached, today),
  });
  if (!fields.ok) return fields;
  const { startedOn, spells, reachedOn } = fields.value;
  const together = allOf({
    spells: checkChain(spells, startedOn),
    subsidyDays: checkSubsidy(form.subsidyDays, reachedOn),
  });
  if (!together.ok) return refused(together.refusal);
  const subsidy300 = reachedOn === undefined ? {} : { subsidy300ReachedOn: reachedOn };
  return recordOf(spells, { startedOn, subsidyDays: form.subsidyDays, ...subsidy300 });
};
