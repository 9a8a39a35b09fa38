import { countedDays, overlaps } from './counted-history.ts';
import type { JobSearch } from './job-search.ts';
import { sameProfile, sameWorkAbility } from './record-parts.ts';
import type { WholeClient } from './whole-client.ts';

/** What two records of one person may disagree about; the contract's enum carries the same. */
export const mergeConflicts = [
  'BOTH_JOB_SEARCHES_RUN',
  'JOB_SEARCHES_OVERLAP',
  'PROTECTION_DIFFERS',
  'NAME_DIFFERS',
  'MUNICIPALITY_DIFFERS',
  'CITIZENSHIPS_DIFFER',
  'CONTACT_DIFFERS',
  'SERVICE_LANGUAGE_DIFFERS',
  'SUBSIDY_DAYS_DIFFER',
  'PROFILE_DIFFERS',
  'WORK_ABILITY_DIFFERS',
  'INTERPRETER_DIFFERS',
] as const;

export type MergeConflict = (typeof mergeConflicts)[number];

/** Whose value counts. */
export type MergeSide = 'KEPT' | 'MERGED';

/** How a person has settled the conflicts. */
export type MergeResolutions = Readonly<Partial<Record<MergeConflict, MergeSide>>>;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const runs = (searches: readonly JobSearch[]): boolean => searches.some(({ status }) => status === 'RUNNING');

const bothRun = (kept: WholeClient, merged: WholeClient): boolean => runs(kept.jobSearches) && runs(merged.jobSearches);

const anyOverlap = (kept: WholeClient, merged: WholeClient): boolean =>
  kept.jobSearches.some((one) => merged.jobSearches.some((other) => overlaps(countedDays(one), countedDays(other))));

type Disagrees = (kept: WholeClient, merged: WholeClient) => boolean;

const nameOf = ({ client: { person } }: WholeClient) => [person.givenNames, person.familyName];
const contactOf = ({ client: { person, contactAddress } }: WholeClient) => {
  const { email, phone, streetAddress, postalCode, city } = person.contact;
  return [email, phone, streetAddress, postalCode, city, contactAddress];
};

/** Where only one record has a part, there is nothing to choose. */
const bothDiffer = <Part>(
  kept: Part | undefined,
  merged: Part | undefined,
  same: (one: Part, other: Part) => boolean,
): boolean => kept !== undefined && merged !== undefined && !same(kept, merged);

/** A table that a case specialist can check: when two records disagree. */
const disagreements: Readonly<Record<MergeConflict, Disagrees>> = {
  BOTH_JOB_SEARCHES_RUN: bothRun,
  // Whose running search goes on settles the other days too.
  JOB_SEARCHES_OVERLAP: (kept, merged) => !bothRun(kept, merged) && anyOverlap(kept, merged),
  PROTECTION_DIFFERS: ({ client: kept }, { client: merged }) =>
    kept.protectionOrder?.handlerId !== merged.protectionOrder?.handlerId,
  NAME_DIFFERS: (kept, merged) => !isSame(nameOf(kept), nameOf(merged)),
  MUNICIPALITY_DIFFERS: ({ client: kept }, { client: merged }) =>
    kept.person.municipalityCode !== merged.person.municipalityCode,
  CITIZENSHIPS_DIFFER: ({ client: kept }, { client: merged }) =>
    !isSame([...kept.person.citizenships].sort(), [...merged.person.citizenships].sort()),
  CONTACT_DIFFERS: (kept, merged) => !isSame(contactOf(kept), contactOf(merged)),
  SERVICE_LANGUAGE_DIFFERS: ({ client: kept }, { client: merged }) =>
    kept.person.serviceLanguage !== merged.person.serviceLanguage,
  SUBSIDY_DAYS_DIFFER: ({ client: kept }, { client: merged }) => kept.subsidyDays !== merged.subsidyDays,
  PROFILE_DIFFERS: ({ parts: kept }, { parts: merged }) => bothDiffer(kept.profile, merged.profile, sameProfile),
  WORK_ABILITY_DIFFERS: ({ parts: kept }, { parts: merged }) =>
    bothDiffer(kept.workAbility, merged.workAbility, sameWorkAbility),
  INTERPRETER_DIFFERS: ({ parts: { interpreter: kept } }, { parts: { interpreter: merged } }) =>
    bothDiffer(kept.interpreterLanguage, merged.interpreterLanguage, (one, other) => one === other),
};

/** What two records of one person disagree about, in the table's order. */
export const conflictsOf = (kept: WholeClient, merged: WholeClient): readonly MergeConflict[] =>
  mergeConflicts.filter((conflict) => disagreements[conflict](kept, merged));

/** The sides by which a conflict can be settled: protection is never lost by a merge. */
export const allowedSides = (
  conflict: MergeConflict,
  { kept, merged }: { readonly kept: WholeClient; readonly merged: WholeClient },
): readonly MergeSide[] => {
  if (conflict !== 'PROTECTION_DIFFERS') return ['KEPT', 'MERGED'];
  return [
    ...(kept.client.protectionOrder === undefined ? [] : (['KEPT'] as const)),
    ...(merged.client.protectionOrder === undefined ? [] : (['MERGED'] as const)),
  ];
};
