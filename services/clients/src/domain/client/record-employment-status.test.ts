import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, anEndedJobSearch, aRunningJobSearch, clientId, jobSearchId, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { employmentStatusCodes } from './employment-status.ts';
import { recordEmploymentStatus } from './record-employment-status.ts';

describe('recording the employment status of a job seeker (handbook 1.2)', () => {
  const unemployedSinceJanuary = aClient();

  it('closes the running spell on the day the new status begins', () => {
    const next = given(unemployedSinceJanuary)
      .when((client) => recordEmploymentStatus(client, { statusCode: '07', from: localDate('2026-01-20'), today }))
      .then({
        type: 'EmploymentStatusRecorded',
        clientId: clientId(1),
        jobSearchId: jobSearchId(1),
        statusCode: '07',
        from: localDate('2026-01-20'),
      });
    expect(next.jobSearch).toEqual(
      aRunningJobSearch({
        closedSpells: [{ code: '02', from: localDate('2026-01-12'), to: localDate('2026-01-20') }],
        openSpell: { code: '07', from: localDate('2026-01-20') },
      }),
    );
    expect(next.version).toBe(3);
  });

  it('replaces the code of a spell that began the same day, so that no spell lasts less than a day', () => {
    const next = given(unemployedSinceJanuary)
      .when((client) => recordEmploymentStatus(client, { statusCode: '03', from: localDate('2026-01-12'), today }))
      .then(expect.objectContaining({ statusCode: '03', from: '2026-01-12' }));
    expect(next.jobSearch).toEqual(aRunningJobSearch({ openSpell: { code: '03', from: localDate('2026-01-12') } }));
  });

  it('accepts today and refuses tomorrow', () => {
    given(unemployedSinceJanuary)
      .when((client) => recordEmploymentStatus(client, { statusCode: '01', from: today, today }))
      .then(expect.objectContaining({ from: today }));
    const no = given(unemployedSinceJanuary)
      .when((client) => recordEmploymentStatus(client, { statusCode: '01', from: localDate('2026-02-03'), today }))
      .refuses('DATE_IN_FUTURE');
    expect(no.data).toEqual({ today });
  });

  it('refuses a day before the running spell: earlier history stands', () => {
    const no = given(unemployedSinceJanuary)
      .when((client) => recordEmploymentStatus(client, { statusCode: '01', from: localDate('2026-01-11'), today }))
      .refuses('STATUS_BEFORE_RUNNING_SPELL');
    expect(no.data).toEqual({ runningSpellFrom: '2026-01-12' });
  });

  it('refuses while no job search runs', () => {
    given(aClient({ jobSearch: anEndedJobSearch() }))
      .when((client) => recordEmploymentStatus(client, { statusCode: '01', from: today, today }))
      .refuses('JOB_SEARCH_NOT_RUNNING');
  });

  it.each(employmentStatusCodes)(
    'refuses status %s where it is the running one, and accepts all the others',
    (code) => {
      const client = aClient({ jobSearch: aRunningJobSearch({ openSpell: { code, from: localDate('2026-01-12') } }) });
      const accepted = employmentStatusCodes.filter(
        (other) => recordEmploymentStatus(client, { statusCode: other, from: today, today }).ok,
      );
      expect(accepted).toEqual(employmentStatusCodes.filter((other) => other !== code));
      given(client)
        .when((seeker) => recordEmploymentStatus(seeker, { statusCode: code, from: today, today }))
        .refuses('STATUS_UNCHANGED');
    },
  );
});
