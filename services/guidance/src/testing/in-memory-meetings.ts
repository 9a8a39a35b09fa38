import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { Meetings, ServiceNeeds } from '../application/ports.ts';
import type { BookedMeeting, Meeting, MissedMeeting } from '../domain/meeting/meeting.ts';
import type { Offices, OpeningHours } from '../domain/meeting/office.ts';
import type { ServiceNeed } from '../domain/service-need/service-need.ts';

const dayOf = (meeting: Meeting): string => {
  if (meeting.status === 'HELD') return meeting.heldOn;
  if (meeting.status === 'MISSED') return meeting.missedOn;
  if (meeting.status === 'CANCELLED') return meeting.cancelledOn;
  return meeting.status === 'BOOKED' ? meeting.booking.on : meeting.asked.scheduleBy;
};

const latestFirst = (one: Meeting, other: Meeting): number =>
  `${dayOf(one)} ${one.meetingId}` < `${dayOf(other)} ${other.meetingId}` ? 1 : -1;

const isBooked = (meeting: Meeting): meeting is BookedMeeting => meeting.status === 'BOOKED';

export type InMemoryMeetings = {
  readonly meetings: Meetings;
  all(): readonly Meeting[];
  /** Missed meetings that were put before an official. */
  proposed(): readonly MissedMeeting[];
};

/** Meetings in memory. */
export const inMemoryMeetings = (transactions: MemoryTransactions): InMemoryMeetings => {
  const table = transactions.table<Meeting>();
  const candidates = transactions.table<MissedMeeting>();
  return {
    meetings: {
      ofClient: async (_sql, clientId) =>
        table
          .all()
          .filter((meeting) => meeting.clientId === clientId)
          .toSorted(latestFirst),
      bookingsOf: async (_tx, { specialistId, on }) =>
        table
          .all()
          .filter(isBooked)
          .filter(({ booking }) => booking.specialistId === specialistId && booking.on === on),
      save: (changes) =>
        changes.map(({ before, after }) =>
          before === undefined
            ? table.insert(after.meetingId, after)
            : table.update(after.meetingId, after, ({ version }) => version === before.version),
        ),
      proposeNeglect: (missed, candidateId) => [candidates.insert(candidateId, missed)],
    },
    all: table.all,
    proposed: candidates.all,
  };
};

/** Assessments in memory. */
export const inMemoryServiceNeeds = (transactions: MemoryTransactions): ServiceNeeds => {
  const table = transactions.table<ServiceNeed>();
  return {
    ofClient: async (_sql, clientId) =>
      table
        .all()
        .filter((need) => need.clientId === clientId)
        .toReversed(),
    add: (need) => [table.insert(need.assessmentId, need)],
    forgetNotes: (clientId) =>
      table
        .all()
        .filter((need) => need.clientId === clientId)
        .map(({ note: _note, ...need }) => table.update(need.assessmentId, need)),
  };
};

const weekdaysOpen = ([opensAt, closesAt]: readonly [number, number], days: readonly number[]): OpeningHours[] =>
  days.map((weekday) => ({
    weekday: weekday as OpeningHours['weekday'],
    opensAt: opensAt * 60,
    closesAt: closesAt * 60,
  }));

/** Pointti in Kemi, open from 9 to 15 on weekdays, and Simo, open from Tuesday to Thursday; the phone from 8 to 16. */
export const someOffices: Offices = {
  usualMinutes: 45,
  replacementWorkingDays: 10,
  remoteHours: weekdaysOpen([8, 16], [1, 2, 3, 4, 5]),
  offices: [
    {
      officeId: 'kemi-pointti',
      name: 'Yhteispalvelupiste Pointti',
      municipalityCode: '240',
      address: 'Valtakatu 11–13, Kemi',
      openingHours: weekdaysOpen([9, 15], [1, 2, 3, 4, 5]),
    },
    {
      officeId: 'simo-kunnantalo',
      name: 'Simon kunnantalo',
      municipalityCode: '751',
      address: '',
      openingHours: weekdaysOpen([9, 15], [2, 3, 4]),
    },
  ],
};
