import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';

export type ConsequencesCode = 'REMINDER_FIRST' | 'BENEFIT_LOST_FROM_FIRST_NEGLECT';

/**
 * Which text on the consequences of a neglect belongs in a plan. 2 May 2022: the first neglect brings a reminder.
 * 1 March 2026: it brings seven days without a benefit. Source: handbook 2.3 (content) and 2.6 (steps).
 */
export const consequencesBook: RuleBook<{ readonly code: ConsequencesCode }> = {
  id: 'plan-consequences-text',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '1290/2002', section: '', source: 'handbook 2.6' },
      confidence: 'H',
      params: { code: 'REMINDER_FIRST' },
    },
    {
      validFrom: localDate('2026-03-01'),
      basis: { act: '1290/2002', section: '', source: 'https://www.sttinfo.fi/tiedote/71719725/' },
      confidence: 'H',
      params: { code: 'BENEFIT_LOST_FROM_FIRST_NEGLECT' },
    },
  ],
};

/**
 * First day on which plans carry another text than this one, the law having changed; undefined while none is known, and
 * for a text that is in no version.
 */
export const consequencesUntil = (code: string): LocalDate | undefined => {
  const last = consequencesBook.versions.findLastIndex(({ params }) => params.code === code);
  return last === -1 ? undefined : consequencesBook.versions[last + 1]?.validFrom;
};

/** First day of the version that brought this text; undefined for a text that is in no version. */
export const consequencesFrom = (code: string): LocalDate | undefined =>
  consequencesBook.versions.find(({ params }) => params.code === code)?.validFrom;

/** The text that a plan written on this day carries. */
export const consequencesOn = (day: LocalDate): ConsequencesCode =>
  versionOn(consequencesBook, day)?.params.code ?? 'REMINDER_FIRST';
