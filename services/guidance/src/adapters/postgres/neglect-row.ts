import type { LocalDate } from '@tyovayla/kernel/local-date';
import type {
  ExplanationCode,
  Finding,
  Hearing,
  HearingManner,
  MatterLanguage,
  Neglect,
  NeglectCandidate,
  ReasonGround,
} from '../../domain/neglect/neglect.ts';
import type { NeglectKind } from '../../domain/neglect/neglect-kind.ts';

/** A neglect with its hearing as one row. */
export type NeglectRow = {
  readonly neglect_id: string;
  readonly client_id: string;
  readonly kind: NeglectKind;
  readonly occurred_on: LocalDate;
  readonly source_id: string | null;
  readonly recorded_by: string;
  readonly recorded_on: LocalDate;
  readonly version: number;
  readonly reason_ground: ReasonGround | null;
  readonly assessed_by: string | null;
  readonly assessed_on: LocalDate | null;
  readonly hearing_id: string | null;
  readonly opened_on: LocalDate | null;
  readonly deadline: LocalDate | null;
  readonly manner: HearingManner | null;
  readonly language: MatterLanguage | null;
  readonly opened_by: string | null;
  readonly answered_on: LocalDate | null;
  readonly explanation_code: ExplanationCode | null;
};

/** Reads neglects as `NeglectRow`; a WHERE on `n` follows. */
export const selectNeglect = `SELECT n.neglect_id, n.client_id, n.kind, n.occurred_on, n.source_id, n.recorded_by,
  n.recorded_on, n.version, n.reason_ground, n.assessed_by, n.assessed_on, h.hearing_id, h.opened_on, h.deadline,
  h.manner, h.language, h.opened_by, h.answered_on, h.explanation_code
  FROM neglect n LEFT JOIN hearing h ON h.neglect_id = n.neglect_id`;

const hearingFrom = (row: NeglectRow): Hearing | undefined => {
  const { hearing_id: hearingId, opened_on: openedOn, deadline, manner, language, opened_by: openedBy } = row;
  if (hearingId === null || openedOn === null || deadline === null) return undefined;
  if (manner === null || language === null || openedBy === null) return undefined;
  const { answered_on: answeredOn, explanation_code: code } = row;
  return {
    hearingId,
    openedOn,
    deadline,
    manner,
    language,
    openedBy,
    ...(answeredOn !== null && code !== null && { answer: { code, answeredOn } }),
  };
};

const findingFrom = (row: NeglectRow): Finding | undefined => {
  const { reason_ground: ground, assessed_by: assessedBy, assessed_on: assessedOn } = row;
  if (ground === null || assessedBy === null || assessedOn === null) return undefined;
  return { ground, assessedBy, assessedOn };
};

/** A neglect from its row. Throws where the row contradicts itself: that is a fault of ours. */
export const neglectFrom = (row: NeglectRow): Neglect => {
  const core = {
    neglectId: row.neglect_id,
    clientId: row.client_id,
    kind: row.kind,
    occurredOn: row.occurred_on,
    ...(row.source_id !== null && { sourceId: row.source_id }),
    recordedBy: row.recorded_by,
    recordedOn: row.recorded_on,
    version: row.version,
  };
  const [hearing, finding] = [hearingFrom(row), findingFrom(row)];
  if (hearing === undefined && finding === undefined) return { ...core, status: 'RECORDED' };
  if (hearing === undefined) throw new Error('a reason was assessed without a hearing');
  return finding === undefined
    ? { ...core, status: 'HEARING', hearing }
    : { ...core, status: 'ASSESSED', hearing, finding };
};

export type CandidateRow = {
  readonly candidate_id: string;
  readonly client_id: string;
  readonly kind: NeglectKind;
  readonly occurred_on: LocalDate;
  readonly source_id: string;
  readonly status: NeglectCandidate['status'];
};

export const candidateFrom = (row: CandidateRow): NeglectCandidate => ({
  candidateId: row.candidate_id,
  clientId: row.client_id,
  kind: row.kind,
  occurredOn: row.occurred_on,
  sourceId: row.source_id,
  status: row.status,
});
