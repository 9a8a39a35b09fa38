import { localDate } from '@tyovayla/kernel/local-date';
import type { CaseJobSearch, ClientCase } from '../domain/client-case/client-case.ts';
import type { Now } from '../domain/meeting/book-meeting.ts';
import type { BookedMeeting, Booking, HeldMeeting, Meeting, PlannedMeeting } from '../domain/meeting/meeting.ts';
import type { Planning } from '../domain/meeting/plan-meetings.ts';
import { aClientCase, aJobSearch } from './builders.ts';

const core = {
  meetingId: 'interview',
  clientId: aClientCase().clientId,
  jobSearchId: aJobSearch().jobSearchId,
  kind: 'INITIAL_INTERVIEW',
  version: 1,
} as const;

/** What the law of 2026 asks of Aino, who registered on 2 February: her interview by the 16th. */
const asked = {
  dueOn: localDate('2026-02-16'),
  scheduleBy: localDate('2026-02-16'),
  ruleValidFrom: localDate('2026-01-01'),
};

/** Tuesday 10 February 2026 at 10:00, at Pointti in Kemi, given by her specialist. */
export const aBooking = (about: Partial<Booking> = {}): Booking => ({
  on: localDate('2026-02-10'),
  startsAt: 600,
  minutes: 45,
  channel: 'OFFICE',
  officeId: 'kemi-pointti',
  bookedBy: 'AUTHORITY',
  specialistId: 'staff-0001',
  ...about,
});

/** A booking away from any office. */
export const aRemoteBooking = (about: Partial<Booking> = {}): Booking => {
  const { officeId: _office, ...rest } = aBooking();
  return { ...rest, channel: 'PHONE', ...about };
};

export const aPlannedMeeting = (about: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  ...core,
  status: 'PLANNED',
  asked,
  ...about,
});

export const aBookedMeeting = (about: Partial<BookedMeeting> = {}): BookedMeeting => ({
  ...core,
  version: 2,
  status: 'BOOKED',
  asked,
  booking: aBooking(),
  ...about,
});

export const aHeldMeeting = (about: Partial<HeldMeeting> = {}): HeldMeeting => ({
  ...core,
  version: 3,
  status: 'HELD',
  asked,
  booking: aBooking(),
  heldOn: localDate('2026-02-10'),
  channelCode: '21',
  ...about,
});

/** Ids "new-1", "new-2" … */
export const countedIds = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
};

export const aPlanning = (jobSearch: Partial<CaseJobSearch> = {}): Planning => ({
  clientId: core.clientId,
  jobSearch: aJobSearch(jobSearch),
  newId: countedIds(),
});

/** Noon in Finland of a day. */
export const noonOf = (day: string): Now => ({
  now: new Date(`${day}T10:00:00Z`),
  today: localDate(day),
  newId: countedIds(),
});

/** What a decision on meetings sees of Aino, beside what a test says. */
export const aScene = (meetings: readonly Meeting[], clientCase: ClientCase = aClientCase()) => ({
  clientCase,
  meetings,
  planning: aPlanning(clientCase.jobSearch),
});

/** "DISCUSSION 2026-05-10": the meetings that were planned, in order. */
export const plannedLines = ({
  changes,
}: {
  readonly changes: readonly { readonly before?: Meeting; readonly after: Meeting }[];
}): readonly string[] =>
  changes
    .filter(({ before, after }) => before === undefined && after.status === 'PLANNED')
    .map(({ after }) => `${after.kind} ${after.asked?.dueOn} ${after.asked?.scheduleBy}`);
