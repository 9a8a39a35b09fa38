import type { LocalDate } from '@tyovayla/kernel/local-date';
import { cancelAll } from './cancel-meeting.ts';
import { isOpen, type Meeting, type MeetingAsked } from './meeting.ts';
import { type MeetingsDecided, together } from './meeting-decision.ts';
import type { MeetingKind } from './meeting-kinds.ts';
import { type Planning, planned } from './plan-meetings.ts';
import { startMeetings } from './start-meetings.ts';

type Asked = { readonly kind: MeetingKind; readonly asked: MeetingAsked };

const isSame = (one: Asked, { kind, asked }: Meeting): boolean => one.kind === kind && one.asked.dueOn === asked?.dueOn;

/** Cancelled for no other reason than that the record went into another one, or is about to be. */
const isInterrupted = (meeting: Meeting, clientId: string): boolean =>
  isOpen(meeting)
    ? meeting.clientId !== clientId
    : meeting.status === 'CANCELLED' && meeting.reason === 'RECORDS_MERGED';

/** What was still asked of the job search under the record that it came from. */
const interrupted = (meetings: readonly Meeting[], clientId: string): readonly Asked[] => {
  const standing = meetings.filter((meeting) => !isInterrupted(meeting, clientId));
  const asked = meetings
    .filter((meeting) => isInterrupted(meeting, clientId))
    .flatMap((meeting) => (meeting.asked ? [{ kind: meeting.kind, asked: meeting.asked }] : []));
  const isFirst = (one: Asked, place: number): boolean =>
    asked.findIndex((other) => other.kind === one.kind && other.asked.dueOn === one.asked.dueOn) === place;
  return asked.filter((one, place) => isFirst(one, place) && !standing.some((meeting) => isSame(one, meeting)));
};

export type Beginning = {
  readonly clientId: string;
  /** All of the client's meetings, with those under records that went into the client's. */
  readonly meetings: readonly Meeting[];
  /** Absent where no job search runs. */
  readonly planning: Planning | undefined;
  /** The day on which the registry told it. */
  readonly toldOn: LocalDate;
  readonly today: LocalDate;
};

/**
 * The meetings of a job search that runs now and did not before under this record. A new one begins with its first
 * meeting. One that came along with a record, or is back after a split, goes on: what was held counts, and what was
 * still asked is planned again. The record's open meetings of another job search are cancelled.
 */
export const beginMeetings = ({ clientId, meetings, planning, toldOn, today }: Beginning): MeetingsDecided => {
  const jobSearchId = planning?.jobSearch.jobSearchId;
  const own = meetings.filter((meeting) => meeting.clientId === clientId);
  const stale = own.filter((meeting) => isOpen(meeting) && meeting.jobSearchId !== jobSearchId);
  const ended = cancelAll(stale, { reason: 'RECORDS_MERGED', today });
  if (planning === undefined) return ended;
  const known = meetings.filter((meeting) => meeting.jobSearchId === jobSearchId);
  if (known.length === 0) return together(ended, startMeetings(planning, toldOn));
  const { changes, facts } = planned(planning, interrupted(known, clientId));
  return together(ended, { changes, facts });
};
