import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, anEndedJobSearch } from '../../testing/builders.ts';
import { anonymiseClient } from './anonymise-client.ts';
import type { Client } from './client.ts';

const gone = aClient({ version: 5, jobSearch: anEndedJobSearch({ endedOn: localDate('2025-06-30') }) });

const on = (day: string, client: Client = gone) => {
  const done = anonymiseClient(client, { today: localDate(day) });
  return done.ok ? done.value : done.refusal.code;
};

describe('how long a client’s data are kept (handbook R1.20: five years, a guess that an area can set)', () => {
  it('is five years after the last day of the last job search', () => {
    expect(on('2030-06-29')).toEqual({ kind: 'KEPT', until: '2030-06-30' });
    expect(on('2030-06-30')).toEqual({
      kind: 'ANONYMISED',
      clientId: gone.clientId,
      version: 6,
      facts: [{ type: 'ClientAnonymised', clientId: gone.clientId }],
    });
  });

  it('ends on the last day of February where the last day was the 29th', () => {
    const leap = aClient({ jobSearch: anEndedJobSearch({ endedOn: localDate('2024-02-29') }) });
    expect(on('2029-02-28', leap)).toMatchObject({ kind: 'ANONYMISED' });
    expect(on('2029-02-27', leap)).toEqual({ kind: 'KEPT', until: '2029-02-28' });
  });

  it('has no end while a job search runs', () => {
    expect(on('2040-01-01', aClient())).toBe('JOB_SEARCH_RUNS');
  });
});
