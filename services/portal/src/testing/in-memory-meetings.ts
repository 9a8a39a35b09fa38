import { randomUUID } from 'node:crypto';
import type { MeetingView } from '../api/meeting-schemas.ts';
import type { Meetings } from '../api/process-ports.ts';
import { checkVersion, fileOf, found, no, once, type World } from './in-memory-file.ts';
import { type ClientFile, someOffices } from './some-process.ts';

const changeMeeting = (
  file: ClientFile,
  { meetingId, expectedVersion }: { readonly meetingId: string; readonly expectedVersion: number },
  part: Partial<MeetingView>,
): MeetingView => {
  const before = found(
    file.meetings.find((one) => one.meetingId === meetingId),
    'MEETING_NOT_FOUND',
  );
  checkVersion(before, expectedVersion, 'MEETING_CHANGED_MEANWHILE');
  if (!['PLANNED', 'BOOKED'].includes(before.status)) throw no(409, 'MEETING_NOT_IN_STATE', { status: before.status });
  const after = { ...before, ...part, version: before.version + 1 };
  file.meetings = file.meetings.map((one) => (one === before ? after : one));
  return after;
};

/** Meetings and service needs in memory. */
export const meetingsInMemory = (world: World): Meetings => ({
  listMeetings: async (_, { clientId }) => ({ meetings: fileOf(world, clientId).meetings }),
  planMeeting: (change, { clientId, kind, dueDate }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      const meeting = { meetingId: randomUUID(), jobSearchId: '', kind, status: 'PLANNED', version: 1, dueDate };
      file.meetings = [meeting, ...file.meetings];
      return { meeting };
    }),
  bookMeeting: (change, { clientId, meetingId, kind, booking }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      if (booking.startTime < '08:00' || booking.startTime > '15:30')
        throw no(409, 'MEETING_OUTSIDE_OPENING_HOURS', { hours: '09:00–15:00' });
      const whole = { specialistId: 'staff-0001', ...booking, minutes: booking.minutes ?? 45 };
      if (meetingId !== undefined) {
        const known = { meetingId, expectedVersion: 0 };
        const { version } = changeMeeting(file, known, { status: 'BOOKED', booking: whole });
        return { meetingId, version };
      }
      const made = { meetingId: randomUUID(), jobSearchId: '', kind, status: 'BOOKED', version: 1, booking: whole };
      file.meetings = [made, ...file.meetings];
      return { meetingId: made.meetingId, version: 1 };
    }),
  rescheduleMeeting: (change, { clientId, booking, ...known }) =>
    once(world, change, () => {
      const whole = { specialistId: 'staff-0001', ...booking, minutes: booking.minutes ?? 45 };
      return changeMeeting(fileOf(world, clientId), known, { booking: whole });
    }),
  cancelMeeting: (change, { clientId, reason, ...known }) =>
    once(world, change, () => {
      const part = { status: 'CANCELLED', cancelReason: reason, doneDate: world.options.today };
      return changeMeeting(fileOf(world, clientId), known, part);
    }),
  recordMeetingHeld: (change, { clientId, heldDate, channelCode, ...known }) =>
    once(world, change, () => {
      const part = { status: 'HELD', doneDate: heldDate, channelCode };
      return { ...changeMeeting(fileOf(world, clientId), known, part), plannedMeetings: [] };
    }),
  recordMeetingMissed: (change, { clientId, ...known }) =>
    once(world, change, () => {
      const part = { status: 'MISSED', doneDate: world.options.today, missedEffect: 'NEGLECT' };
      const { version } = changeMeeting(fileOf(world, clientId), known, part);
      return { version, effect: 'NEGLECT', ruleValidFromDate: '2026-03-01' };
    }),
  listOffices: async () => someOffices(),
  getServiceNeed: async (_, { clientId }) => ({ assessments: fileOf(world, clientId).assessments }),
  assessServiceNeed: (change, { clientId, ...assessment }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      if (assessment.workAbilityConsidered === undefined) throw no(409, 'WORK_ABILITY_NOT_STATED');
      const assessmentId = randomUUID();
      const made = { ...assessment, assessmentId, assessedDate: world.options.today, assessedBy: 'staff-0001' };
      file.assessments = [made, ...file.assessments];
      return { assessmentId };
    }),
});
