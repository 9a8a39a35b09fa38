import type { LocalDate } from '@tyovayla/kernel/local-date';

/** What stands on a specialist's day list; each kind is written by the part of guidance whose work it is. */
export const dayTaskKinds = [
  /** A meeting that is booked for the day. */
  'MEETING_BOOKED',
  /** A meeting that must be held by the day and is not booked. */
  'MEETING_DUE',
  /** The service-need assessment is to be made or made again. */
  'ASSESSMENT_DUE',
  /** The client's job-applicant profile is to be there. */
  'PROFILE_DUE',
  /** A plan is to be reviewed. */
  'PLAN_REVIEW',
  /** The law's text on consequences is another than the one that a binding plan gave the client. */
  'PLAN_TEXT_OUTDATED',
  /** A period of the job-search obligation ended: was it met? */
  'OBLIGATION_PERIOD_ENDED',
  /** The joint application ends: has the client applied for studies? */
  'STUDY_APPLICATION',
  /** Something that may be a neglect waits for a person to look at it. */
  'NEGLECT_CANDIDATE',
  /** The time to be heard runs out. */
  'HEARING_RUNS_OUT',
  /** A statement did not reach the benefit payer. */
  'STATEMENT_UNDELIVERED',
  /** Multi-sector support is to be looked at. */
  'MULTI_SECTOR_REVIEW',
  /** An ordered plan or expert assessment is to be there. */
  'ORDER_DUE',
  /** The client moved, and the case waits to be handed over. */
  'HAND_OVER_PROPOSED',
] as const;

export type DayTaskKind = (typeof dayTaskKinds)[number];

/** One thing to do about one client by a day. A source has at most one open task of a kind: writing it again moves it. */
export type DayTask = {
  readonly taskId: string;
  readonly clientId: string;
  readonly kind: DayTaskKind;
  readonly dueOn: LocalDate;
  /** The meeting, plan, hearing … that the task is about; for what is about the job search itself, its id. */
  readonly sourceId: string;
};
