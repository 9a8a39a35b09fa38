import type { StatedNeeds } from '../../application/assignment-ports.ts';
import type { NeedReason, StatedNeed } from '../../domain/assignment/stated-need.ts';
import { recordsOfClient } from './records-of.ts';

type Row = {
  readonly need_id: string;
  readonly client_id: string;
  readonly staff_id: string;
  readonly reason: NeedReason;
  readonly text: string;
  readonly opened_at: Date;
  readonly until_at: Date;
};

const insertText = `INSERT INTO stated_need (need_id, client_id, staff_id, reason, text, opened_at, until_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const endText = 'UPDATE stated_need SET until_at = greatest(opened_at, $2) WHERE client_id = $1 AND until_at > $2';
const forgetText = `UPDATE stated_need SET text = '' WHERE client_id = ANY (${recordsOfClient})`;

// Pages go by the millisecond: what the token can say.
const position = "(date_trunc('milliseconds', opened_at), need_id)";
const listText = `SELECT need_id, client_id, staff_id, reason, text, opened_at, until_at FROM stated_need
  WHERE CASE WHEN $1::timestamptz IS NULL THEN until_at > $2 ELSE opened_at >= $1 END
    AND ($3::timestamptz IS NULL OR ${position} < ($3, $4::uuid))
  ORDER BY date_trunc('milliseconds', opened_at) DESC, need_id DESC LIMIT $5`;

const needFrom = (row: Row): StatedNeed => ({
  needId: row.need_id,
  clientId: row.client_id,
  staffId: row.staff_id,
  reason: row.reason,
  text: row.text,
  openedAt: row.opened_at,
  until: row.until_at,
});

/** Stated needs in Postgres. */
export const statedNeedRepository: StatedNeeds = {
  insert: ({ needId, clientId, staffId, reason, text, openedAt, until }) => ({
    text: insertText,
    values: [needId, clientId, staffId, reason, text, openedAt, until],
    expectRows: 1,
  }),
  endOpen: (clientId, now) => ({ text: endText, values: [clientId, now] }),
  forgetTexts: (clientId) => ({ text: forgetText, values: [clientId] }),
  list: async (sql, { statedFrom, now, limit, after }) => {
    const rows = await sql.query<Row>(listText, [statedFrom, now, after?.openedAt, after?.needId, limit]);
    return rows.map(needFrom);
  },
};
