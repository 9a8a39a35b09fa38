import type { MyDayView } from '../lib/api-types.ts';

export type TaskKind = MyDayView['counts'][number]['kind'];

type Place = {
  /** Address of the page, and section of it, where the task about a client is done. */
  readonly address: (clientId: string) => string;
  /** The calculator that tells how the day is counted, where a rule of law sets it. */
  readonly rule?: string;
};

const onClientsPage =
  (section: string): Place['address'] =>
  (clientId) =>
    `/clients/${clientId}#${section}`;

/** Where a task is done, and which rule set its day. */
export const taskPlaces: Readonly<Record<TaskKind, Place>> = {
  MEETING_BOOKED: { address: onClientsPage('meetings') },
  MEETING_DUE: { address: onClientsPage('meetings'), rule: 'meeting-clock' },
  ASSESSMENT_DUE: { address: onClientsPage('service-need') },
  PROFILE_DUE: { address: onClientsPage('record-profile'), rule: 'profile-due' },
  PLAN_REVIEW: { address: onClientsPage('plans') },
  OBLIGATION_PERIOD_ENDED: { address: onClientsPage('obligation'), rule: 'job-search-obligation' },
  NEGLECT_CANDIDATE: { address: onClientsPage('neglects') },
  HEARING_RUNS_OUT: { address: onClientsPage('neglects') },
  STATEMENT_UNDELIVERED: { address: onClientsPage('statements') },
  MULTI_SECTOR_REVIEW: { address: (clientId) => `/multi-sector/${clientId}`, rule: 'multi-sector' },
  ORDER_DUE: { address: (clientId) => `/clients/${clientId}` },
  HAND_OVER_PROPOSED: { address: onClientsPage('assignment') },
  PLAN_TEXT_OUTDATED: { address: onClientsPage('plans') },
  STUDY_APPLICATION: { address: onClientsPage('obligation'), rule: 'study-application-duty' },
};
