import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import {
  countWorkingDays,
  finnishCalendar,
  type SkippedWeekday,
  type WorkingCalendar,
} from '@tyovayla/kernel/working-day';

/** From what the time to publish a profile runs. */
export type ProfileClockStart = 'JOB_SEARCH_START' | 'NEXT_DISCUSSION';

export type ProfileParameters = {
  readonly runsFrom: ProfileClockStart;
  /** Working days; the first day is not counted. */
  readonly workingDays: number;
  /** First day on which a discussion starts the duty of a job search that is older than it. */
  readonly discussionFrom?: LocalDate;
  /** Employment status codes under which nobody owes a profile: full-time work, full-time study. */
  readonly exemptStatusCodes: readonly string[];
};

const basis = {
  act: '380/2023 as amended on the proposal HE 108/2025',
  section: '',
  source: 'https://tem.fi/en/development-of-jobseekers-service-process-and-employment-services; tyomarkkinatori.fi',
} as const;

const exemptStatusCodes = ['00', '01', '08'];

const dutyFrom = localDate('2026-09-01');

/**
 * The job-applicant profile (työnhakuprofiili). 1 September 2026: a new job search creates and publishes one within 15
 * working days of its start. One that had started before: within 15 working days of its next discussion from that day
 * on. Who works or studies full time is exempt by status; entrepreneurs and those who can't use a profile alone are for an
 * official to see. Source: handbook 2.7. The first version reaches back to the act 916/2012, since old job searches run on.
 */
export const profileDueBook: RuleBook<ProfileParameters> = {
  id: 'profile-due',
  versions: [
    {
      validFrom: localDate('2013-01-01'),
      basis,
      confidence: 'M',
      params: { runsFrom: 'NEXT_DISCUSSION', workingDays: 15, discussionFrom: dutyFrom, exemptStatusCodes },
    },
    {
      validFrom: dutyFrom,
      basis,
      confidence: 'M',
      params: { runsFrom: 'JOB_SEARCH_START', workingDays: 15, exemptStatusCodes },
    },
  ],
};

/** What follows where no profile is published in time: nothing for the client's job search or benefit. */
export type ProfileOnMiss = 'AUTHORITY_PUBLISHES_MINIMUM_PROFILE';

export type ProfileQuestion = {
  readonly jobSearchStartedOn: LocalDate;
  /** The next job-search discussion, as far as it is known. */
  readonly nextDiscussionOn?: LocalDate;
};

export type ProfileDue = {
  readonly required: 'REQUIRED' | 'NOT_YET';
  /** Day on which the time began to run; absent where it has not. */
  readonly runsFrom?: LocalDate;
  /** Last day; absent where the time has not begun to run. */
  readonly dueOn?: LocalDate;
  readonly skipped: readonly SkippedWeekday[];
  readonly onMiss: ProfileOnMiss;
  readonly version: RuleVersion<ProfileParameters>;
};

const startOf = (
  { runsFrom, discussionFrom }: ProfileParameters,
  { jobSearchStartedOn, nextDiscussionOn }: ProfileQuestion,
): LocalDate | undefined => {
  if (runsFrom === 'JOB_SEARCH_START') return jobSearchStartedOn;
  const isUnderDuty =
    nextDiscussionOn !== undefined && discussionFrom !== undefined && discussionFrom <= nextDiscussionOn;
  return isUnderDuty ? nextDiscussionOn : undefined;
};

/**
 * When a job seeker's profile is to be created and published; exempt statuses are the caller's to see. Refused before
 * 2013. Source: handbook 2.7.
 */
export const profileDue = (
  question: ProfileQuestion,
  calendar: WorkingCalendar = finnishCalendar,
): Result<ProfileDue, 'NO_VERSION_IN_FORCE'> => {
  const version = versionOn(profileDueBook, question.jobSearchStartedOn);
  if (version === undefined) return refused('NO_VERSION_IN_FORCE');
  const onMiss = 'AUTHORITY_PUBLISHES_MINIMUM_PROFILE';
  const runsFrom = startOf(version.params, question);
  if (runsFrom === undefined) return accepted({ required: 'NOT_YET', skipped: [], onMiss, version });
  const { date: dueOn, skipped } = countWorkingDays(runsFrom, version.params.workingDays, calendar);
  return accepted({ required: 'REQUIRED', runsFrom, dueOn, skipped, onMiss, version });
};
