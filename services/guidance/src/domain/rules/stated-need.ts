import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';

export type StatedNeedParameters = {
  /** Most hours for which a stated need opens a client's data; the area's own to set (`need.maxHours`). */
  readonly maxHours: number;
};

const sinceTheAreaBegan: RuleVersion<StatedNeedParameters> = {
  validFrom: localDate('2025-01-01'),
  basis: { act: '', section: '', source: 'handbook R1.23: access without an assignment, practice' },
  confidence: 'M',
  params: { maxHours: 8 },
};

/** For how long somebody may see a client whom they do not serve. */
export const statedNeedBook: RuleBook<StatedNeedParameters> = { id: 'stated-need', versions: [sinceTheAreaBegan] };

/** The version in force on a day; before the area began, its first. */
export const statedNeedOn = (date: LocalDate): RuleVersion<StatedNeedParameters> =>
  versionOn(statedNeedBook, date) ?? sinceTheAreaBegan;
