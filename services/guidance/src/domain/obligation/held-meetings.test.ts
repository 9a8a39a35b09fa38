import { localDate } from '@tyovayla/kernel/local-date';
import { planUuid } from '../../testing/plan-builders.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { MeetingKind } from '../meeting/meeting-kinds.ts';
import { heldMeetings } from './held-meetings.ts';

const search = planUuid(1);

const core = (kind: MeetingKind, jobSearchId = search) => ({
  meetingId: planUuid(600),
  clientId: planUuid(900),
  jobSearchId,
  kind,
  version: 1,
});

const held = (kind: MeetingKind, heldOn: string, jobSearchId?: string): Meeting => ({
  ...core(kind, jobSearchId),
  status: 'HELD',
  heldOn: localDate(heldOn),
  channelCode: '27',
});

describe('the meetings held in a job search', () => {
  it('are the initial interview and the last discussion', () => {
    const meetings = [
      held('DISCUSSION', '2026-04-20'),
      held('DISCUSSION', '2026-07-20'),
      held('SUPPLEMENTARY', '2026-08-01'),
      held('INITIAL_INTERVIEW', '2026-01-20'),
    ];
    expect(heldMeetings(meetings, search)).toEqual({ interviewHeldOn: '2026-01-20', discussionHeldOn: '2026-07-20' });
  });

  it('are none of a former job search, and none that is only planned', () => {
    const planned: Meeting = {
      ...core('DISCUSSION'),
      status: 'PLANNED',
      asked: { dueOn: localDate('2026-04-20'), scheduleBy: localDate('2026-04-20') },
    };
    expect(heldMeetings([held('DISCUSSION', '2025-04-20', planUuid(2)), planned], search)).toEqual({});
  });

  it('are also those that were due before the client came here with a running search', () => {
    const takenOver: Meeting = {
      ...core('INITIAL_INTERVIEW'),
      status: 'TAKEN_OVER',
      asked: { dueOn: localDate('2025-09-08'), scheduleBy: localDate('2025-09-08') },
    };
    expect(heldMeetings([takenOver], search)).toEqual({ interviewHeldOn: '2025-09-08' });
  });
});
