import {
  type Meeting,
  MeetingCancelReason,
  MeetingKind,
  MeetingStatus,
  MissedMeetingEffect,
} from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import { meetingsOf, type Served } from './casework.ts';
import { wordOf } from './code-words.ts';
import { byRule, type Entry } from './entry.ts';

const ruleOf = ({ kind }: Meeting): string => {
  if (kind === MeetingKind.MEETING_KIND_INITIAL_INTERVIEW) return 'interview-due';
  return kind === MeetingKind.MEETING_KIND_ACTIVATION ? 'activation-period' : 'meeting-clock';
};

const outcomeOf = (meeting: Meeting): string => {
  const { status, missedEffect, cancelReason } = meeting;
  const word = wordOf(MeetingStatus, status, 'MEETING_STATUS_');
  if (status === MeetingStatus.MEETING_STATUS_MISSED)
    return `${word}, may lead to: ${wordOf(MissedMeetingEffect, missedEffect, 'MISSED_MEETING_EFFECT_')}`;
  if (status === MeetingStatus.MEETING_STATUS_CANCELLED)
    return `${word} (${wordOf(MeetingCancelReason, cancelReason, 'MEETING_CANCEL_REASON_')})`;
  return word;
};

/** Held meetings of one kind under one version are one line. */
const seriesOf = (meeting: Meeting): string =>
  [meeting.kind, outcomeOf(meeting), meeting.ruleValidFromDate, meeting.jobSearchId].join(' ');

const lineOf = (series: readonly Meeting[]): Entry => {
  const ordered = series.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1));
  const [first] = ordered;
  if (first === undefined) throw new Error('an empty series');
  const kind = wordOf(MeetingKind, first.kind, 'MEETING_KIND_');
  const due = ordered.map(({ dueDate }) => dueDate || 'no day');
  const days = ordered.map((meeting) => dayOf(meeting));
  const late = ordered.filter(({ doneDate, dueDate }) => dueDate !== '' && doneDate > dueDate).length;
  const times = ordered.length === 1 ? `due ${due[0]}` : `${ordered.length} times: ${days.join(', ')}`;
  return {
    on: days[0] ?? '',
    what: `${kind} ${outcomeOf(first)}, ${times}${late === 0 ? '' : `; ${late} late`}`,
    ...(first.ruleValidFromDate === '' ? {} : byRule(ruleOf(first), first.ruleValidFromDate)),
  };
};

const dayOf = ({ doneDate, booking, dueDate }: Meeting): string => doneDate || booking?.date || dueDate;

/** The client's meetings: when each was due and held, and by which version of the law. */
export const meetingEntries = async (served: Served): Promise<readonly Entry[]> => {
  const series = Map.groupBy(await meetingsOf(served), seriesOf);
  return [...series.values()].map(lineOf);
};
