import { localDate } from '@tyovayla/kernel/local-date';
import { aClient, aProtectedClient, clientId, jobSearchId, today } from '../../testing/builders.ts';
import { aDuplicate, aRunningDuplicate, aWholeClient } from '../../testing/whole-clients.ts';
import { type Merged, mergeClients } from './merge-clients.ts';
import { type MergeResolutions, mergeConflicts } from './merge-conflict.ts';
import type { TwoRecords } from './merged-record.ts';

const aino = aWholeClient();
const settled: MergeResolutions = {
  NAME_DIFFERS: 'KEPT',
  MUNICIPALITY_DIFFERS: 'KEPT',
  SUBSIDY_DAYS_DIFFER: 'MERGED',
};

const merging = (records: TwoRecords, resolutions: MergeResolutions) => mergeClients(records, { resolutions, today });

const merged = (records: TwoRecords, resolutions: MergeResolutions): Merged => {
  const done = merging(records, resolutions);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};

const refusal = (records: TwoRecords, resolutions: MergeResolutions) => {
  const done = merging(records, resolutions);
  if (done.ok) throw new Error('merged');
  return done.refusal;
};

const historyOf = ({ kept }: Merged) => {
  const fact = kept.facts.find(({ type }) => type === 'ClientsMerged');
  if (fact?.type !== 'ClientsMerged') throw new Error('not told');
  return fact.history;
};

describe('two records of one person', () => {
  it('list everything that they disagree about, until each is settled', () => {
    const records = { kept: aino, merged: aDuplicate() };
    const first = refusal(records, {});
    expect([first.code, first.data]).toEqual([
      'MERGE_CONFLICTS_UNRESOLVED',
      { conflicts: 'NAME_DIFFERS,MUNICIPALITY_DIFFERS,SUBSIDY_DAYS_DIFFER' },
    ]);
    expect(refusal(records, { NAME_DIFFERS: 'KEPT' }).data).toEqual({
      conflicts: 'MUNICIPALITY_DIFFERS,SUBSIDY_DAYS_DIFFER',
    });
  });

  it('become one with what was chosen, under the identity code of the record that is kept', () => {
    const { kept } = merged({ kept: aino, merged: aDuplicate() }, { ...settled, NAME_DIFFERS: 'MERGED' });
    const { client } = kept.next;
    expect([client.clientId, client.person.familyName, client.subsidyDays]).toEqual([clientId(1), 'Ahola', 40]);
    expect(client.person.identityCode).toBe(aino.client.person.identityCode);
    expect(client.person.municipalityCode).toBe('240');
    expect(kept.next.jobSearches.map(({ jobSearchId: id }) => id)).toEqual([jobSearchId(1), jobSearchId(2)]);
    expect(client.jobSearch).toBe(aino.client.jobSearch);
  });

  it('are told of one by one: the one has a new history, the other counts no more', () => {
    const done = merged({ kept: aino, merged: aDuplicate() }, settled);
    expect(done.kept.facts.map(({ type }) => type)).toEqual(['ClientsMerged']);
    expect(done.merged.facts).toEqual([{ type: 'ClientMergedAway', clientId: clientId(2), keptClientId: clientId(1) }]);
    expect([done.kept.next.client.version, done.merged.next.version]).toEqual([3, 5]);
    expect(historyOf(done)).toEqual({
      jobSearches: [
        {
          jobSearchId: jobSearchId(2),
          from: '2025-03-03',
          to: '2025-07-01',
          statusSpells: [{ code: '02', from: '2025-03-03', to: '2025-07-01' }],
          foreignCitizen: false,
        },
        {
          jobSearchId: jobSearchId(1),
          from: '2026-01-12',
          statusSpells: [{ code: '02', from: '2026-01-12' }],
          foreignCitizen: false,
        },
      ],
      residences: [
        { from: '2025-03-03', municipalityCode: '851' },
        { from: '2026-01-12', municipalityCode: '240' },
      ],
      ageBand: 'FROM_25_TO_59',
    });
  });

  it('with a running job search each go on with the one chosen; the other ends today, and no day counts twice', () => {
    const records = { kept: aino, merged: aRunningDuplicate() };
    expect(refusal(records, settled).data).toEqual({ conflicts: 'BOTH_JOB_SEARCHES_RUN' });
    const done = merged(records, { ...settled, BOTH_JOB_SEARCHES_RUN: 'MERGED' });
    expect(done.kept.next.client.jobSearch).toMatchObject({ jobSearchId: jobSearchId(2), status: 'RUNNING' });
    expect(done.kept.facts.map(({ type }) => type)).toEqual(['JobSearchEnded', 'ClientsMerged']);
    expect(done.endedJobSearchId).toBe(jobSearchId(1));
    expect(historyOf(done).jobSearches.map(({ from, to }) => [from, to])).toEqual([['2025-02-03', undefined]]);
    const other = merged(records, { ...settled, BOTH_JOB_SEARCHES_RUN: 'KEPT' });
    expect(other.merged.facts.map(({ type }) => type)).toEqual(['JobSearchEnded', 'ClientMergedAway']);
    expect(historyOf(other).jobSearches.map(({ from, to }) => [from, to])).toEqual([
      ['2025-02-03', '2026-01-12'],
      ['2026-01-12', undefined],
    ]);
  });

  it('lose no protection: only the protected side can be chosen, and the municipality is withheld from then on', () => {
    const guarded = aDuplicate({ protectionOrder: { validFrom: localDate('2026-01-01'), handlerId: 'staff-0004' } });
    const records = { kept: aino, merged: guarded };
    expect(refusal(records, settled).data).toEqual({ conflicts: 'PROTECTION_DIFFERS' });
    const lost = refusal(records, { ...settled, PROTECTION_DIFFERS: 'KEPT' });
    expect([lost.code, lost.data]).toEqual(['MERGE_RESOLUTION_NOT_ALLOWED', { conflict: 'PROTECTION_DIFFERS' }]);
    const done = merged(records, { ...settled, PROTECTION_DIFFERS: 'MERGED' });
    expect(done.kept.next.client.protectionOrder?.handlerId).toBe('staff-0004');
    expect(done.kept.facts.map(({ type }) => type)).toEqual(['MunicipalityWithheld', 'ClientsMerged']);
    expect(historyOf(done).residences).toEqual([]);
  });

  it('are no two records where they are one', () => {
    expect(refusal({ kept: aino, merged: aino }, {}).code).toBe('MERGE_SAME_CLIENT');
  });

  it('take no resolution of what is no conflict', () => {
    const records = {
      kept: aino,
      merged: aWholeClient(aClient({ clientId: clientId(3), jobSearch: aDuplicate().client.jobSearch })),
    };
    for (const conflict of mergeConflicts) expect(refusal(records, { [conflict]: 'KEPT' }).data).toEqual({ conflict });
    expect(merging(records, {}).ok).toBe(true);
  });

  it('under the same handler agree on protection', () => {
    const records = {
      kept: aWholeClient(aProtectedClient()),
      merged: aDuplicate({ protectionOrder: { validFrom: localDate('2026-01-01'), handlerId: 'staff-0004' } }),
    };
    expect(merging(records, settled).ok).toBe(true);
  });
});
