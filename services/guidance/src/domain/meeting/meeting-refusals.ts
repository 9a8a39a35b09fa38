import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal, RefusalKind } from '@tyovayla/kernel/refusal';
import type { NonWorkingReason } from '@tyovayla/kernel/working-day';
import { fieldsInvalid } from '../client-case/case-refusals.ts';
import type { MeetingStatus } from './meeting.ts';

const no = (kind: RefusalKind, code: string, data: Readonly<Record<string, string>> = {}): Refusal => ({
  kind,
  code,
  data,
});

export const meetingNotFound: Refusal = no('missing', 'MEETING_NOT_FOUND');

export const meetingChangedMeanwhile = (version: number): Refusal =>
  no('stale', 'MEETING_CHANGED_MEANWHILE', { version: String(version) });

export const meetingNotInState = (status: MeetingStatus): Refusal => no('conflict', 'MEETING_NOT_IN_STATE', { status });

export const meetingOnNonWorkingDay = (reason: NonWorkingReason): Refusal =>
  no('conflict', 'MEETING_ON_NON_WORKING_DAY', { reason });

/** `hours`: those of that weekday, "09:00–15:00"; empty where it is closed all day. */
export const meetingOutsideOpeningHours = (hours: string): Refusal =>
  no('conflict', 'MEETING_OUTSIDE_OPENING_HOURS', { hours });

export const meetingInPast: Refusal = no('conflict', 'MEETING_IN_PAST');

/** Says nothing of the other meeting. */
export const specialistNotFree: Refusal = no('conflict', 'SPECIALIST_NOT_FREE');

export const meetingRemoteNeedsReason: Refusal = no('conflict', 'MEETING_REMOTE_NEEDS_REASON');

/** `allowed`: the codes that fit, with commas between them. */
export const channelCodeDoesNotFit = (allowed: readonly string[]): Refusal =>
  no('conflict', 'CHANNEL_CODE_DOES_NOT_FIT', { allowed: allowed.join(',') });

export const heldDateOutOfRange = (from: LocalDate, to: LocalDate): Refusal =>
  no('conflict', 'HELD_DATE_OUT_OF_RANGE', { from, to });

export const meetingNotDueYet = (on: LocalDate): Refusal => no('conflict', 'MEETING_NOT_DUE_YET', { on });

export const waivingNotInForce = (from: LocalDate): Refusal => no('conflict', 'WAIVING_NOT_IN_FORCE', { from });

/** The due day of a meeting by need is before today. */
export const dueDatePassed: Refusal = fieldsInvalid([
  { field: 'due_date', code: 'DATE_PASSED', description: 'is before today' },
]);

/** The activation period is not in force on the due day. */
export const activationNotInForce: Refusal = fieldsInvalid([
  { field: 'kind', code: 'ACTIVATION_NOT_IN_FORCE', description: 'is not in force on the due day' },
]);

export const officeUnknown: Refusal = fieldsInvalid([
  { field: 'booking.office_code', code: 'OFFICE_UNKNOWN', description: 'is none of the area’s offices' },
]);
