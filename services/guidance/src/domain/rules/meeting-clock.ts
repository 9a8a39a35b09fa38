import { addDays, addMonths, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';
import { finnishCalendar, previousWorkingDay, type WorkingCalendar } from '@tyovayla/kernel/working-day';

export type MeetingParameters = {
  /** A discussion is due when so many months have passed from the interview or the discussion before. */
  readonly discussionEveryMonths: number;
  /** Supplementary discussions after the interview; absent where they are held by need only. */
  readonly supplementary?: { readonly count: number; readonly everyDays: number; readonly withinMonths: number };
  /** A month of supplementary discussions, again and again; absent where abolished. */
  readonly intensive?: {
    readonly everyMonths: number;
    readonly months: number;
    readonly count: number;
    readonly everyDays: number;
  };
  /** Whom the clock asks for fewer meetings (handbook 2.2, exceptions); absent where discretion has taken its place. */
  readonly fewer?: {
    /** A full-time layoff asks for no supplementary and intensive meetings in its first so many months. */
    readonly laidOffFullMonths: number;
    /** Nor do these employment status codes. */
    readonly statusCodes: readonly string[];
  };
};

const v1Source =
  'https://tyomarkkinatori.fi/henkiloasiakkaat/tyonhaku/tyonhakijan-asiakaspalvelumalli/alkuhaastattelu-ja-tyonhakukeskustelut';
const v2Source =
  'https://tyomarkkinatori.fi/en/news/tyonhakijan-palveluprosessiin-ja-tyonvalityspalveluihin-tulee-muutoksia-vuodenvaihteessa1';

/**
 * Meetings after the initial interview. 2 May 2022: five supplementary discussions in the first three months, a
 * discussion every three months, and after each six months an intensive month with two supplementary ones. 1 January
 * 2026: the discussion every three months, all others by need; discretion in place of the list of exceptions. 1 May
 * 2026: beside them the activation period of those who get general support (`activation-period.ts`). Source: handbook
 * 2.2; "about every two weeks" is read as 14 days.
 */
export const meetingClockBook: RuleBook<MeetingParameters> = {
  id: 'meeting-clock',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: { act: '916/2012 as amended by 1379/2021; from 1 January 2025 380/2023', section: '', source: v1Source },
      confidence: 'H',
      params: {
        discussionEveryMonths: 3,
        supplementary: { count: 5, everyDays: 14, withinMonths: 3 },
        intensive: { everyMonths: 6, months: 1, count: 2, everyDays: 14 },
        fewer: { laidOffFullMonths: 3, statusCodes: ['07'] },
      },
    },
    {
      validFrom: localDate('2026-01-01'),
      basis: { act: '380/2023 as amended on the proposal HE 108/2025', section: '', source: v2Source },
      confidence: 'H',
      params: { discussionEveryMonths: 3 },
    },
    {
      validFrom: localDate('2026-05-01'),
      basis: { act: '380/2023 as amended on the proposal HE 108/2025', section: '', source: v2Source },
      confidence: 'H',
      params: { discussionEveryMonths: 3 },
    },
  ],
};

/** Which version judges a meeting of a process that runs over a change of the law. Parameter `transition.discussions`. */
export const discussionTransitions = ['BY_MEETING_DUE_DATE', 'BY_JOB_SEARCH_START'] as const;

export type DiscussionTransition = (typeof discussionTransitions)[number];

export type ClockSettings = { readonly transition: DiscussionTransition; readonly calendar: WorkingCalendar };

export const defaultClockSettings: ClockSettings = { transition: 'BY_MEETING_DUE_DATE', calendar: finnishCalendar };

/** The meetings that the clock asks for after the interview. */
export type ClockKind = 'SUPPLEMENTARY' | 'DISCUSSION' | 'INTENSIVE';

export type ClockMeeting = {
  readonly kind: ClockKind;
  readonly dueOn: LocalDate;
  /** Last working day on or before the due day: the authority's own duty doesn't move later (handbook 2.1). */
  readonly scheduleBy: LocalDate;
  readonly version: RuleVersion<MeetingParameters>;
};

/** The dates that the clock reckons with; the end is included. */
export type ClockQuestion = {
  readonly registeredOn: LocalDate;
  readonly interviewHeldOn: LocalDate;
  readonly until: LocalDate;
};

