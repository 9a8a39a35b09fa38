import { localDate } from '@tyovayla/kernel/local-date';
import { clientId, dayAfter, jobSearchId, today } from '../../testing/builders.ts';
import { aRunningDuplicate, aWholeClient } from '../../testing/whole-clients.ts';
import { type Merged, mergeClients } from './merge-clients.ts';
import { provenanceOf } from './merge-provenance.ts';
import { type SetAsideClient, type Split, splitClients } from './split-clients.ts';
import type { WholeClient } from './whole-client.ts';

const aino = aWholeClient();
const duplicate = aRunningDuplicate();
const records = { kept: aino, merged: duplicate };

const done: Merged = (() => {
  const merged = mergeClients(records, {
    resolutions: {
      NAME_DIFFERS: 'MERGED',
      MUNICIPALITY_DIFFERS: 'KEPT',
      SUBSIDY_DAYS_DIFFER: 'MERGED',
      BOTH_JOB_SEARCHES_RUN: 'MERGED',
    },
    today,
  });
  if (!merged.ok) throw new Error(merged.refusal.code);
  return merged.value;
})();

const setAside: SetAsideClient = (() => {
  const { jobSearch: _, ...client } = done.merged.next;
  return {
    client,
    residences: duplicate.residences,
    parts: duplicate.parts,
    provenance: provenanceOf(records, done, today),
  };
})();

const split = (kept: WholeClient = done.kept.next, aside: SetAsideClient = setAside): Split => {
  const result = splitClients({ kept, setAside: aside }, { today: dayAfter(today) });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('taking a merge of records back', () => {
  it('gives each record what it was, with its own job searches', () => {
    const { kept, restored } = split();
    expect(kept.next.client).toEqual({ ...aino.client, version: done.kept.next.client.version + 1 });
    expect(kept.next.residences).toEqual(aino.residences);
    expect(restored.next.client).toEqual({ ...duplicate.client, version: done.merged.next.version + 1 });
    expect(restored.next.jobSearches).toEqual(duplicate.jobSearches);
  });

  it('lets a job search run again that the merge alone had ended', () => {
    expect(split().reopened).toEqual(aino.client.jobSearch);
  });

  it('tells of both: what is left of the one history, and the other', () => {
    const { kept, restored } = split();
    expect(kept.facts).toEqual([
      expect.objectContaining({ type: 'ClientsSplit', clientId: clientId(1), splitClientId: clientId(2) }),
    ]);
    expect(restored.facts).toEqual([
      expect.objectContaining({ type: 'ClientRestored', clientId: clientId(2), keptClientId: clientId(1) }),
    ]);
    const histories = [...kept.facts, ...restored.facts].map((fact) => 'history' in fact && fact.history.jobSearches);
    expect(histories).toEqual([
      [expect.objectContaining({ jobSearchId: jobSearchId(1), from: '2026-01-12' })],
      [expect.objectContaining({ jobSearchId: jobSearchId(2), from: '2025-02-03' })],
    ]);
  });

  it('leaves alone what somebody has changed since then', () => {
    const now = done.kept.next;
    const renamed = { ...now.client, person: { ...now.client.person, familyName: 'Ahola-Niemi' }, subsidyDays: 55 };
    const { kept } = split({ ...now, client: renamed });
    expect([kept.next.client.person.familyName, kept.next.client.subsidyDays]).toEqual(['Ahola-Niemi', 55]);
  });

  it('covers both records with a protection order that came meanwhile', () => {
    const order = { validFrom: today, handlerId: 'staff-0004' };
    const now = done.kept.next;
    const { kept, restored } = split({ ...now, client: { ...now.client, protectionOrder: order } });
    expect([kept.next.client.protectionOrder, restored.next.client.protectionOrder]).toEqual([order, order]);
    expect(restored.facts.map(({ type }) => type)).toEqual(['MunicipalityWithheld', 'ClientRestored']);
  });

  it('gives no former home back that a lifted order has forgotten', () => {
    const now = done.kept.next;
    const residences = [{ from: localDate('2026-02-03'), municipalityCode: aino.client.person.municipalityCode }];
    expect(split({ ...now, residences }).kept.next.residences).toEqual(residences);
  });

  it('is refused where the one record did not go into the other', () => {
    const result = splitClients({ kept: aino }, { today });
    expect(result.ok ? 'split' : result.refusal.code).toBe('NOT_MERGED');
  });
});
