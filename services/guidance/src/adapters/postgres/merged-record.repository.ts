import type { MergedRecords } from '../../application/ports.ts';
import { recordsOfClient } from './records-of.ts';

const joinText = `INSERT INTO merged_record (client_id, into_client_id, merged_on) VALUES ($1, $2, $3)
  ON CONFLICT (client_id) DO UPDATE SET into_client_id = excluded.into_client_id, merged_on = excluded.merged_on`;
const partText = 'DELETE FROM merged_record WHERE client_id = $1 AND into_client_id = $2';

// What goes on under the surviving record; meetings, plans and periods of the merged one end with it.
const lastingKinds = `'NEGLECT_CANDIDATE', 'HEARING_RUNS_OUT', 'STATEMENT_UNDELIVERED', 'ORDER_DUE'`;
const takeTasksText = `UPDATE day_task SET client_id = $2
  WHERE client_id = $1 AND (kind IN (${lastingKinds}) OR kind = 'ASSESSMENT_DUE' AND source_id = $3)`;
const endTasksText = `DELETE FROM day_task
  WHERE client_id = $1 AND kind = 'ASSESSMENT_DUE' AND source_id IS DISTINCT FROM $2`;
const giveTasksBackText = `UPDATE day_task SET client_id = $1 WHERE client_id = $2 AND (
  kind = 'ASSESSMENT_DUE' AND source_id IS DISTINCT FROM $3
  OR kind IN (${lastingKinds}) AND source_id IN (SELECT candidate_id FROM neglect_candidate WHERE client_id = ANY (${recordsOfClient})
    UNION ALL SELECT hearing_id FROM hearing WHERE client_id = ANY (${recordsOfClient})
    UNION ALL SELECT statement_id FROM statement WHERE client_id = ANY (${recordsOfClient})
    UNION ALL SELECT order_id FROM expert_order WHERE client_id = ANY (${recordsOfClient})))`;

// The links of this very statement are not seen by it: who joins or parts is named.
const shareText = `UPDATE client_case SET municipality_code = $2, handler_id = $3
  WHERE client_id <> $1 AND client_id IS DISTINCT FROM $5 AND (client_id = $4 OR client_id = ANY (${recordsOfClient}))`;

/** Which records went into which, in Postgres. */
export const mergedRecordRepository: MergedRecords = {
  join: ({ clientId, intoClientId, jobSearchId, on }) => [
    { text: joinText, values: [clientId, intoClientId, on] },
    { text: takeTasksText, values: [clientId, intoClientId, jobSearchId] },
    { text: endTasksText, values: [clientId, jobSearchId] },
  ],
  part: ({ clientId, intoClientId, jobSearchId }) => [
    { text: partText, values: [clientId, intoClientId] },
    { text: giveTasksBackText, values: [clientId, intoClientId, jobSearchId] },
  ],
  shareResidence: ({ clientId, municipalityCode, handlerId }, { also, except } = {}) => [
    { text: shareText, values: [clientId, municipalityCode, handlerId, also, except] },
  ],
};
