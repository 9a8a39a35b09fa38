import type { OnMeeting } from '../../domain/meeting/meeting-decision.ts';
import { recordMeetingMissed } from '../../domain/meeting/record-meeting-missed.ts';
import type { OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';
import { meetingCommand, nothingMore, versionOf } from './meeting-command.ts';

export type RecordMeetingMissedInput = OnCase & OnMeeting;

/** Records that the client did not come, and puts before an official what may follow. */
export const recordMeetingMissedCommand = (ports: GuidancePorts) =>
  meetingCommand(ports, {
    name: 'RecordMeetingMissed',
    loadMore: nothingMore,
    decide: (scene, input: RecordMeetingMissedInput, context) => {
      const { replacementWorkingDays } = ports.offices;
      return recordMeetingMissed({ ...scene, replacementWorkingDays }, input, context);
    },
    answer: (decided) => ({ ...versionOf(decided), ...decided.proposal, replacement: decided.replacement }),
    saveMore: ({ missed }, _state, { newId }) => ports.meetings.proposeNeglect(missed, newId()),
  });
