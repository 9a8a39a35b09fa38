import { addMonths, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import type { Reason } from '@tyovayla/kernel/rule-desk';

export type OfferParameters =
  | { readonly binds: 'ALWAYS' }
  | { readonly binds: 'QUOTA_NOT_MET_AFTER_MONTHS'; readonly monthsFromInterview: number };

/**
 * Whether a job offer (työtarjous) binds. 2 May 2022: when the job search has lasted six months from the initial
 * interview and the agreed number of applications was not reported before the offer. 1 January 2026: from the start of
 * the job search, also when the number is full. An offer that does not bind is voluntary. Source: handbook 2.5.
 */
export const offerBindingBook: RuleBook<OfferParameters> = {
  id: 'offer-binding',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: {
        act: '1290/2002',
        section: '',
        source: 'https://tyomarkkinatori.fi/henkiloasiakkaat/tyottomyysturva/karenssi',
      },
      confidence: 'H',
      params: { binds: 'QUOTA_NOT_MET_AFTER_MONTHS', monthsFromInterview: 6 },
    },
    {
      validFrom: localDate('2026-01-01'),
      basis: {
        act: '380/2023 as amended on the proposal HE 108/2025',
        section: '',
        source:
          'https://www.hel.fi/en/business-and-work/jobseekers/if-you-become-unemployed/jobseeker-rights-and-responsibilities',
      },
      confidence: 'H',
      params: { binds: 'ALWAYS' },
    },
  ],
};

export type OfferQuestion = {
  readonly offeredOn: LocalDate;
  /** Absent where the initial interview has not been held. */
  readonly interviewHeldOn?: LocalDate;
  /** Whether the agreed number of applications had been reported before the offer. */
  readonly quotaMet: boolean;
};

export type OfferByRule = {
  readonly binding: boolean;
  readonly version: RuleVersion<OfferParameters>;
  readonly because: readonly Reason[];
};

const bindsFrom = (months: number, { offeredOn, interviewHeldOn, quotaMet }: OfferQuestion): Reason | undefined => {
  if (interviewHeldOn === undefined) return { code: 'INTERVIEW_NOT_HELD', data: {} };
  const mayBindFrom = addMonths(interviewHeldOn, months);
  if (offeredOn < mayBindFrom) return { code: 'FIRST_MONTHS_VOLUNTARY', data: { months, mayBindFrom } };
  return quotaMet ? { code: 'QUOTA_MET_BEFORE_OFFER', data: {} } : undefined;
};

/**
 * Whether a job offer binds the client, by the version in force on the day of the offer. Refused before 2 May 2022.
 * Source: handbook 2.5.
 */
export const offerBinding = (question: OfferQuestion): Result<OfferByRule, 'NO_VERSION_IN_FORCE'> => {
  const version = versionOn(offerBindingBook, question.offeredOn);
  if (version === undefined) return refused('NO_VERSION_IN_FORCE');
  const { params } = version;
  if (params.binds === 'ALWAYS')
    return accepted({ binding: true, version, because: [{ code: 'BINDS_FROM_START_OF_JOB_SEARCH', data: {} }] });
  const months = params.monthsFromInterview;
  const voluntary = bindsFrom(months, question);
  const reason = voluntary ?? { code: 'QUOTA_NOT_MET_AFTER_FIRST_MONTHS', data: { months } };
  return accepted({ binding: voluntary === undefined, version, because: [reason] });
};
