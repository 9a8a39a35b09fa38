import type { Write } from '@tyovayla/kernel/sql';
import type { DayTask, DayTaskKind } from '../../domain/assignment/day-task.ts';

/**
 * Puts a task on the day list of whoever serves the client, or moves the one that the same source has open: one row for
 * each source and kind. A client whose record went into another is served under that one. Not to be written together with
 * `dayTaskDoneWrite` of the same source and kind.
 */
export const dayTaskWrite = ({ taskId, clientId, kind, dueOn, sourceId }: DayTask): Write => ({
  text: `INSERT INTO day_task (task_id, client_id, kind, due_on, source_id) VALUES ($1, surviving_record($2), $3, $4, $5)
    ON CONFLICT (source_id, kind) DO UPDATE SET due_on = excluded.due_on, client_id = excluded.client_id`,
  values: [taskId, clientId, kind, dueOn, sourceId],
});

/** Takes a source's task of a kind off the list, as done or as no longer needed. Nothing happens where there is none. */
export const dayTaskDoneWrite = (sourceId: string, kind: DayTaskKind, clientId?: string): Write => ({
  text: 'DELETE FROM day_task WHERE source_id = $1 AND kind = $2 AND client_id = coalesce($3, client_id)',
  values: [sourceId, kind, clientId],
});
