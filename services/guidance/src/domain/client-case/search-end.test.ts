import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, aJobSearch } from '../../testing/builders.ts';
import { followClient, type NewsOf } from './client-news.ts';
import { searchEndOf } from './search-end.ts';

const ended = (reason: string): NewsOf<'JobSearchEnded'> => ({
  kind: 'JobSearchEnded',
  clientId: aClientCase().clientId,
  endedOn: localDate('2026-03-12'),
  reason,
});

describe('a job search that runs here no longer', () => {
  it.each([
    ['TRANSFERRED_OUT', 'TRANSFERRED_TO_OTHER_AREA'],
    ['MERGED_AWAY', 'RECORDS_MERGED'],
    ['EMPLOYED', 'JOB_SEARCH_ENDED'],
    ['ANONYMISED', 'JOB_SEARCH_ENDED'],
  ])('after %s leaves what hung on it with the reason %s', (reason, end) => {
    expect(searchEndOf({ reason })).toBe(end);
  });

  it('is remembered as gone to another area until one runs here again, or nobody can be asked for any more', () => {
    const gone = followClient(aClientCase(), ended('TRANSFERRED_OUT'));
    expect(gone).toMatchObject({ transferredOutOn: '2026-03-12' });
    expect(gone).not.toHaveProperty('jobSearch');
    const { clientId } = gone;
    const residence = { municipalityCode: '240' };
    const taken = { kind: 'JobSearchTakenIn', clientId, jobSearch: aJobSearch(), residence } as const;
    for (const news of [taken, ended('ANONYMISED'), ended('MERGED_AWAY')])
      expect(followClient(gone, news)).not.toHaveProperty('transferredOutOn');
    expect(followClient(gone, { kind: 'ResidenceChanged', clientId, residence: {} })).toMatchObject({
      transferredOutOn: '2026-03-12',
    });
  });

  it('was not handed over where it ended here', () => {
    expect(followClient(aClientCase(), ended('EMPLOYED'))).not.toHaveProperty('transferredOutOn');
  });
});
