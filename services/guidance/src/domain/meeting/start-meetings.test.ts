import { localDate } from '@tyovayla/kernel/local-date';
import { aPlanning, plannedLines } from '../../testing/meeting-builders.ts';
import { startMeetings } from './start-meetings.ts';

const startedOn = (day: string) => aPlanning({ startedOn: localDate(day), statusSince: localDate(day) });

const start = (started: string, told: string) => startMeetings(startedOn(started), localDate(told));

describe('the first meeting of a job search', () => {
  it('is the initial interview, within ten working days in 2026 (handbook 2.2, V2)', () => {
    const decided = start('2026-02-02', '2026-02-02');
    expect(plannedLines(decided)).toEqual(['INITIAL_INTERVIEW 2026-02-16 2026-02-16']);
    expect(decided.facts).toEqual([
      {
        kind: 'MeetingPlanned',
        meetingId: 'new-1',
        meetingKind: 'INITIAL_INTERVIEW',
        dueOn: '2026-02-16',
        scheduleBy: '2026-02-16',
        ruleValidFrom: '2026-01-01',
      },
    ]);
  });

  it('was within five for Eino who registered on the last day of 2025, over New Year and Epiphany (V1)', () => {
    expect(plannedLines(start('2025-12-31', '2025-12-31'))).toEqual(['INITIAL_INTERVIEW 2026-01-09 2026-01-09']);
  });

  it('is planned also where the news is told while there is still time', () => {
    expect(plannedLines(start('2026-02-02', '2026-02-16'))).toEqual(['INITIAL_INTERVIEW 2026-02-16 2026-02-16']);
  });
});

describe('a job search that was taken over while it ran', () => {
  it('counts its interview as held when it was due, and goes on with the next discussion', () => {
    const decided = start('2025-06-02', '2026-02-02');
    expect(decided.changes.map(({ after }) => [after.kind, after.status, after.asked?.dueOn])).toEqual([
      ['INITIAL_INTERVIEW', 'TAKEN_OVER', '2025-06-09'],
      ['DISCUSSION', 'PLANNED', '2026-03-09'],
    ]);
    expect(decided.facts.map(({ kind }) => kind)).toEqual(['MeetingPlanned']);
  });

  it('has its discussion on the very day where three months have just passed', () => {
    expect(plannedLines(start('2025-06-02', '2026-03-09'))).toEqual(['DISCUSSION 2026-03-09 2026-03-09']);
  });

  it('from before the rule of 2 May 2022 is reckoned from its start', () => {
    expect(plannedLines(start('2021-11-15', '2026-02-02'))).toEqual(['DISCUSSION 2026-02-15 2026-02-13']);
  });
});
