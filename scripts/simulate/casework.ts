import { addDays, addMonths, type LocalDate, localDate, weekday } from '@tyovayla/kernel/local-date';
import { isWorkingDay } from '@tyovayla/kernel/working-day';
import {
  type Meeting,
  MeetingBookedBy,
  MeetingChannel,
  MeetingKind,
  MeetingStatus,
  RemoteReason,
} from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import {
  AcceptanceChannel,
  ApplicationKind,
  ObligationSituation,
  PlanGoal,
} from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import { Stated } from '@tyovayla/proto/tyovayla/guidance/v1/service_need';
import type { Desk } from './office.ts';

/** A client with whoever serves them, and where and at what hour they meet. */
export type Served = {
  readonly clientId: string;
  readonly desk: Desk;
  readonly office: MeetingPlace;
  /** HH:MM; each client of a specialist has an hour of their own. */
  readonly hour: string;
};

/** An office by its code, and the days of the week on which it is open (1 is Monday). */
export type MeetingPlace = { readonly code: string; readonly weekdays: readonly number[] };

const everyWeekday = [1, 2, 3, 4, 5];

/** Offices of the area's plan, chapter 5. */
export const places = {
  kemi: { code: 'kemi-pointti', weekdays: everyWeekday },
  kemiOhjaamo: { code: 'kemi-ohjaamo', weekdays: everyWeekday },
  tornioOhjaamo: { code: 'tornio-ohjaamo', weekdays: everyWeekday },
  simo: { code: 'simo-kunnantalo', weekdays: [2, 3, 4] },
} as const;

const isOpen = ({ weekdays }: MeetingPlace, day: LocalDate): boolean =>
  isWorkingDay(day) && weekdays.includes(weekday(day));

/** The last day on which the office is open, by a day and after today; the next open one where there is none. */
export const meetingDay = (place: MeetingPlace, by: LocalDate, today: LocalDate): LocalDate => {
  for (let day = by; day > today; day = addDays(day, -1)) if (isOpen(place, day)) return day;
  let day = addDays(today, 1);
  while (!isOpen(place, day)) day = addDays(day, 1);
  return day;
};

/** A client's meetings. */
export const meetingsOf = async ({ clientId, desk }: Served): Promise<readonly Meeting[]> =>
  (await desk.guidance.listMeetings({ clientId })).meetings;

const openStatuses: readonly MeetingStatus[] = [
  MeetingStatus.MEETING_STATUS_PLANNED,
  MeetingStatus.MEETING_STATUS_BOOKED,
];

/** Those that are still to be held, the next one first. */
export const openMeetings = async (served: Served): Promise<readonly Meeting[]> =>
  (await meetingsOf(served))
    .filter(({ status }) => openStatuses.includes(status))
    .toSorted((one, other) => (one.dueDate < other.dueDate ? -1 : 1));

/** Gives a planned meeting a time, at the office. */
export const book = async (
  { clientId, desk, office, hour }: Served,
  { meetingId, kind }: Pick<Meeting, 'meetingId' | 'kind'>,
  day: LocalDate,
  bookedBy = MeetingBookedBy.MEETING_BOOKED_BY_AUTHORITY,
): Promise<void> => {
  const booking = {
    date: day,
    startTime: hour,
    minutes: 0,
    channel: MeetingChannel.MEETING_CHANNEL_OFFICE,
    officeCode: office.code,
    bookedBy,
    specialistId: '',
    remoteReason: RemoteReason.REMOTE_REASON_UNSPECIFIED,
  };
  await desk.guidance.bookMeeting({ clientId, meetingId, kind, booking });
};

/** National codes of a meeting at the office. */
const visitCode: Readonly<Partial<Record<MeetingKind, string>>> = {
  [MeetingKind.MEETING_KIND_INITIAL_INTERVIEW]: '21',
  [MeetingKind.MEETING_KIND_DISCUSSION]: '27',
  [MeetingKind.MEETING_KIND_CONTACT]: '31',
};

const supplementaryVisit = '24';

