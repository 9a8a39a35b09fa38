import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, anEndedJobSearch, clientId } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import { turnAge } from './turn-age.ts';

describe('a client turns 25 or 60', () => {
  const birthday = localDate('2026-05-14');

  it('is told on the birthday, and nothing else of the client changes', () => {
    const next = given(aClient())
      .when((client) => turnAge(client, { age: 25, turnedOn: birthday, today: birthday }))
      .then({ type: 'ClientTurned25', clientId: clientId(1), turnedOn: birthday });
    expect(next).toEqual(aClient({ version: 3 }));
  });

  it('is told with the birthday’s date where the timer comes days late', () => {
    given(aClient())
      .when((client) => turnAge(client, { age: 60, turnedOn: birthday, today: localDate('2026-05-20') }))
      .then({ type: 'ClientTurned60', clientId: clientId(1), turnedOn: birthday });
  });

  it('is told also of a former job seeker, for the next job search begins in the new age band', () => {
    given(aClient({ jobSearch: anEndedJobSearch() }))
      .when((client) => turnAge(client, { age: 25, turnedOn: birthday, today: birthday }))
      .then({ type: 'ClientTurned25', clientId: clientId(1), turnedOn: birthday });
  });

  it('is not told the day before', () => {
    given(aClient())
      .when((client) => turnAge(client, { age: 25, turnedOn: birthday, today: localDate('2026-05-13') }))
      .refuses('DATE_IN_FUTURE');
  });
});
