import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, aJobSearch, anEndedCase, aProtectedCase, clientIdOf } from '../../testing/builders.ts';
import { isProtected } from './client-case.ts';
import { type ClientNews, followClient } from './client-news.ts';

const clientId = clientIdOf(1);
const residence = { municipalityCode: '240' };

describe('a case that follows the client registry', () => {
  it('begins with the job search, its newest status and the municipality', () => {
    const news: ClientNews = { kind: 'JobSearchStarted', clientId, jobSearch: aJobSearch(), residence };
    expect(followClient(undefined, news)).toEqual({
      clientId,
      version: 0,
      municipalityCode: '240',
      jobSearch: aJobSearch(),
      servedBy: [],
    });
  });

  it('keeps segment, team and specialist when the client comes back', () => {
    const before = anEndedCase({ segment: '02', teamId: 'competence' });
    const next = aJobSearch({ jobSearchId: 'second' });
    const news: ClientNews = { kind: 'JobSearchStarted', clientId: before.clientId, jobSearch: next, residence };
    expect(followClient(before, news)).toEqual({ ...before, jobSearch: next });
  });

  it('takes a new status, of the job search that runs alone', () => {
    const { jobSearchId } = aJobSearch();
    const status = {
      kind: 'EmploymentStatusRecorded',
      clientId,
      statusCode: '03',
      from: localDate('2026-03-02'),
    } as const;
    const expected = aClientCase({ jobSearch: aJobSearch({ statusCode: '03', statusSince: localDate('2026-03-02') }) });
    expect(followClient(aClientCase(), { ...status, jobSearchId })).toEqual(expected);
    expect(followClient(aClientCase(), { ...status, jobSearchId: 'former' })).toEqual(aClientCase());
    expect(followClient(anEndedCase(), { ...status, jobSearchId })).toEqual(anEndedCase());
  });

  it('ends with the job search that runs, and with whichever runs where the whole record goes', () => {
    const ended = { kind: 'JobSearchEnded', clientId, endedOn: localDate('2026-03-02'), reason: 'EMPLOYED' } as const;
    expect(followClient(aClientCase(), { ...ended, jobSearchId: 'former' }).jobSearch).toEqual(aJobSearch());
    expect(followClient(aClientCase(), { ...ended, jobSearchId: aJobSearch().jobSearchId }).jobSearch).toBeUndefined();
    expect(followClient(aClientCase(), { ...ended, reason: 'MERGED_AWAY' }).jobSearch).toBeUndefined();
  });

  it('goes on with what runs after records were put together', () => {
    const jobSearch = aJobSearch({ jobSearchId: 'of-the-other-record' });
    const merged = followClient(aClientCase(), { kind: 'HistoryReplaced', clientId, jobSearch, residence });
    expect(merged).toEqual(aClientCase({ jobSearch }));
  });
});

describe('whether a client is protected', () => {
  it.each([
    ['with a municipality', { municipalityCode: '751' }, 'ordinary'],
    ['with a handler', { handlerId: 'staff-0014' }, 'protected'],
    ['with neither, as in facts from before handlers were told', {}, 'protected'],
  ])('follows the news: %s', (_, moved, expected) => {
    for (const before of [aClientCase(), aProtectedCase()]) {
      const after = followClient(before, { kind: 'ResidenceChanged', clientId, residence: moved });
      expect([isProtected(after) ? 'protected' : 'ordinary', after.municipalityCode]).toEqual([
        expected,
        'municipalityCode' in moved ? moved.municipalityCode : undefined,
      ]);
    }
  });
});
