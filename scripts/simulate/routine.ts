import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import { type Meeting, MeetingKind, MeetingStatus } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import {
  agreePlan,
  assessNeed,
  book,
  dateOf,
  hold,
  meetingDay,
  miss,
  openMeetings,
  openPeriod,
  renewPlan,
  reportAll,
  type Served,
} from './casework.ts';

/** How a client goes along with what is agreed, and what they need. */
export type Habits = {
  /** Segment that the assessment finds after the interview. */
  readonly segment: string;
  /** Whether the client comes to a meeting; to all where left out. */
  comes?(meeting: Meeting): boolean;
  /** Whether the client reports what the period that ends on a day asks for; always where left out. */
  reports?(lastDate: string): boolean;
};

/** A time is given so many days before a meeting is due; an application is reported so many days before a period ends. */
const daysAhead = 7;

const isPlanned = ({ status }: Meeting): boolean => status === MeetingStatus.MEETING_STATUS_PLANNED;

/** After the interview the need is assessed and a plan agreed; at a discussion the plan is written anew. */
const afterMeeting = async (served: Served, { kind }: Meeting, scene: Scene): Promise<void> => {
  const { habits, today } = scene;
  if (kind === MeetingKind.MEETING_KIND_INITIAL_INTERVIEW) {
    await assessNeed(served, habits.segment);
    await agreePlan(served, today);
  }
  if (kind === MeetingKind.MEETING_KIND_DISCUSSION) await renewPlan(served, today);
};

type Scene = { readonly habits: Habits; readonly today: LocalDate };

const meet = async (served: Served, meeting: Meeting, scene: Scene): Promise<void> => {
  if (scene.habits.comes?.(meeting) === false) {
    await miss(served, meeting);
    return;
  }
  await hold(served, meeting, scene.today);
  await afterMeeting(served, meeting, scene);
};

/**
 * One working day of a specialist with one client: what is booked for today is held, what is due soon gets a time, and
 * the client reports applications before a period of the obligation ends.
 */
export const workDay = async (served: Served, habits: Habits, today: LocalDate): Promise<void> => {
  const meetings = await openMeetings(served);
  for (const meeting of meetings) if (meeting.booking?.date === today) await meet(served, meeting, { habits, today });
  const soon = addDays(today, daysAhead);
  for (const meeting of meetings)
    if (isPlanned(meeting) && meeting.scheduleByDate <= soon)
      await book(served, meeting, meetingDay(served.office, dateOf(meeting.scheduleByDate), today));
  const period = await openPeriod(served);
  if (period === undefined || period.lastDate > soon || habits.reports?.(period.lastDate) === false) return;
  await reportAll(served, today);
};