export type ClockRefusal = 'NO_VERSION_IN_FORCE' | 'INTERVIEW_BEFORE_REGISTRATION' | 'UNTIL_BEFORE_INTERVIEW';

type Due = { readonly kind: ClockKind; readonly dueOn: LocalDate };

const daysApart = (from: LocalDate, { count, everyDays }: { count: number; everyDays: number }): readonly LocalDate[] =>
  Array.from({ length: count }, (_, index) => addDays(from, (index + 1) * everyDays));

/** Marks at 1, 2, 3 … times so many months after a day, up to a last day; each reckoned from the day itself. */
const marks = (from: LocalDate, everyMonths: number, until: LocalDate): readonly LocalDate[] => {
  const found: LocalDate[] = [];
  for (let months = everyMonths; addMonths(from, months) <= until; months += everyMonths)
    found.push(addMonths(from, months));
  return found;
};

const supplementaryDues = ({ supplementary }: MeetingParameters, interview: LocalDate): readonly Due[] => {
  if (supplementary === undefined) return [];
  const last = addMonths(interview, supplementary.withinMonths);
  return daysApart(interview, supplementary)
    .filter((dueOn) => dueOn <= last)
    .map((dueOn) => ({ kind: 'SUPPLEMENTARY', dueOn }));
};

const intensiveDues = ({ intensive }: MeetingParameters, interview: LocalDate, until: LocalDate): readonly Due[] => {
  if (intensive === undefined) return [];
  return marks(interview, intensive.everyMonths, until).flatMap((mark) => {
    const last = addMonths(mark, intensive.months);
    return daysApart(mark, intensive)
      .filter((dueOn) => dueOn <= last)
      .map((dueOn): Due => ({ kind: 'INTENSIVE', dueOn }));
  });
};

/** All that one version would ask for if it were in force all the time. */
const duesUnder = (params: MeetingParameters, { interviewHeldOn, until }: ClockQuestion): readonly Due[] =>
  [
    ...supplementaryDues(params, interviewHeldOn),
    ...marks(interviewHeldOn, params.discussionEveryMonths, until).map((dueOn): Due => ({ kind: 'DISCUSSION', dueOn })),
    ...intensiveDues(params, interviewHeldOn, until),
  ].filter(({ dueOn }) => dueOn <= until);

const refusalOf = ({ registeredOn, interviewHeldOn, until }: ClockQuestion): ClockRefusal | undefined => {
  if (interviewHeldOn < registeredOn) return 'INTERVIEW_BEFORE_REGISTRATION';
  if (until < interviewHeldOn) return 'UNTIL_BEFORE_INTERVIEW';
  return undefined;
};

/**
 * The meetings that the law asks for between an interview and a last day, in order of time. Each follows the version in
 * force on its due date, so a process over 1 January 2026 follows both; or all follow the one in force when the job
 * search started, where the area says so. Refused before 2 May 2022, and where the dates are not in order. Source:
 * handbook 2.2.
 */
export const meetingClock = (
  question: ClockQuestion,
  settings: ClockSettings = defaultClockSettings,
): Result<readonly ClockMeeting[], ClockRefusal> => {
  const refusal = refusalOf(question);
  if (refusal !== undefined) return refused(refusal);
  const starting = versionOn(meetingClockBook, question.registeredOn);
  if (starting === undefined || versionOn(meetingClockBook, question.interviewHeldOn) === undefined)
    return refused('NO_VERSION_IN_FORCE');
  const versions = settings.transition === 'BY_JOB_SEARCH_START' ? [starting] : meetingClockBook.versions;
  const judges = (version: RuleVersion<MeetingParameters>, dueOn: LocalDate): boolean =>
    settings.transition === 'BY_JOB_SEARCH_START' || versionOn(meetingClockBook, dueOn) === version;
  const meetings = versions.flatMap((version) =>
    duesUnder(version.params, question)
      .filter(({ dueOn }) => judges(version, dueOn))
      .map((due) => ({ ...due, scheduleBy: previousWorkingDay(due.dueOn, settings.calendar), version })),
  );
  return accepted(meetings.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)));
};
