import { z } from 'zod';
import {
  channelCodes,
  meetingBookers,
  meetingCancelReasons,
  meetingChannels,
  meetingKinds,
  plannedByNeed,
  remoteReasons,
  segments,
  stated,
} from './process-codes.ts';
import { dateText, idText } from './schemas.ts';

/** Shapes of meetings and of the assessment of service needs. Codes in answers are texts: a newer service may know more. */

export const seenVersion = z.int().min(0).max(4_294_967_295).default(0).describe('Version seen; 0 to take the newest');
export const staffIdText = z.string().trim().min(1).max(60).describe('Opaque staff id');

export const bookingBody = z.strictObject({
  date: dateText,
  startTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('HH:MM, Europe/Helsinki'),
  minutes: z.int().min(5).max(240).optional().describe('The area’s usual length where absent'),
  channel: z.enum(meetingChannels),
  officeCode: z.string().max(40).optional().describe('Only for a meeting at an office'),
  bookedBy: z.enum(meetingBookers),
  specialistId: z.string().max(64).optional().describe('The caller where absent'),
  remoteReason: z.enum(remoteReasons).optional(),
});
export type BookingBody = z.infer<typeof bookingBody>;

export const bookMeetingBody = z.strictObject({
  meetingId: idText.optional().describe('Absent: the next planned meeting of the kind, or a new contact'),
  kind: z.enum(meetingKinds),
  booking: bookingBody,
});
export const planMeetingBody = z.strictObject({ kind: z.enum(plannedByNeed), dueDate: dateText });
export const rescheduleBody = z.strictObject({ expectedVersion: seenVersion, booking: bookingBody });
export const cancelMeetingBody = z.strictObject({
  expectedVersion: seenVersion,
  reason: z.enum(meetingCancelReasons),
});
export const meetingHeldBody = z.strictObject({
  expectedVersion: seenVersion,
  heldDate: dateText,
  channelCode: z.enum(channelCodes),
});
export const meetingMissedBody = z.strictObject({ expectedVersion: seenVersion });

const booking = z.object({
  date: z.string(),
  startTime: z.string(),
  minutes: z.int().default(0),
  channel: z.string().default(''),
  officeCode: z.string().optional(),
  bookedBy: z.string().default(''),
  specialistId: z.string().optional(),
  remoteReason: z.string().optional(),
});

export const meeting = z.object({
  meetingId: z.string(),
  jobSearchId: z.string().default(''),
  kind: z.string().default(''),
  status: z.string().default(''),
  version: z.int().default(0),
  dueDate: z.string().optional(),
  scheduleByDate: z.string().optional().describe('Last working day on or before the due day'),
  ruleValidFromDate: z.string().optional().describe('First day of the rule’s version that asks for it'),
  booking: booking.optional(),
  doneDate: z.string().optional(),
  channelCode: z.string().optional(),
  missedEffect: z.string().optional(),
  cancelReason: z.string().optional(),
});
export type MeetingView = z.infer<typeof meeting>;

export const meetingList = z.object({ meetings: z.array(meeting).default([]) });
export type MeetingListView = z.infer<typeof meetingList>;

export const bookedMeeting = z.object({ meetingId: z.string(), version: z.int().default(0) });
export const changedMeeting = z.object({ version: z.int().default(0) });
export const heldMeeting = z.object({ version: z.int().default(0), plannedMeetings: z.array(meeting).default([]) });
export const missedMeeting = z.object({
  version: z.int().default(0),
  effect: z.string().optional(),
  ruleValidFromDate: z.string().optional(),
  plannedMeetingId: z.string().optional(),
});
export type MissedMeetingView = z.infer<typeof missedMeeting>;
export const plannedMeeting = z.object({ meeting });

const openingHours = z.object({ weekday: z.int().default(0), opensAt: z.string(), closesAt: z.string() });
export const officeList = z.object({
  offices: z
    .array(
      z.object({
        officeCode: z.string(),
        name: z.string(),
        municipalityCode: z.string(),
        address: z.string().optional(),
        openingHours: z.array(openingHours).default([]),
      }),
    )
    .default([]),
  remoteHours: z.array(openingHours).default([]),
});
export type OfficeListView = z.infer<typeof officeList>;

export const assessBody = z.strictObject({
  segmentCode: z.enum(segments),
  workAbilityConsidered: z.enum(stated).optional(),
  multiSectorNeed: z.enum(stated),
  vocationalQualification: z.enum(stated).optional().describe('Absent: as it was said before'),
  serviceLanguage: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  note: z.string().max(500).optional().describe('No identity codes, no diagnoses'),
});
export const assessed = z.object({ assessmentId: z.string() });
export const serviceNeed = z.object({
  assessments: z
    .array(
      z.object({
        assessmentId: z.string(),
        assessedDate: z.string(),
        segmentCode: z.string(),
        workAbilityConsidered: z.string().optional(),
        multiSectorNeed: z.string().optional(),
        vocationalQualification: z.string().optional(),
        serviceLanguage: z.string().optional(),
        note: z.string().optional(),
        assessedBy: z.string().default(''),
      }),
    )
    .default([])
    .describe('The newest first'),
});
export type ServiceNeedView = z.infer<typeof serviceNeed>;
