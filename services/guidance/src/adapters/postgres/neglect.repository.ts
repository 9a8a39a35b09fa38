import type { Write } from '@tyovayla/kernel/sql';
import type { Neglects } from '../../application/neglect-ports.ts';
import type { Hearing, Neglect, NeglectInHearing, RecordedNeglect } from '../../domain/neglect/neglect.ts';
import { dayTaskDoneWrite, dayTaskWrite } from './day-task.ts';
import { type CandidateRow, candidateFrom, type NeglectRow, neglectFrom, selectNeglect } from './neglect-row.ts';
import { recordsOfClient } from './records-of.ts';

const ofClientText = `${selectNeglect} WHERE n.client_id = ANY (${recordsOfClient}) ORDER BY n.occurred_on, n.neglect_id`;
const selectCandidate = `SELECT candidate_id, client_id, kind, occurred_on, source_id, status FROM neglect_candidate`;
const candidateText = `${selectCandidate} WHERE client_id = ANY (${recordsOfClient}) AND candidate_id = $2`;
const openText = `${selectCandidate} WHERE client_id = ANY (${recordsOfClient}) AND status = 'OPEN' ORDER BY occurred_on, candidate_id`;
const explanationsText = `SELECT hearing_id, explanation FROM hearing_explanation WHERE client_id = ANY (${recordsOfClient})`;

const insertText = `INSERT INTO neglect
  (neglect_id, client_id, kind, occurred_on, source_id, recorded_by, recorded_on, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const updateText = `UPDATE neglect SET version = $2, reason_ground = $3, assessed_by = $4, assessed_on = $5
  WHERE neglect_id = $1 AND version = $6`;
const insertHearingText = `INSERT INTO hearing
  (hearing_id, neglect_id, client_id, opened_on, deadline, manner, language, opened_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const answerText = `UPDATE hearing SET answered_on = $2, explanation_code = $3
  WHERE hearing_id = $1 AND answered_on IS NULL`;
const explainText = 'INSERT INTO hearing_explanation (hearing_id, client_id, explanation) VALUES ($1, $2, $3)';
const settleText = `UPDATE neglect_candidate SET status = $2, settled_on = $3, settled_by = $4, dismiss_ground = $5
  WHERE candidate_id = $1 AND status = 'OPEN'`;

const once = (text: string, values: readonly unknown[]): Write => ({ text, values, expectRows: 1 });

const hearingOf = (neglect: Neglect): Hearing | undefined => ('hearing' in neglect ? neglect.hearing : undefined);

const insertHearing = ({
  neglectId,
  clientId,
  hearing,
}: Pick<NeglectInHearing, 'neglectId' | 'clientId' | 'hearing'>) => {
  const { hearingId, openedOn, deadline, manner, language, openedBy } = hearing;
  return once(insertHearingText, [hearingId, neglectId, clientId, openedOn, deadline, manner, language, openedBy]);
};

const hearingWrites = (before: Neglect, after: Neglect): readonly Write[] => {
  const [former, hearing] = [hearingOf(before), hearingOf(after)];
  if (hearing === undefined) return [];
  const { neglectId, clientId } = after;
  if (former === undefined) return [insertHearing({ neglectId, clientId, hearing })];
  const { answer, hearingId } = hearing;
  if (answer === undefined || former.answer !== undefined) return [];
  return [once(answerText, [hearingId, answer.answeredOn, answer.code])];
};

/** The hearing stands on the day list until it is answered or the reason is assessed. */
const waits = (neglect: Neglect): boolean => neglect.status === 'HEARING' && neglect.hearing.answer === undefined;

const taskWrites = (before: Neglect, after: Neglect): readonly Write[] => {
  const hearing = hearingOf(after);
  if (hearing === undefined || waits(before) === waits(after)) return [];
  const { hearingId: sourceId, deadline: dueOn } = hearing;
  const task = { taskId: sourceId, clientId: after.clientId, kind: 'HEARING_RUNS_OUT', dueOn, sourceId } as const;
  return [waits(after) ? dayTaskWrite(task) : dayTaskDoneWrite(sourceId, 'HEARING_RUNS_OUT')];
};

const insertNeglect = (neglect: RecordedNeglect): Write => {
  const { neglectId, clientId, kind, occurredOn, sourceId, recordedBy, recordedOn, version } = neglect;
  return once(insertText, [neglectId, clientId, kind, occurredOn, sourceId, recordedBy, recordedOn, version]);
};

const updateNeglect = (after: Neglect, fromVersion: number): Write => {
  const finding = after.status === 'ASSESSED' ? after.finding : undefined;
  const { neglectId, version } = after;
  return once(updateText, [neglectId, version, finding?.ground, finding?.assessedBy, finding?.assessedOn, fromVersion]);
};

/** Neglects in Postgres, with the tasks that they put on the day list. */
export const neglectRepository: Neglects = {
  ofClient: async (sql, clientId) => (await sql.query<NeglectRow>(ofClientText, [clientId])).map(neglectFrom),
  candidate: async (sql, { clientId, candidateId }) => {
    const [row] = await sql.query<CandidateRow>(candidateText, [clientId, candidateId]);
    return row && candidateFrom(row);
  },
  openCandidates: async (sql, clientId) => (await sql.query<CandidateRow>(openText, [clientId])).map(candidateFrom),
  explanations: async (sql, clientId) => {
    const rows = await sql.query<{ readonly hearing_id: string; readonly explanation: string }>(explanationsText, [
      clientId,
    ]);
    return new Map(rows.map((row) => [row.hearing_id, row.explanation]));
  },
  add: (neglect) => [insertNeglect(neglect)],
  change: (before, after) =>
    before === after
      ? []
      : [updateNeglect(after, before.version), ...hearingWrites(before, after), ...taskWrites(before, after)],
  explain: ({ hearingId, clientId, explanation }) => [once(explainText, [hearingId, clientId, explanation])],
  settle: (settlement) => {
    const { candidateId, status, settledOn, settledBy } = settlement;
    const ground = settlement.status === 'DISMISSED' ? settlement.ground : undefined;
    return [
      once(settleText, [candidateId, status, settledOn, settledBy, ground]),
      dayTaskDoneWrite(candidateId, 'NEGLECT_CANDIDATE'),
    ];
  },
};
