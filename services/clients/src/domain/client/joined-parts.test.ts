import { addDays, localDate } from '@tyovayla/kernel/local-date';
import { clientId, dayAfter, today } from '../../testing/builders.ts';
import {
  aClientProfile,
  aClientWorkAbility,
  aProfile,
  aWorkAbility,
  consentId,
  receiptId,
} from '../../testing/part-builders.ts';
import { aDuplicate, aWholeClient, withParts } from '../../testing/whole-clients.ts';
import type { LanguageCode } from '../profile/language-skill.ts';
import { emptyProfile, type Publication } from '../profile/profile.ts';
import { type Merged, mergeClients } from './merge-clients.ts';
import { conflictsOf, type MergeResolutions } from './merge-conflict.ts';
import { provenanceOf } from './merge-provenance.ts';
import type { RecordParts } from './record-parts.ts';
import { type Split, splitClients } from './split-clients.ts';
import type { WholeClient } from './whole-client.ts';

const settled: MergeResolutions = { NAME_DIFFERS: 'KEPT', MUNICIPALITY_DIFFERS: 'KEPT', SUBSIDY_DAYS_DIFFER: 'KEPT' };
const published: Publication = { publisher: 'CLIENT', parts: ['SKILLS'], publishedOn: today };
const cook = aClientProfile({ version: 3, profile: aProfile({ education: [] }), publication: published });
const needs = (language: string) => ({ interpreter: { interpreterLanguage: language as LanguageCode } });
const order = { validFrom: localDate('2026-01-01'), handlerId: 'staff-0004' };

type Held = Partial<RecordParts>;

const recordsOf = (kept: Held, merged: Held, about: Parameters<typeof aDuplicate>[0] = {}) => ({
  kept: withParts(aWholeClient(), kept),
  merged: withParts(aDuplicate(about), merged),
});

const conflictsIn = (kept: Held, merged: Held): readonly string[] => {
  const records = recordsOf(kept, merged);
  return conflictsOf(records.kept, records.merged).filter((conflict) => settled[conflict] === undefined);
};

const merge = (records: ReturnType<typeof recordsOf>, resolutions: MergeResolutions = {}): Merged => {
  const done = mergeClients(records, { resolutions: { ...settled, ...resolutions }, today });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};

