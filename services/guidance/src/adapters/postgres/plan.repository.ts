import type { Write } from '@tyovayla/kernel/sql';
import type { Plans } from '../../application/plan-ports.ts';
import type { BindingPlan, EditedPlan } from '../../domain/plan/plan.ts';
import {
  changingValuesOf,
  type EditRow,
  editFrom,
  type PlanRow,
  planFrom,
  runningPlanFrom,
  selectPlan,
} from './plan-row.ts';
import { recordsOfClient } from './records-of.ts';

const findText = `${selectPlan} WHERE p.client_id = ANY (${recordsOfClient}) AND p.plan_id = $2`;
const bindingText = `${selectPlan} WHERE p.client_id = $1 AND p.status = 'BINDING'`;
const runningText = `${selectPlan} WHERE p.client_id = $1 AND p.status <> 'ENDED' ORDER BY p.plan_id`;
const listText = `${selectPlan} WHERE p.client_id = ANY (${recordsOfClient}) ORDER BY p.plan_id DESC`;

const editsText = `SELECT e.plan_id, e.version, e.kind, e.editor_id, e.edited_at, e.on_day, e.accepted_version,
  e.accepted_how, c.content FROM plan_edit e
  LEFT JOIN plan_content c ON c.plan_id = e.plan_id AND c.version = e.version
  WHERE e.client_id = ANY (${recordsOfClient}) ORDER BY e.version`;

const insertText = `INSERT INTO plan (plan_id, client_id, kind, status, version, binding_version, proposed_version,
  accepted_on, accepted_how, ended_on, end_reason, replaced_by_plan_id, tasks_done)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

const updateText = `UPDATE plan SET status = $2, version = $3, binding_version = $4, proposed_version = $5,
  accepted_on = $6, accepted_how = $7, ended_on = $8, end_reason = $9, replaced_by_plan_id = $10, tasks_done = $11
  WHERE plan_id = $1 AND version = $12`;

const insertEditText = `INSERT INTO plan_edit (plan_id, version, client_id, kind, editor_id, edited_at, on_day,
  accepted_version, accepted_how) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const insertContentText = 'INSERT INTO plan_content (plan_id, version, client_id, content) VALUES ($1, $2, $3, $4)';

// Words that people wrote: the goal's, each task's and the reduction's. Their codes and days stay.
const forgetText = `UPDATE plan_content SET content = (content - 'goalText') #- '{obligation,reduction,text}'
  || jsonb_build_object('tasks', (SELECT coalesce(jsonb_agg(task - 'note'), '[]') FROM
    jsonb_array_elements(content -> 'tasks') AS task)) WHERE client_id = ANY (${recordsOfClient})`;

const ownRow = ({ before, after }: EditedPlan): Write => {
  const { planId, clientId, kind } = after;
  const values = changingValuesOf(after);
  return before === undefined
    ? { text: insertText, values: [planId, clientId, kind, ...values], expectRows: 1 }
    : { text: updateText, values: [planId, ...values, before.version], expectRows: 1 };
};

const history = ({ after: { planId, clientId }, edit }: EditedPlan): readonly Write[] => {
  const { version, kind, editorId, at, on, accepted, content } = edit;
  const line = [planId, version, clientId, kind, editorId, at, on, accepted?.contentVersion, accepted?.how];
  return [
    { text: insertEditText, values: line, expectRows: 1 },
    ...(content === undefined
      ? []
      : [{ text: insertContentText, values: [planId, version, clientId, JSON.stringify(content)], expectRows: 1 }]),
  ];
};

/** Plans in Postgres: what a plan is now, and every edit and content that ever was. */
export const planRepository: Plans = {
  find: async (sql, { clientId, planId }) => {
    const [row] = await sql.query<PlanRow>(findText, [clientId, planId]);
    return row && planFrom(row);
  },
  binding: async (sql, clientId) => {
    const [row] = await sql.query<PlanRow>(bindingText, [clientId]);
    // The status is the question's.
    return row && (runningPlanFrom(row) as BindingPlan);
  },
  running: async (sql, clientId) => (await sql.query<PlanRow>(runningText, [clientId])).map(runningPlanFrom),
  list: async (sql, clientId) => {
    const [rows, edits] = await Promise.all([
      sql.query<PlanRow>(listText, [clientId]),
      sql.query<EditRow>(editsText, [clientId]),
    ]);
    return rows.map((row) => ({
      plan: planFrom(row),
      edits: edits.filter(({ plan_id }) => plan_id === row.plan_id).map(editFrom),
    }));
  },
  save: (edited) => [ownRow(edited), ...history(edited)],
  forgetTexts: (clientId) => ({ text: forgetText, values: [clientId] }),
};
