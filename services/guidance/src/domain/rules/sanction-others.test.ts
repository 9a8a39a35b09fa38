import { localDate } from '@tyovayla/kernel/local-date';
import { missedMeetingOn } from './missed-meeting.ts';
import { contactFinding } from './sanction-contact.ts';
import { hearingDeadline } from './sanction-hearing.ts';
import { jobWaitingPeriod } from './sanction-waiting.ts';

// Handbook 2.6, last rows.
describe('waiting periods beside the staircase', () => {
  it.each([
    ['JOB_LEFT', 45],
    ['SHORT_JOB_LEFT', 30],
    ['CHOSEN_JOB_REFUSED', 45],
  ] as const)('%s: %i calendar days, on both sides of 1 March 2026', (kind, days) => {
    expect(jobWaitingPeriod(kind, localDate('2026-02-28'))?.days).toBe(days);
    expect(jobWaitingPeriod(kind, localDate('2026-03-01'))?.days).toBe(days);
  });

  it('are a guess of the area from 1 March 2026, as no source says whether they changed', () => {
    expect(jobWaitingPeriod('JOB_LEFT', localDate('2026-02-28'))?.version.confidence).toBe('H');
    expect(jobWaitingPeriod('JOB_LEFT', localDate('2026-03-01'))?.version.confidence).toBe('L');
  });
});

// Handbook R1.6 c and d.
describe('a neglect of contact and the job search', () => {
  const effect = (kind: 'NO_CONTACT_BY_DEADLINE' | 'SELF_BOOKED_MEETING_MISSED', on: string, earlier: number) =>
    contactFinding(kind, { occurredOn: localDate(on), earlier })?.effect;

  it('until 28 February 2026 ended it only when repeated', () => {
    expect(effect('NO_CONTACT_BY_DEADLINE', '2026-02-28', 0)).toBe('NONE');
    expect(effect('NO_CONTACT_BY_DEADLINE', '2026-02-28', 1)).toBe('JOB_SEARCH_ENDS');
  });

  it('ends it the first time from 1 March 2026', () => {
    expect(effect('NO_CONTACT_BY_DEADLINE', '2026-03-01', 0)).toBe('JOB_SEARCH_ENDS');
  });

  it('ends it on a missed meeting that the client had booked from 1 March 2026, and not before', () => {
    expect(effect('SELF_BOOKED_MEETING_MISSED', '2026-02-28', 3)).toBe('NONE');
    expect(effect('SELF_BOOKED_MEETING_MISSED', '2026-03-01', 0)).toBe('JOB_SEARCH_ENDS');
  });
});

describe('a missed meeting (handbook R1.7)', () => {
  const effect = (by: 'AUTHORITY' | 'SELF', on: string) => missedMeetingOn(localDate(on))?.params[by];

  it('is a neglect where the authority had chosen the time', () => {
    expect(effect('AUTHORITY', '2026-02-28')).toBe('NEGLECT');
    expect(effect('AUTHORITY', '2026-03-01')).toBe('NEGLECT');
  });

  it('may end the job search where the client had chosen it, from 1 March 2026', () => {
    expect(effect('SELF', '2026-02-28')).toBe('NEGLECT');
    expect(effect('SELF', '2026-03-01')).toBe('JOB_SEARCH_ENDS');
  });
});

describe('the time to explain a neglect', () => {
  it('is seven calendar days, the day of asking not counted', () => {
    expect(hearingDeadline(localDate('2026-03-02'))).toBe('2026-03-09');
    expect(hearingDeadline(localDate('2026-02-24'))).toBe('2026-03-03');
  });
});
