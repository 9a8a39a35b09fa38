import { addDays, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, versionOn } from '@tyovayla/kernel/rule-book';

/**
 * How long a client has to explain a neglect (kuuleminen), in calendar days, the day of asking not counted. No time was
 * found in a source: seven days are a guess, which the area may set. Source: handbook 2.6, parameter hearing time.
 */
export const hearingTimeBook: RuleBook<{ readonly days: number }> = {
  id: 'hearing-time',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '434/2003', section: '', source: 'handbook 2.6: client has N days, P=7' },
      confidence: 'L',
      params: { days: 7 },
    },
  ],
};

/** Last day to explain for a client who was asked on `openedOn`; undefined before the rule began. */
export const hearingDeadline = (openedOn: LocalDate): LocalDate | undefined => {
  const version = versionOn(hearingTimeBook, openedOn);
  return version && addDays(openedOn, version.params.days);
};