/** Takes a merge back after what somebody did to the parts meanwhile. */
const split = (
  records: ReturnType<typeof recordsOf>,
  done: Merged,
  meanwhile: (whole: WholeClient) => WholeClient = (whole) => whole,
): Split => {
  const { jobSearch: _, ...client } = done.merged.next;
  const parts: RecordParts = { ...records.merged.parts, consentIds: [], receiptIds: [] };
  const provenance = provenanceOf(records, done, today);
  const setAside = { client, residences: records.merged.residences, parts, provenance };
  const result = splitClients({ kept: meanwhile(done.kept.next), setAside }, { today: dayAfter(today) });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

const typesOf = ({ facts }: { readonly facts: Merged['kept']['facts'] }) => facts.map(({ type }) => type);

describe('parts of two records that become one', () => {
  it.each([
    ['neither has any', {}, {}, []],
    ['only one has them', { profile: cook }, { workAbility: aClientWorkAbility(), ...needs('ru') }, []],
    ['both say the same', { profile: aClientProfile() }, { profile: aClientProfile({ version: 9 }) }, []],
    ['profiles say something else', { profile: aClientProfile() }, { profile: cook }, ['PROFILE_DIFFERS']],
    [
      'something else of the profile is published',
      { profile: cook },
      { profile: { ...cook, publication: { ...published, parts: ['WISHES'] } } },
      ['PROFILE_DIFFERS'],
    ],
    [
      'assessments say something else',
      { workAbility: aClientWorkAbility() },
      { workAbility: aClientWorkAbility({ workAbility: aWorkAbility({ limits: [] }) }) },
      ['WORK_ABILITY_DIFFERS'],
    ],
    ['interpreters are of different languages', needs('ru'), needs('ar'), ['INTERPRETER_DIFFERS']],
  ] as readonly [string, Held, Held, readonly string[]][])(
    'are a conflict only where both have one: %s',
    (_, kept, merged, conflicts) => {
      expect(conflictsIn(kept, merged)).toEqual(conflicts);
    },
  );

  it('go to the record that is kept, where only the other has them, and a profile is told again', () => {
    const workAbility = aClientWorkAbility({ version: 4 });
    const { kept } = merge(recordsOf({}, { profile: cook, workAbility, ...needs('ru') }));
    expect(kept.next.parts).toMatchObject({
      profile: { ...cook, version: 1 },
      workAbility: { ...workAbility, version: 1 },
      ...needs('ru'),
    });
    expect(typesOf(kept)).toEqual(['ClientsMerged', 'JobSeekerProfileRecorded', 'ProfilePublished']);
    expect(kept.facts.map((fact) => fact.clientId)).toEqual([clientId(1), clientId(1), clientId(1)]);
  });

  it('stay as they are where they are chosen, and nothing of a profile is told', () => {
    const records = recordsOf({ profile: aClientProfile() }, { profile: cook });
    const { kept } = merge(records, { PROFILE_DIFFERS: 'KEPT' });
    expect(kept.next.parts.profile).toBe(records.kept.parts.profile);
    expect(typesOf(kept)).toEqual(['ClientsMerged']);
  });

  it('are withdrawn by name, where what was published is not chosen', () => {
    const { kept } = merge(recordsOf({ profile: cook }, { profile: aClientProfile() }), { PROFILE_DIFFERS: 'MERGED' });
    expect(kept.next.parts.profile).toEqual(aClientProfile({ version: 4 }));
    expect(typesOf(kept)).toEqual(['ClientsMerged', 'JobSeekerProfileRecorded', 'ProfileWithdrawn']);
  });

  it('are published of nobody under protection, and not told', () => {
    const records = recordsOf({}, { profile: cook }, { protectionOrder: order });
    const { kept } = merge(records, { PROTECTION_DIFFERS: 'MERGED' });
    expect(kept.next.parts.profile).toEqual({ version: 1, profile: cook.profile });
    expect(typesOf(kept)).toEqual(['MunicipalityWithheld', 'ClientsMerged']);
  });

  it('are all the person’s where they are lists', () => {
    const kept = { consentIds: [consentId(1)], receiptIds: [receiptId(1)] };
    const merged = { consentIds: [consentId(2)], receiptIds: [receiptId(2), receiptId(3)] };
    const { parts } = merge(recordsOf(kept, merged)).kept.next;
    expect(parts.consentIds).toEqual([consentId(1), consentId(2)]);
    expect(parts.receiptIds).toEqual([receiptId(1), receiptId(2), receiptId(3)]);
  });
});

describe('parts of a record that becomes two again', () => {
  const mine = {
    profile: aClientProfile(),
    workAbility: aClientWorkAbility(),
    ...needs('ru'),
    consentIds: [consentId(1)],
  };
  const other = {
    profile: cook,
    workAbility: aClientWorkAbility({ workAbility: aWorkAbility({ limits: [] }) }),
    ...needs('ar'),
    consentIds: [consentId(2)],
    receiptIds: [receiptId(2)],
  };
  const allMerged: MergeResolutions = {
    PROFILE_DIFFERS: 'MERGED',
    WORK_ABILITY_DIFFERS: 'MERGED',
    INTERPRETER_DIFFERS: 'MERGED',
  };

  it('are what they were, under versions that go on, and both profiles are told', () => {
    const records = recordsOf(mine, other);
    const { kept, restored } = split(records, merge(records, allMerged));
    expect(kept.next.parts).toEqual({
      ...records.kept.parts,
      profile: { ...mine.profile, version: 3 },
      workAbility: { ...mine.workAbility, version: 3 },
    });
    expect(restored.next.parts).toEqual(records.merged.parts);
    expect(typesOf(kept)).toEqual(['ClientsSplit', 'JobSeekerProfileRecorded', 'ProfileWithdrawn']);
    expect(typesOf(restored)).toEqual(['ClientRestored', 'JobSeekerProfileRecorded', 'ProfilePublished']);
  });

  it('are none again where there was none, and an empty profile is told', () => {
    const records = recordsOf({}, other);
    const { kept } = split(records, merge(records));
    expect(kept.next.parts).toEqual(records.kept.parts);
    expect(kept.facts.slice(1)).toMatchObject([
      { type: 'JobSeekerProfileRecorded', profileVersion: 2, profile: { occupationsSought: [] } },
      { type: 'ProfileWithdrawn', profileVersion: 2 },
    ]);
  });

  it('stay with the record that was kept where somebody changed them, and new consents with them', () => {
    const records = recordsOf(mine, other);
    const newer: Held = {
      profile: aClientProfile({ version: 3, profile: emptyProfile }),
      workAbility: aClientWorkAbility({ version: 3 }),
      ...needs('so'),
    };
    const { kept } = split(records, merge(records, allMerged), (whole) =>
      withParts(whole, { ...newer, consentIds: [...whole.parts.consentIds, consentId(3)] }),
    );
    expect(kept.next.parts).toMatchObject({ ...newer, consentIds: [consentId(1), consentId(3)] });
    expect(typesOf(kept)).toEqual(['ClientsSplit']);
  });

  it('are not published again where the client withdrew meanwhile, or protection ended it', () => {
    const open = { ...cook, profile: aProfile(), publication: { ...published, publishedOn: addDays(today, -9) } };
    const records = recordsOf({ profile: open }, { profile: cook });
    const withdrawn = split(records, merge(records, { PROFILE_DIFFERS: 'MERGED' }), (whole) =>
      withParts(whole, { profile: { version: 5, profile: cook.profile } }),
    );
    expect(withdrawn.kept.next.parts.profile).toEqual({ version: 6, profile: open.profile });
    const guarded = recordsOf({ profile: open }, {}, { protectionOrder: order });
    const lifted = split(guarded, merge(guarded, { PROTECTION_DIFFERS: 'MERGED' }), (whole) => {
      const { protectionOrder: _, ...client } = whole.client;
      return { ...whole, client };
    });
    expect(lifted.kept.next.parts.profile).toEqual({ version: 4, profile: open.profile });
  });

  it('that an older merge set aside, and brought to nobody, stay where they are', () => {
    const records = recordsOf(mine, other);
    const done = merge(records, allMerged);
    const { parts: _, ...provenance } = provenanceOf(records, done, today);
    const { jobSearch: __, ...client } = done.merged.next;
    const setAside = { client, residences: [], parts: records.merged.parts, provenance };
    const result = splitClients({ kept: { ...done.kept.next, parts: records.kept.parts }, setAside }, { today });
    expect(result.ok && [result.value.kept.next.parts, result.value.restored.next.parts]).toEqual([
      records.kept.parts,
      records.merged.parts,
    ]);
  });
});
