import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, aJobSearch, anEndedCase } from '../../testing/builders.ts';
import { aHeldMeeting } from '../../testing/meeting-builders.ts';
import { profileDuty, profileOwedBy } from './profile-duty.ts';

const startedOn = (day: string, about: object = {}) =>
  aClientCase({ jobSearch: aJobSearch({ startedOn: localDate(day), ...about }) });

const discussed = (day: string, about: object = {}) =>
  aHeldMeeting({ kind: 'DISCUSSION', heldOn: localDate(day), ...about });

// Handbook 2.7.
describe('what a client owes by the law on job-applicant profiles', () => {
  it('is a profile within fifteen working days of a start from 1 September 2026 on', () => {
    expect(profileDuty(startedOn('2026-09-01'), [])).toEqual({
      state: 'OWED',
      dueOn: '2026-09-22',
      ruleValidFrom: '2026-09-01',
    });
  });

  it('is nothing yet in an older job search, until it was discussed', () => {
    const older = startedOn('2026-06-01');
    expect(profileDuty(older, [discussed('2026-08-31')])).toEqual({ state: 'NOT_YET', ruleValidFrom: '2026-09-01' });
    const meetings = [discussed('2026-12-01'), discussed('2026-09-01'), discussed('2026-08-31')];
    expect(profileOwedBy(older, meetings)).toBe('2026-09-22');
  });

  it('counts discussions of this job search alone', () => {
    expect(
      profileOwedBy(startedOn('2026-06-01'), [discussed('2026-09-01', { jobSearchId: 'former' })]),
    ).toBeUndefined();
  });

  it.each(['01', '08'])('is nothing for who works or studies full time (status %s)', (statusCode) => {
    expect(profileDuty(startedOn('2026-09-01', { statusCode }), [])?.state).toBe('EXEMPT');
  });

  it('is settled by a published profile', () => {
    const published = { ...startedOn('2026-09-01'), profilePublishedOn: localDate('2026-09-10') };
    expect([profileDuty(published, [])?.state, profileOwedBy(published, [])]).toEqual(['PUBLISHED', undefined]);
  });

  it('is nothing without a running job search', () => {
    expect(profileDuty(anEndedCase(), [])).toBeUndefined();
  });
});
