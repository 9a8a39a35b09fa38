import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { sanctionBook } from '../rules/sanction.ts';
import type { NeglectCandidate, RecordedNeglect } from './neglect.ts';
import type { NeglectFact } from './neglect-facts.ts';
import type { NeglectKind } from './neglect-kind.ts';
import {
  neglectBeforeRules,
  neglectCandidateNotFound,
  neglectCandidateSettled,
  neglectInFuture,
} from './neglect-refusals.ts';

/** What an official records: a candidate, or a neglect of their own knowledge. */
export type NeglectToRecord =
  | { readonly from: 'CANDIDATE'; readonly candidateId: string }
  | { readonly from: 'OFFICIAL'; readonly kind: NeglectKind; readonly occurredOn: LocalDate };

export type RecordingNeglect = {
  readonly neglectId: string;
  readonly clientId: string;
  readonly what: NeglectToRecord;
  /** Staff id. */
  readonly recordedBy: string;
  readonly today: LocalDate;
};

export type NeglectDecided<Next> = { readonly next: Next; readonly facts: readonly NeglectFact[] };

type Known = Pick<RecordedNeglect, 'kind' | 'occurredOn' | 'sourceId'>;

const whatHappened = (what: NeglectToRecord, candidate: NeglectCandidate | undefined): Result<Known, Refusal> => {
  if (what.from === 'OFFICIAL') return accepted({ kind: what.kind, occurredOn: what.occurredOn });
  if (candidate === undefined) return refused(neglectCandidateNotFound);
  if (candidate.status !== 'OPEN') return refused(neglectCandidateSettled);
  const { kind, occurredOn, sourceId } = candidate;
  return accepted({ kind, occurredOn, sourceId });
};

/**
 * Records that a client neglected something: the first step, which decides nothing yet. Refused for a day to come and
 * for one before the rules of 2 May 2022. Source: handbook 2.6.
 */
export const recordNeglect = (
  candidate: NeglectCandidate | undefined,
  { neglectId, clientId, what, recordedBy, today }: RecordingNeglect,
): Result<NeglectDecided<RecordedNeglect>, Refusal> => {
  const known = whatHappened(what, candidate);
  if (!known.ok) return known;
  const { kind, occurredOn } = known.value;
  if (occurredOn > today) return refused(neglectInFuture(today));
  const [firstVersion] = sanctionBook.versions;
  if (firstVersion !== undefined && occurredOn < firstVersion.validFrom)
    return refused(neglectBeforeRules(firstVersion.validFrom));
  const next: RecordedNeglect = {
    ...known.value,
    status: 'RECORDED',
    neglectId,
    clientId,
    recordedBy,
    recordedOn: today,
    version: 1,
  };
  return accepted({
    next,
    facts: [{ kind: 'NeglectRecorded', neglectId, neglectKind: kind, occurredOn }],
  });
};
