import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Meeting } from '../meeting/meeting.ts';
import type { MeetingKind } from '../meeting/meeting-kinds.ts';

/** Which meetings of a job search were held; absent where none was. */
export type HeldMeetings = {
  readonly interviewHeldOn?: LocalDate;
  /** The last job-search discussion. */
  readonly discussionHeldOn?: LocalDate;
};

const dayHeld = (meeting: Meeting): readonly LocalDate[] => {
  if (meeting.status === 'HELD') return [meeting.heldOn];
  return meeting.status === 'TAKEN_OVER' ? [meeting.asked.dueOn] : [];
};

/** What was held in a job search. One that was due before the client came here counts as held on its day. */
export const heldMeetings = (meetings: readonly Meeting[], jobSearchId: string): HeldMeetings => {
  const days = (kind: MeetingKind): readonly LocalDate[] =>
    meetings
      .filter((meeting) => meeting.jobSearchId === jobSearchId && meeting.kind === kind)
      .flatMap(dayHeld)
      .toSorted();
  const [interviewHeldOn] = days('INITIAL_INTERVIEW');
  const discussionHeldOn = days('DISCUSSION').at(-1);
  return {
    ...(interviewHeldOn !== undefined && { interviewHeldOn }),
    ...(discussionHeldOn !== undefined && { discussionHeldOn }),
  };
};
