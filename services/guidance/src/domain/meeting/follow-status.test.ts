import { localDate } from '@tyovayla/kernel/local-date';
import { aPlannedMeeting, aPlanning, plannedLines } from '../../testing/meeting-builders.ts';
import { followStatus } from './follow-status.ts';
import type { Meeting, PlannedMeeting } from './meeting.ts';
import type { MeetingKind } from './meeting-kinds.ts';

const v1 = localDate('2022-05-02');

const due = (kind: MeetingKind, day: string, ruleValidFrom = v1): PlannedMeeting =>
  aPlannedMeeting({
    meetingId: `${kind} ${day}`,
    kind,
    asked: { dueOn: localDate(day), scheduleBy: localDate(day), ruleValidFrom },
  });

const follow = (meetings: readonly Meeting[], status: { code: string; since: string }, today: string) =>
  followStatus(
    meetings,
    aPlanning({ statusCode: status.code, statusSince: localDate(status.since) }),
    localDate(today),
  );

const dropped = ({ changes }: ReturnType<typeof follow>): readonly string[] =>
  changes.flatMap(({ before, after }) => (after.status === 'CANCELLED' && before ? [before.meetingId] : []));

// Handbook 2.2, exceptions of V1.
describe('meetings of someone whose status asks for fewer', () => {
  const meetings = [
    due('SUPPLEMENTARY', '2025-03-10'),
    due('SUPPLEMENTARY', '2025-05-05'),
    due('DISCUSSION', '2025-05-12'),
  ];

  it('fall away in the first three months of a full-time layoff, but for the discussion', () => {
    expect(dropped(follow(meetings, { code: '03', since: '2025-02-03' }, '2025-02-20'))).toEqual([
      'SUPPLEMENTARY 2025-03-10',
    ]);
  });

  it('are asked for again from the very day on which three months have passed', () => {
    expect(dropped(follow(meetings, { code: '03', since: '2025-02-05' }, '2025-02-20'))).toEqual([
      'SUPPLEMENTARY 2025-03-10',
    ]);
    expect(dropped(follow(meetings, { code: '03', since: '2025-02-06' }, '2025-02-20'))).toHaveLength(2);
  });

  it('fall away in a service, and come back when the client is unemployed again', () => {
    const inService = follow(meetings, { code: '07', since: '2025-02-17' }, '2025-02-20');
    expect(dropped(inService)).toEqual(['SUPPLEMENTARY 2025-03-10', 'SUPPLEMENTARY 2025-05-05']);
    const left = [due('DISCUSSION', '2025-05-12'), ...inService.changes.map(({ after }) => after)];
    const back = follow(left, { code: '02', since: '2025-04-01' }, '2025-04-01');
    expect(plannedLines(back)).toEqual(['SUPPLEMENTARY 2025-05-05 2025-05-05']);
  });

  it('come back once only', () => {
    const away = follow(meetings, { code: '07', since: '2025-02-17' }, '2025-02-20').changes.map(({ after }) => after);
    const back = follow(away, { code: '02', since: '2025-04-01' }, '2025-04-01').changes.map(({ after }) => after);
    expect(follow([...away, ...back], { code: '02', since: '2025-04-01' }, '2025-04-02').changes).toEqual([]);
  });

  it('stand as they are where nothing is spared', () => {
    expect(follow(meetings, { code: '09', since: '2025-02-17' }, '2025-02-20')).toEqual({ changes: [], facts: [] });
  });

  it('are an official’s to waive since 2026: the list is gone', () => {
    const later = [due('DISCUSSION', '2026-05-12', localDate('2026-05-01'))];
    expect(follow(later, { code: '07', since: '2026-03-02' }, '2026-03-02').changes).toEqual([]);
  });
});
