import { localDate } from '@tyovayla/kernel/local-date';
import { clientIdOf } from '../../testing/builders.ts';
import {
  aBookedMeeting,
  aHeldMeeting,
  aPlannedMeeting,
  aPlanning,
  plannedLines,
} from '../../testing/meeting-builders.ts';
import { beginMeetings } from './begin-meetings.ts';
import { cancelled } from './cancel-meeting.ts';
import type { Meeting, OpenMeeting } from './meeting.ts';

const today = localDate('2026-02-20');
const planning = aPlanning();
const { clientId } = planning;
const { jobSearchId } = planning.jobSearch;
const merged = clientIdOf(9);

const begin = (meetings: readonly Meeting[], withJobSearch = true) =>
  beginMeetings({ clientId, meetings, planning: withJobSearch ? planning : undefined, toldOn: today, today });

const asked = (dueOn: string) => ({ dueOn: localDate(dueOn), scheduleBy: localDate(dueOn) });

const held = aHeldMeeting({ clientId: merged, jobSearchId, kind: 'INITIAL_INTERVIEW' });

const discussion = (of: string, dueOn = '2026-05-18'): OpenMeeting =>
  aPlannedMeeting({ clientId: of, jobSearchId, kind: 'DISCUSSION', asked: asked(dueOn), meetingId: clientIdOf(77) });

const lostByMerge = (meeting: OpenMeeting): Meeting => cancelled(meeting, { reason: 'RECORDS_MERGED', today }).meeting;

describe('the meetings of a job search that came along with a merged record', () => {
  it('begin with the first one where the job search is new to all of the client’s records', () => {
    expect(plannedLines(begin([]))).toHaveLength(1);
  });

  it('go on: the interview that was held counts, and the discussion that was still asked is planned', () => {
    const expected = ['DISCUSSION 2026-05-18 2026-05-18'];
    expect(plannedLines(begin([held, discussion(merged)]))).toEqual(expected);
    expect(plannedLines(begin([held, lostByMerge(discussion(merged))]))).toEqual(expected);
  });

  it('are planned again after a split, each once', () => {
    const away = lostByMerge(discussion(clientId));
    expect(plannedLines(begin([{ ...held, clientId }, away, { ...away }]))).toEqual([
      'DISCUSSION 2026-05-18 2026-05-18',
    ]);
  });

  it('are not planned where they stand already, or were given up for another reason', () => {
    const waived = cancelled(discussion(clientId), { reason: 'WAIVED', today }).meeting;
    expect(plannedLines(begin([held, discussion(clientId), lostByMerge(discussion(merged))]))).toEqual([]);
    expect(plannedLines(begin([held, waived]))).toEqual([]);
  });

  it('end where they belong to another job search of this record, and are left to their own record otherwise', () => {
    const other = { jobSearchId: clientIdOf(55) };
    const [own, theirs] = [aBookedMeeting({ clientId, ...other }), aBookedMeeting({ clientId: merged, ...other })];
    const { facts } = begin([held, { ...held, clientId }, own, theirs], false);
    expect(facts).toEqual([expect.objectContaining({ kind: 'MeetingCancelled', reason: 'RECORDS_MERGED' })]);
  });
});
