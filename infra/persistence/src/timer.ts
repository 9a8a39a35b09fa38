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
const movedText = `INSERT INTO timer (timer_id, kind, subject_id, due_on) VALUES ($1, $2, $3, $4)
  ON CONFLICT (kind, subject_id) DO UPDATE SET timer_id = excluded.timer_id, due_on = excluded.due_on,
    fired_at = NULL, attempts = 0, next_attempt_at = '-infinity'`;
const dueText =
  'SELECT timer_id, kind, subject_id, due_on FROM timer WHERE fired_at IS NULL AND due_on <= $1 AND next_attempt_at <= now() ORDER BY due_on, timer_id LIMIT $2 FOR UPDATE SKIP LOCKED';
const firedText = 'UPDATE timer SET fired_at = now() WHERE timer_id = $1 AND fired_at IS NULL';
// The last condition lets one of two replicas count that tried the same timer at once.
const failedText = `UPDATE timer SET attempts = attempts + 1,
    next_attempt_at = now() + least(interval '1 hour', interval '10 seconds' * power(2, least(attempts, 20)))
  WHERE timer_id = $1 AND fired_at IS NULL AND next_attempt_at <= now()`;
const stuckText = 'SELECT count(*)::int AS stuck FROM timer WHERE fired_at IS NULL AND attempts >= $1 AND attempts > 0';

/** Sets a timer together with the state that needs it. */
export const timerWrite = (timer: Timer): Write => ({
  text: insertText,
  values: [timer.timerId, timer.kind, timer.subjectId, timer.dueOn],
});

/**
 * Sets a timer anew, also one that has fired or failed. Its id is the request id of what it does: another day is another
 * request. The service's own migration grants `UPDATE (timer_id, due_on)`.
 */
export const timerMovedWrite = (timer: Timer): Write => ({ ...timerWrite(timer), text: movedText });

/**
 * Timers due on or before `onDate`, oldest first, locked for this transaction; left out are those that another sweeper
 * holds, and those that failed and wait for their next attempt.
 */
export const dueTimers = async (sql: Sql, onDate: string, limit: number): Promise<readonly Timer[]> =>
  (await sql.query<TimerRow>(dueText, [onDate, limit])).map((row) => ({
    timerId: row.timer_id,
    kind: row.kind,
    subjectId: row.subject_id,
    dueOn: row.due_on,
  }));

/** Marks a timer as done in the transaction of its effect; a second firing is stale. */
export const timerFiredWrite = (timerId: string): Write => ({ text: firedText, values: [timerId], expectRows: 1 });

/**
 * Puts off a timer that could not be fired, in a transaction of its own: 10 s of real time at first, twice as long each
 * time, an hour at most. Nothing happens where another sweeper has put it off or fired it meanwhile.
 */
export const timerFailedWrite = (timerId: string): Write => ({ text: failedText, values: [timerId] });

/** How many timers have failed this often or oftener and still wait. */
export const stuckTimers = async (sql: Sql, attempts: number): Promise<number> => {
  const [row] = await sql.query<{ readonly stuck: number }>(stuckText, [attempts]);
  return row?.stuck ?? 0;
};
