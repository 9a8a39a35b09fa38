import type { Sql, Write } from '@tyovayla/kernel/sql';

/** Something to do on a legal date. One per kind and subject: telling of it twice changes nothing. */
export type Timer = {
  /** UUID v7. */
  readonly timerId: string;
  /** What to do, e.g. "interview-due". */
  readonly kind: string;
  /** Opaque id of the thing that it is about. */
  readonly subjectId: string;
  /** 'YYYY-MM-DD' in Europe/Helsinki. */
  readonly dueOn: string;
};

type TimerRow = {
  readonly timer_id: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly due_on: string;
};

const insertText =
  'INSERT INTO timer (timer_id, kind, subject_id, due_on) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, subject_id) DO NOTHING';
const dueText =
  'SELECT timer_id, kind, subject_id, due_on FROM timer WHERE fired_at IS NULL AND due_on <= $1 ORDER BY due_on, timer_id LIMIT $2 FOR UPDATE SKIP LOCKED';
const firedText = 'UPDATE timer SET fired_at = now() WHERE timer_id = $1 AND fired_at IS NULL';

/** Sets a timer together with the state that needs it. */
export const timerWrite = (timer: Timer): Write => ({
  text: insertText,
  values: [timer.timerId, timer.kind, timer.subjectId, timer.dueOn],
});

/** Timers due on or before `onDate`, oldest first, locked for this transaction; those that another sweeper holds are left out. */
export const dueTimers = async (sql: Sql, onDate: string, limit: number): Promise<readonly Timer[]> =>
  (await sql.query<TimerRow>(dueText, [onDate, limit])).map((row) => ({
    timerId: row.timer_id,
    kind: row.kind,
    subjectId: row.subject_id,
    dueOn: row.due_on,
  }));

/** Marks a timer as done in the transaction of its effect; a second firing is stale. */
export const timerFiredWrite = (timerId: string): Write => ({ text: firedText, values: [timerId], expectRows: 1 });