/** Records that a meeting was held at the office; gives what the clock asks for next. */
export const hold = async (
  { clientId, desk }: Served,
  meeting: Meeting,
  day: LocalDate,
): Promise<readonly Meeting[]> => {
  const { meetingId, kind } = meeting;
  const channelCode = visitCode[kind] ?? supplementaryVisit;
  const answer = await desk.guidance.recordMeetingHeld({
    clientId,
    meetingId,
    expectedVersion: 0,
    heldDate: day,
    channelCode,
  });
  return answer.plannedMeetings;
};

/** Records that the client did not come. */
export const miss = ({ clientId, desk }: Served, { meetingId }: Meeting) =>
  desk.guidance.recordMeetingMissed({ clientId, meetingId, expectedVersion: 0 });

/** Books the next planned meeting of a kind on a day. */
export const bookNext = async (served: Served, kind: MeetingKind, day: LocalDate): Promise<Meeting> => {
  const meeting = (await openMeetings(served)).find(
    (each) => each.kind === kind && each.status === MeetingStatus.MEETING_STATUS_PLANNED,
  );
  if (meeting === undefined) throw new Error(`nothing of kind ${kind} is planned`);
  await book(served, meeting, day);
  return meeting;
};

/** Assesses what the client needs. */
export const assessNeed = ({ clientId, desk }: Served, segmentCode: string) =>
  desk.guidance.assessServiceNeed({
    clientId,
    segmentCode,
    workAbilityConsidered: Stated.STATED_YES,
    multiSectorNeed: segmentCode === '05' ? Stated.STATED_YES : Stated.STATED_NO,
    vocationalQualification: Stated.STATED_UNSPECIFIED,
    serviceLanguage: '',
    note: '',
  });

const draftOf = (today: LocalDate) => ({
  goal: PlanGoal.PLAN_GOAL_OPEN_MARKET_WORK,
  goalText: '',
  language: 'fi',
  tasks: [],
  followUpDate: addMonths(today, 3),
  situation: ObligationSituation.OBLIGATION_SITUATION_UNSPECIFIED,
  occupationCode: '',
  reduction: undefined,
});

/** Writes an employment plan, and the client accepts it at the visit. */
export const agreePlan = async ({ clientId, desk }: Served, today: LocalDate): Promise<string> => {
  const { planId, version } = await desk.guidance.draftPlan({ clientId, kindCode: '01', draft: draftOf(today) });
  await accept({ clientId, desk }, { planId, version }, today);
  return planId;
};

const accept = (
  { clientId, desk }: Pick<Served, 'clientId' | 'desk'>,
  { planId, version }: { readonly planId: string; readonly version: number },
  acceptedDate: LocalDate,
) =>
  desk.guidance.acceptPlan({
    clientId,
    planId,
    expectedVersion: version,
    how: AcceptanceChannel.ACCEPTANCE_CHANNEL_VISIT,
    acceptedDate,
  });

/** Writes the binding employment plan anew by the law of the day, and the client accepts it. Nothing where none binds. */
export const renewPlan = async ({ clientId, desk }: Served, today: LocalDate): Promise<void> => {
  const { plans } = await desk.guidance.listPlans({ clientId });
  const plan = plans.find(({ binding, endedDate, substituting }) => binding && endedDate === '' && !substituting);
  if (plan === undefined) return;
  const { planId, version: expectedVersion } = plan;
  const { version } = await desk.guidance.revisePlan({ clientId, planId, expectedVersion, draft: draftOf(today) });
  await accept({ clientId, desk }, { planId, version }, today);
};

/** What is asked of the client now; undefined where no period runs. */
export const openPeriod = async ({ clientId, desk }: Served) =>
  (await desk.guidance.getObligation({ clientId })).period;

/** The client reports as many applications as are still asked for, all of one day. */
export const reportAll = async (served: Served, day: LocalDate): Promise<void> => {
  const period = await openPeriod(served);
  if (period === undefined || period.reported >= period.required) return;
  const application = {
    applicationId: '',
    kind: ApplicationKind.APPLICATION_KIND_VACANCY,
    appliedDate: day,
    note: '',
    reportedDate: '',
  };
  await served.desk.guidance.recordApplications({
    clientId: served.clientId,
    periodId: period.periodId,
    applications: Array.from({ length: period.required - period.reported }, () => application),
  });
};

/** A date that came over the wire. */
export const dateOf = (text: string): LocalDate => localDate(text);
