import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Write } from '@tyovayla/kernel/sql';
import type { NeglectKind } from '../../domain/neglect/neglect-kind.ts';

/** Something that looks like a neglect, for a named official to look at. */
export type NewNeglectCandidate = {
  /** UUID v7. */
  readonly candidateId: string;
  readonly clientId: string;
  readonly kind: NeglectKind;
  /** The day of the neglect itself, whose version of the law will judge it. */
  readonly occurredOn: LocalDate;
  /** Id of the meeting, plan, review period, offer or service. */
  readonly sourceId: string;
};

const insertText = `INSERT INTO neglect_candidate (candidate_id, client_id, kind, occurred_on, source_id)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (source_id, kind) DO NOTHING`;

// Sees the table as it was before this statement: a candidate that was there before puts no task on the list again.
const taskText = `INSERT INTO day_task (task_id, client_id, kind, due_on, source_id)
  SELECT $1::uuid, surviving_record($2::uuid), 'NEGLECT_CANDIDATE', $4::date, $1::uuid
  WHERE NOT EXISTS (SELECT 1 FROM neglect_candidate WHERE source_id = $5 AND kind = $3)`;

const valuesOf = ({ candidateId, clientId, kind, occurredOn, sourceId }: NewNeglectCandidate): readonly unknown[] => [
  candidateId,
  clientId,
  kind,
  occurredOn,
  sourceId,
];

/**
 * Proposes a possible neglect in the transaction of the fact that it follows from, and puts it on the day list of whoever
 * serves the client. Proposing the same one twice changes nothing, and a dismissed one does not come back. The system
 * only proposes: an official records or dismisses it.
 */
export const neglectCandidateWrites = (candidate: NewNeglectCandidate): readonly Write[] => [
  { text: insertText, values: valuesOf(candidate) },
  { text: taskText, values: valuesOf(candidate) },
];
