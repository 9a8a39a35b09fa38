import { addMonths, type LocalDate } from '@tyovayla/kernel/local-date';
import { versionOn } from '@tyovayla/kernel/rule-book';
import { finnishCalendar, previousWorkingDay } from '@tyovayla/kernel/working-day';
import type { CaseJobSearch } from '../client-case/client-case.ts';
import { interviewDue } from '../rules/interview-due.ts';
import { type ClockMeeting, meetingClock, meetingClockBook } from '../rules/meeting-clock.ts';
import { isAskedFewer } from './fewer-meetings.ts';
import type { Meeting, MeetingAsked, PlannedMeeting } from './meeting.ts';
import type { MeetingsDecided } from './meeting-decision.ts';
import type { MeetingKind } from './meeting-kinds.ts';

/** Whose meetings are planned, and where ids come from. */
export type Planning = {
  readonly clientId: string;
  readonly jobSearch: CaseJobSearch;
  newId(): string;
};

/** Nothing is planned. */
export const nothing: MeetingsDecided = { changes: [], facts: [] };

/** Plans meetings, each with its fact. */
export const planned = (
  { clientId, jobSearch: { jobSearchId }, newId }: Planning,
  wanted: readonly { readonly kind: MeetingKind; readonly asked: MeetingAsked }[],
): MeetingsDecided & { readonly meetings: readonly PlannedMeeting[] } => {
  const meetings = wanted.map(
    ({ kind, asked }): PlannedMeeting => ({
      meetingId: newId(),
      clientId,
      jobSearchId,
      kind,
      version: 1,
      status: 'PLANNED',
      asked,
    }),
  );
  return {
    meetings,
    changes: meetings.map((after) => ({ after })),
    facts: meetings.map(({ meetingId, kind, asked }) => ({
      kind: 'MeetingPlanned',
      meetingId,
      meetingKind: kind,
      ...asked,
    })),
  };
};

/** What asks for a meeting by need: a due day, and the last working day on or before it. */
export const askedByNeed = (dueOn: LocalDate): MeetingAsked => ({
  dueOn,
  scheduleBy: previousWorkingDay(dueOn, finnishCalendar),
});

const askedByClock = ({ kind, dueOn, scheduleBy, version }: ClockMeeting) => ({
  kind,
  asked: { dueOn, scheduleBy, ruleValidFrom: version.validFrom },
});

/** When the interview of the job search was held, or taken to have been held before the client came to this service. */
export const interviewHeldOn = (meetings: readonly Meeting[], jobSearchId: string): LocalDate | undefined =>
  meetings
    .filter((meeting) => meeting.kind === 'INITIAL_INTERVIEW' && meeting.jobSearchId === jobSearchId)
    .map((meeting) => {
      if (meeting.status === 'HELD') return meeting.heldOn;
      return meeting.status === 'TAKEN_OVER' ? meeting.asked.scheduleBy : undefined;
    })
    .find((day) => day !== undefined);

/** Plans the initial interview of a job search; one from before the rule (2 May 2022) asks for none. */
export const planInterview = (planning: Planning): MeetingsDecided => {
  const due = interviewDue(planning.jobSearch.startedOn);
  if (!due.ok) return nothing;
  const { dueOn, version } = due.value;
  const asked = { dueOn, scheduleBy: dueOn, ruleValidFrom: version.validFrom };
  return planned(planning, [{ kind: 'INITIAL_INTERVIEW', asked }]);
};

/** The clock's meetings after a day and up to a later one; fewer where the client's status asks for fewer. */
const clockMeetings = (
  { jobSearch }: Planning,
  { interview, after, until }: { interview: LocalDate; after: LocalDate; until: LocalDate },
): readonly ClockMeeting[] => {
  const clock = meetingClock({ registeredOn: jobSearch.startedOn, interviewHeldOn: interview, until });
  if (!clock.ok) return [];
  return clock.value.filter((meeting) => meeting.dueOn > after && !isAskedFewer(meeting, jobSearch));
};

/** The day of the next discussion at latest, by the law of the day on which the last meeting was held. */
const nextDiscussion = (heldOn: LocalDate): LocalDate =>
  addMonths(heldOn, versionOn(meetingClockBook, heldOn)?.params.discussionEveryMonths ?? 0);

/** Plans what follows the initial interview: everything up to and with the first discussion. */
export const planAfterInterview = (planning: Planning, heldOn: LocalDate): ReturnType<typeof planned> => {
  const until = nextDiscussion(heldOn);
  return planned(planning, clockMeetings(planning, { interview: heldOn, after: heldOn, until }).map(askedByClock));
};

type AfterDiscussion = {
  readonly heldOn: LocalDate;
  /** When the interview was held; absent where that is not known. */
  readonly interview: LocalDate | undefined;
  /** All of the client's meetings: what is planned already is not planned twice. */
  readonly meetings: readonly Meeting[];
};

/**
 * Plans what follows a discussion: the next one, when three months have passed from this one (not from when it was
 * due), and the meetings of an intensive period between the two.
 */
export const planAfterDiscussion = (
  planning: Planning,
  { heldOn, interview, meetings }: AfterDiscussion,
): ReturnType<typeof planned> => {
  const next = clockMeetings(planning, { interview: heldOn, after: heldOn, until: nextDiscussion(heldOn) });
  const between =
    interview === undefined ? [] : clockMeetings(planning, { interview, after: heldOn, until: nextDiscussion(heldOn) });
  const isKnown = ({ kind, dueOn }: ClockMeeting): boolean =>
    meetings.some((known) => known.kind === kind && known.asked?.dueOn === dueOn);
  return planned(planning, [
    ...between.filter((meeting) => meeting.kind === 'INTENSIVE' && !isKnown(meeting)).map(askedByClock),
    ...next.filter(({ kind }) => kind === 'DISCUSSION').map(askedByClock),
  ]);
};
