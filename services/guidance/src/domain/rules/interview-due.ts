import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import {
  countWorkingDays,
  finnishCalendar,
  type SkippedWeekday,
  type WorkingCalendar,
} from '@tyovayla/kernel/working-day';

export type InterviewParameters = {
  /** Working days from the start of the job search, the start day not counted. */
  readonly workingDays: number;
};

/**
 * The initial interview (alkuhaastattelu) of a job seeker. 2 May 2022: within five working days of the start of the job
 * search. 1 January 2026: within ten. Source: handbook 2.2, versions V1 and V2; section numbers were not verified.
 */
export const interviewDueBook: RuleBook<InterviewParameters> = {
  id: 'interview-due',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: {
        act: '916/2012 as amended by 1379/2021; from 1 January 2025 380/2023',
        section: '',
        source:
          'https://tyomarkkinatori.fi/henkiloasiakkaat/tyonhaku/tyonhakijan-asiakaspalvelumalli/alkuhaastattelu-ja-tyonhakukeskustelut',
      },
      confidence: 'H',
      params: { workingDays: 5 },
    },
    {
      validFrom: localDate('2026-01-01'),
      basis: {
        act: '380/2023 as amended on the proposal HE 108/2025',
        section: '',
        source:
          'https://tyomarkkinatori.fi/en/news/tyonhakijan-palveluprosessiin-ja-tyonvalityspalveluihin-tulee-muutoksia-vuodenvaihteessa1',
      },
      confidence: 'H',
      params: { workingDays: 10 },
    },
  ],
};

/**
 * Which version judges a job search that runs over a change of the law: the one in force when it started, or the one in
 * force on the day on which that one makes the interview due. Parameter `transition.interview`; the first is a guess.
 */
export const interviewTransitions = ['BY_JOB_SEARCH_START', 'BY_MEETING_DUE_DATE'] as const;

export type InterviewTransition = (typeof interviewTransitions)[number];

export type InterviewSettings = { readonly transition: InterviewTransition; readonly calendar: WorkingCalendar };

export const defaultInterviewSettings: InterviewSettings = {
  transition: 'BY_JOB_SEARCH_START',
  calendar: finnishCalendar,
};

export type InterviewDue = {
  /** Last day on which the authority may hold the interview; always a working day. */
  readonly dueOn: LocalDate;
  readonly workingDays: number;
  readonly version: RuleVersion<InterviewParameters>;
  /** Weekdays that did not count. */
  readonly skipped: readonly SkippedWeekday[];
};

const dueUnder = (
  version: RuleVersion<InterviewParameters>,
  registeredOn: LocalDate,
  calendar: WorkingCalendar,
): InterviewDue => {
  const { workingDays } = version.params;
  const { date, skipped } = countWorkingDays(registeredOn, workingDays, calendar);
  return { dueOn: date, workingDays, version, skipped };
};

/**
 * When the initial interview of a person is due at latest whose job search started on `registeredOn` (Helsinki day).
 * Refused before 2 May 2022, when the rule had no version. Source: handbook 2.2.
 */
export const interviewDue = (
  registeredOn: LocalDate,
  settings: InterviewSettings = defaultInterviewSettings,
): Result<InterviewDue, 'NO_VERSION_IN_FORCE'> => {
  const starting = versionOn(interviewDueBook, registeredOn);
  if (starting === undefined) return refused('NO_VERSION_IN_FORCE');
  const due = dueUnder(starting, registeredOn, settings.calendar);
  if (settings.transition === 'BY_JOB_SEARCH_START') return accepted(due);
  const later = versionOn(interviewDueBook, due.dueOn) ?? starting;
  return accepted(dueUnder(later, registeredOn, settings.calendar));
};
