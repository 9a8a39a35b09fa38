import { bookMeetingCommand } from './commands/book-meeting.ts';
import { cancelMeetingCommand } from './commands/cancel-meeting.ts';
import { planMeetingCommand } from './commands/plan-meeting.ts';
import { recordMeetingHeldCommand } from './commands/record-meeting-held.ts';
import { recordMeetingMissedCommand } from './commands/record-meeting-missed.ts';
import { rescheduleMeetingCommand } from './commands/reschedule-meeting.ts';
import type { GuidancePorts } from './ports.ts';

/** What is done with clients' meetings. */
export const meetingCommands = (ports: GuidancePorts) =>
  ({
    planMeeting: planMeetingCommand(ports),
    bookMeeting: bookMeetingCommand(ports),
    rescheduleMeeting: rescheduleMeetingCommand(ports),
    cancelMeeting: cancelMeetingCommand(ports),
    recordMeetingHeld: recordMeetingHeldCommand(ports),
    recordMeetingMissed: recordMeetingMissedCommand(ports),
  }) as const;
