import { somePeople } from '../../../src/testing/people.ts';
import { runningSearch, runningSpell, timelineOf } from './job-search-facts.ts';

describe('A client’s timeline', () => {
  const [aino] = somePeople();
  if (!aino) throw new Error('somebody is missing');

  it('tells job searches with their statuses and ends, the newest first', () => {
    expect(timelineOf(aino).map(({ kind, day }) => `${day} ${kind}`)).toEqual([
      '2026-05-04 spell',
      '2025-11-17 spell',
      '2025-03-03 spell',
      '2025-03-03 started',
      '2022-05-31 ended',
      '2022-01-10 spell',
      '2021-08-16 spell',
      '2021-08-16 started',
    ]);
  });

  it('knows the status that runs now', () => {
    expect(runningSpell(runningSearch(aino))).toEqual({ statusCode: '02', fromDate: '2026-05-04' });
  });

  it('has nothing running when the last search has ended', () => {
    const ended = { ...aino, jobSearches: aino.jobSearches.map((one) => ({ ...one, endedDate: '2026-06-01' })) };
    expect(runningSearch(ended)).toBeUndefined();
  });
});
