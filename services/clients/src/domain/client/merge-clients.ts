import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { birthDateOf } from './birth-date.ts';
import type { Client } from './client.ts';
import type { ClientFact } from './client-events.ts';
import { type ClientRefusal, no } from './client-refusals.ts';
import { countedHistory } from './counted-history.ts';
import type { JobSearch, JobSearchId } from './job-search.ts';
import {
  allowedSides,
  conflictsOf,
  type MergeConflict,
  type MergeResolutions,
  type MergeSide,
} from './merge-conflict.ts';
import { keptAfter, type Searches, searchesOf, type TwoRecords } from './merged-record.ts';
import { isForeignCitizen } from './person.ts';
import { profileTold } from './told-profile.ts';
import type { WholeClient } from './whole-client.ts';

export type MergeClients = { readonly resolutions: MergeResolutions; readonly today: LocalDate };

/** Two records after a merge or a split, with what is told of each. */
export type RecordDecided = { readonly next: WholeClient; readonly facts: readonly ClientFact[] };

export type Merged = {
  readonly kept: RecordDecided;
  /** The record that went into the other: seen by nobody any more. */
  readonly merged: { readonly next: Client; readonly facts: readonly ClientFact[] };
  /** The running job search that the merge ended, if both ran. */
  readonly endedJobSearchId?: JobSearchId;
};

export type MergeDecision = Result<Merged, ClientRefusal>;

const unresolved = (conflicts: readonly MergeConflict[]): ClientRefusal =>
  no('conflict', 'MERGE_CONFLICTS_UNRESOLVED', { conflicts: conflicts.join(',') });

const notAllowed = (conflict: MergeConflict): ClientRefusal =>
  no('conflict', 'MERGE_RESOLUTION_NOT_ALLOWED', { conflict });

const checkResolutions = (records: TwoRecords, resolutions: MergeResolutions): ClientRefusal | undefined => {
  const conflicts = conflictsOf(records.kept, records.merged);
  const open = conflicts.filter((conflict) => resolutions[conflict] === undefined);
  if (open.length > 0) return unresolved(open);
  const wrong = (Object.entries(resolutions) as [MergeConflict, MergeSide][]).find(
    ([conflict, side]) => !conflicts.includes(conflict) || !allowedSides(conflict, records).includes(side),
  );
  return wrong && notAllowed(wrong[0]);
};

const endedFact = (client: Client, searches: Searches, side: MergeSide, today: LocalDate): readonly ClientFact[] =>
  searches.ended?.of === side
    ? [
        {
          type: 'JobSearchEnded',
          clientId: client.clientId,
          jobSearchId: searches.ended.jobSearchId,
          endedOn: today,
          reason: 'OTHER',
        },
      ]
    : [];

/** The history of a record as it counts; where a protection order is in force without homes. */
export const historyOf = (
  { client, residences }: WholeClient,
  searches: { readonly first: readonly JobSearch[]; readonly second: readonly JobSearch[] },
  today: LocalDate,
) =>
  countedHistory({
    ...searches,
    residences: client.protectionOrder === undefined ? residences : [],
    birthDate: birthDateOf(client),
    foreignCitizen: isForeignCitizen(client.person),
    ...(client.subsidy300ReachedOn && { subsidy300ReachedOn: client.subsidy300ReachedOn }),
    today,
  });

const withheldFact = (before: Client, after: Client, today: LocalDate): readonly ClientFact[] =>
  before.protectionOrder === undefined && after.protectionOrder !== undefined
    ? [{ type: 'MunicipalityWithheld', clientId: after.clientId, from: today }]
    : [];

/** A record with its version moved on by what is told of it. */
export const toldOf = (next: WholeClient, facts: readonly ClientFact[]): RecordDecided => ({
  next: { ...next, client: { ...next.client, version: next.client.version + facts.length } },
  facts,
});

/**
 * Makes two records of one person one. What they disagree about is listed with its codes, and settled by a person,
 * conflict by conflict; a resolution of what is no conflict is refused, and so is one by which protection would be
 * lost. The job searches and parts of both become those of the record that is kept; each day counts once, and a
 * profile that is another than it was is told again.
 * Source: handbook 1.4, 1.6; act 906/2019 (accuracy of the register).
 */
export const mergeClients = (records: TwoRecords, { resolutions, today }: MergeClients): MergeDecision => {
  const { kept, merged } = records;
  if (kept.client.clientId === merged.client.clientId) return refused(no('conflict', 'MERGE_SAME_CLIENT'));
  const refusal = checkResolutions(records, resolutions);
  if (refusal !== undefined) return refused(refusal);
  const goesOn = resolutions.BOTH_JOB_SEARCHES_RUN ?? resolutions.JOB_SEARCHES_OVERLAP;
  const searches = searchesOf(records, resolutions.BOTH_JOB_SEARCHES_RUN, today);
  const next = keptAfter(records, resolutions, searches);
  const inOrder =
    goesOn === 'MERGED'
      ? { first: searches.merged, second: searches.kept }
      : { first: searches.kept, second: searches.merged };
  const keptClientId = kept.client.clientId;
  const mergedClientId = merged.client.clientId;
  const mergedFacts: readonly ClientFact[] = [
    ...endedFact(merged.client, searches, 'MERGED', today),
    { type: 'ClientMergedAway', clientId: mergedClientId, keptClientId },
  ];
  return accepted({
    kept: toldOf(next, [
      ...withheldFact(kept.client, next.client, today),
      ...endedFact(kept.client, searches, 'KEPT', today),
      { type: 'ClientsMerged', clientId: keptClientId, mergedClientId, history: historyOf(next, inOrder, today) },
      ...profileTold(next.client, { before: kept.parts.profile, after: next.parts.profile }, today),
    ]),
    merged: {
      next: { ...merged.client, version: merged.client.version + mergedFacts.length },
      facts: mergedFacts,
    },
    ...(searches.ended && { endedJobSearchId: searches.ended.jobSearchId }),
  });
};
