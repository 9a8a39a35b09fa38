import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import type { JobNeglectKind } from '../neglect/neglect-kind.ts';

export type WaitingPeriodParameters = { readonly days: Readonly<Record<JobNeglectKind, number>> };

/**
 * Waiting periods beside the staircase, in calendar days: a job left or its end caused without a valid reason 45, of a
 * job of five days at most 30; a job refused that one was chosen for 45. Whether HE 108/2025 changed them was not found:
 * the area may set them. Source: handbook 2.6, https://kokokassa.fi/karenssi/.
 */
export const waitingPeriodBook: RuleBook<WaitingPeriodParameters> = {
  id: 'waiting-period',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '1290/2002', section: '', source: 'https://kokokassa.fi/karenssi/' },
      confidence: 'H',
      params: { days: { JOB_LEFT: 45, SHORT_JOB_LEFT: 30, CHOSEN_JOB_REFUSED: 45 } },
    },
    {
      validFrom: localDate('2026-03-01'),
      basis: {
        act: '1290/2002 as amended on the proposal HE 108/2025',
        section: '',
        source: 'https://kokokassa.fi/karenssi/; a change was not found',
      },
      confidence: 'L',
      params: { days: { JOB_LEFT: 45, SHORT_JOB_LEFT: 30, CHOSEN_JOB_REFUSED: 45 } },
    },
  ],
};

export type JobWaitingPeriod = { readonly days: number; readonly version: RuleVersion<WaitingPeriodParameters> };

/** How long no benefit is paid after a neglect of this kind; undefined before the rule began. */
export const jobWaitingPeriod = (kind: JobNeglectKind, occurredOn: LocalDate): JobWaitingPeriod | undefined => {
  const version = versionOn(waitingPeriodBook, occurredOn);
  return version && { days: version.params.days[kind], version };
};
