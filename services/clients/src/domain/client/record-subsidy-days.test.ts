import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, clientId, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { recordSubsidyDays } from './record-subsidy-days.ts';

describe('recording the days of labour-market subsidy that Kela has paid (handbook 11.1, lms300)', () => {
  const paid = (days: number) => aClient({ subsidyDays: days });
  const on = { countedOn: localDate('2026-01-31'), today };

  it('tells that the 300th day was paid, on the day counted up to', () => {
    const next = given(paid(299))
      .when((client) => recordSubsidyDays(client, { days: 300, ...on }))
      .then({ type: 'SubsidyDays300Reached', clientId: clientId(1), reachedOn: localDate('2026-01-31') });
    expect(next).toEqual(aClient({ subsidyDays: 300, subsidy300ReachedOn: localDate('2026-01-31'), version: 3 }));
  });

  it('tells nothing of fewer days, which stay in the registry', () => {
    const next = given(paid(10))
      .when((client) => recordSubsidyDays(client, { days: 299, ...on }))
      .then([]);
    expect(next.subsidyDays).toBe(299);
  });

  it('tells of the 300th day once, however many follow', () => {
    given(paid(300))
      .when((client) => recordSubsidyDays(client, { days: 345, ...on }))
      .then([]);
  });

  it('refuses fewer days than recorded before', () => {
    const no = given(paid(120))
      .when((client) => recordSubsidyDays(client, { days: 119, ...on }))
      .refuses('SUBSIDY_DAYS_DECREASED');
    expect(no.data).toEqual({ recordedDays: '120' });
  });

  it('refuses days counted up to a day that has not come', () => {
    given(paid(0))
      .when((client) => recordSubsidyDays(client, { days: 5, countedOn: localDate('2026-02-03'), today }))
      .refuses('DATE_IN_FUTURE');
  });
});
