import { localDate } from '@tyovayla/kernel/local-date';
import {
  aClient,
  anEndedJobSearch,
  aRunningJobSearch,
  clientId,
  dayAfter,
  jobSearchId,
  today,
} from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { endJobSearch } from './end-job-search.ts';
import { jobSearchEndReasons } from './job-search.ts';

describe('ending a job search (act 380/2023 28 §, handbook R1.6)', () => {
  it('makes the day given the last one: the last spell ends the day after', () => {
    const next = given(aClient())
      .when((client) => endJobSearch(client, { reason: 'EMPLOYED', endedOn: today, today }))
      .then({
        type: 'JobSearchEnded',
        clientId: clientId(1),
        jobSearchId: jobSearchId(1),
        endedOn: today,
        reason: 'EMPLOYED',
      });
    expect(next.jobSearch).toEqual(
      anEndedJobSearch({
        startedOn: localDate('2026-01-12'),
        closedSpells: [{ code: '02', from: localDate('2026-01-12'), to: dayAfter(today) }],
        endedOn: today,
        endReason: 'EMPLOYED',
      }),
    );
  });

  it('lets a person be a job seeker for a single day', () => {
    given(aClient({ jobSearch: aRunningJobSearch({ startedOn: today, openSpell: { code: '02', from: today } }) }))
      .when((client) => endJobSearch(client, { reason: 'CLIENT_REQUEST', endedOn: today, today }))
      .then(expect.objectContaining({ endedOn: today }));
  });

  it.each(jobSearchEndReasons)('takes %s for a reason', (reason) => {
    given(aClient())
      .when((client) => endJobSearch(client, { reason, endedOn: today, today }))
      .then(expect.objectContaining({ reason }));
  });

  it('refuses an end that has not come', () => {
    given(aClient())
      .when((client) => endJobSearch(client, { reason: 'EMPLOYED', endedOn: dayAfter(today), today }))
      .refuses('DATE_IN_FUTURE');
  });

  it('refuses an end before the running spell: earlier history stands', () => {
    const no = given(aClient())
      .when((client) => endJobSearch(client, { reason: 'EMPLOYED', endedOn: localDate('2026-01-11'), today }))
      .refuses('END_BEFORE_RUNNING_SPELL');
    expect(no.data).toEqual({ runningSpellFrom: '2026-01-12' });
  });

  it('refuses a second end', () => {
    given(aClient({ jobSearch: anEndedJobSearch() }))
      .when((client) => endJobSearch(client, { reason: 'EMPLOYED', endedOn: today, today }))
      .refuses('JOB_SEARCH_NOT_RUNNING');
  });
});
