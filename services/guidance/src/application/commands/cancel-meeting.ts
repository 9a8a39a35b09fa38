import { checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type CancelMeeting, cancelMeeting } from '../../domain/meeting/cancel-meeting.ts';
import type { OnMeeting } from '../../domain/meeting/meeting-decision.ts';
import { cancelReasons } from '../../domain/meeting/meeting-kinds.ts';
import type { OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';
import { meetingCommand, nothingMore, versionOf } from './meeting-command.ts';

export type CancelMeetingInput = OnCase & CancelMeeting;

/** Understands what was written, or names every bad field. */
export const readCancelMeeting = ({
  reason: written,
  ...on
}: OnCase & OnMeeting & { readonly reason: string }): Result<CancelMeetingInput, Refusal> => {
  const reason = understood(checkCode('reason', written, cancelReasons));
  return reason.ok ? accepted({ ...on, reason: reason.value }) : reason;
};

/** Cancels a meeting that is still to be held. */
export const cancelMeetingCommand = (ports: GuidancePorts) =>
  meetingCommand(ports, {
    name: 'CancelMeeting',
    loadMore: nothingMore,
    decide: (scene, input: CancelMeetingInput, context) => cancelMeeting(scene, input, context),
    answer: versionOf,
  });
