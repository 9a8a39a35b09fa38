import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import type { Sql, Transactions } from '@tyovayla/kernel/sql';
import type { Actor } from '@tyovayla/runtime/actor';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import fc from 'fast-check';
import { planCatalogue } from '../application/plan-catalogue.ts';
import type { PlanRecord } from '../application/plan-ports.ts';
import type { Plan, PlanEdit } from '../domain/plan/plan.ts';
import { manager, specialist } from './builders.ts';
import { aPlanForm, planDay } from './plan-builders.ts';

/** What one of two editors does next with what they last saw of the plan. */
export type EditorStep = {
  readonly editor: 0 | 1;
  readonly act: 'LOOK' | 'REVISE' | 'ACCEPT' | 'TICK';
  /** Whether the other editor's next step starts before this one has ended. */
  readonly together: boolean;
};

/** Two editors, up to fourteen steps, in any order and overlap. */
export const schedules: fc.Arbitrary<readonly EditorStep[]> = fc.array(
  fc.record({
    editor: fc.constantFrom<0 | 1>(0, 1),
    act: fc.constantFrom<EditorStep['act']>('LOOK', 'LOOK', 'REVISE', 'REVISE', 'ACCEPT', 'TICK'),
    together: fc.boolean(),
  }),
  { minLength: 2, maxLength: 14 },
);

/** Where the interleaving takes place. */
export type EditedWorld = {
  readonly ports: Parameters<typeof planCatalogue>[0];
  readonly pipeline: PipelinePorts;
  readonly transactions: Transactions;
  readonly clientId: string;
};

/** An edit that somebody tried: what was said of it, and the version that it made. */
export type TriedEdit = {
  readonly editorId: string;
  readonly act: Exclude<EditorStep['act'], 'LOOK'>;
  readonly seenVersion: number;
  readonly mark: string;
  readonly result: Result<{ readonly version: number }, Refusal>;
};

export type Interleaved = { readonly tried: readonly TriedEdit[]; readonly record: PlanRecord };

const editors: readonly [Actor, Actor] = [specialist, manager];
const session = { actorId: manager.id, program: 'portal', roles: ['SERVICE_MANAGER'] };

const kindOf: Readonly<Record<TriedEdit['act'], PlanEdit['kind']>> = {
  REVISE: 'REVISED',
  ACCEPT: 'ACCEPTED',
  TICK: 'TASK_DONE',
};

type Edited = EditedWorld & {
  readonly planId: string;
  readonly commands: ReturnType<typeof planCatalogue>['commands'];
};

/** One attempt to edit, by an editor who last saw a version of the plan. */
type Attempt = {
  readonly editor: Actor;
  readonly act: TriedEdit['act'];
  readonly seenVersion: number;
  readonly mark: string;
};

const planNow = ({ transactions, ports, clientId, planId }: Edited): Promise<Plan | undefined> =>
  transactions.transact(session, (sql: Sql) => ports.plans.find(sql, { clientId, planId }));

const firstTask = (plan: Plan | undefined): string | undefined => {
  const content = plan?.status === 'BINDING' ? plan.binding : plan?.proposed;
  return content?.tasks[0]?.taskId;
};

const attempt = async (edited: Edited, { editor: actor, act, seenVersion, mark }: Attempt): Promise<TriedEdit> => {
  const { pipeline, commands, clientId, planId } = edited;
  const tried = { editorId: actor.id, act, seenVersion, mark };
  const on = { clientId, planId, expectedVersion: seenVersion };
  if (act === 'REVISE') {
    const input = { ...on, form: aPlanForm({ goalText: mark }) };
    return { ...tried, result: await tryCommand(pipeline, commands.revisePlan, { actor, input }) };
  }
  if (act === 'ACCEPT') {
    const input = { ...on, acceptance: { how: 'VISIT', on: planDay } } as const;
    return { ...tried, result: await tryCommand(pipeline, commands.acceptPlan, { actor, input }) };
  }
  const taskId = firstTask(await planNow(edited)) ?? planId;
  const input = { ...on, done: { taskId, on: planDay } };
  return { ...tried, result: await tryCommand(pipeline, commands.recordTaskDone, { actor, input }) };
};

const draftedIn = async (world: EditedWorld): Promise<Edited> => {
  const { commands } = planCatalogue(world.ports);
  const input = { clientId: world.clientId, kind: '01', form: aPlanForm() } as const;
  const drafted = await tryCommand(world.pipeline, commands.draftPlan, { actor: specialist, input });
  if (!drafted.ok) throw new Error(drafted.refusal.code);
  return { ...world, commands, planId: drafted.value.planId };
};

/** Lets two editors work on one plan by the schedule, each with the version that they last saw. */
export const interleave = async (world: EditedWorld, steps: readonly EditorStep[]): Promise<Interleaved> => {
  const edited = await draftedIn(world);
  const seen: [number, number] = [1, 1];
  const tried: TriedEdit[] = [];
  const take = async ({ editor, act }: EditorStep, mark: string): Promise<void> => {
    if (act === 'LOOK') seen[editor] = (await planNow(edited))?.version ?? 0;
    else tried.push(await attempt(edited, { editor: editors[editor], act, seenVersion: seen[editor], mark }));
  };
  let running: Promise<void>[] = [];
  for (const [index, step] of steps.entries()) {
    running.push(take(step, `mark ${index}`));
    if (step.together) continue;
    await Promise.all(running);
    running = [];
  }
  await Promise.all(running);
  const [record] = await world.transactions.transact(session, (sql) => world.ports.plans.list(sql, world.clientId));
  if (record === undefined) throw new Error('the plan is gone');
  return { tried, record };
};

/**
 * What must hold after any interleaving: the version is the number of edits that were let in; each of them stands in the
 * history under its version, with its editor and what they wrote; what is refused was told, and left nothing behind.
 */
export const expectNothingLost = ({ tried, record }: Interleaved): void => {
  const letIn = tried.flatMap(({ result, ...edit }) => (result.ok ? [{ ...edit, version: result.value.version }] : []));
  const { plan, edits } = record;
  expect(plan.version).toBe(1 + letIn.length);
  expect(edits.map(({ version }) => version)).toEqual(Array.from({ length: plan.version }, (_, index) => index + 1));
  for (const { version, editorId, act, mark, seenVersion } of letIn) {
    const line = edits[version - 1];
    expect([seenVersion, line?.editorId, line?.kind]).toEqual([version - 1, editorId, kindOf[act]]);
    expect(line?.content?.goalText).toBe(act === 'REVISE' ? mark : undefined);
  }
  const refusedFor = tried.flatMap(({ result }) => (result.ok ? [] : [result.refusal.code]));
  const known = ['PLAN_CHANGED_MEANWHILE', 'PLAN_NOTHING_TO_ACCEPT', 'PLAN_NOT_BINDING', 'TASK_ALREADY_DONE'];
  expect(refusedFor.filter((code) => !known.includes(code) && code !== 'TASK_NOT_FOUND')).toEqual([]);
  const revised = letIn.filter(({ act }) => act === 'REVISE').toSorted((one, other) => one.version - other.version);
  const newest = plan.proposed ?? ('binding' in plan ? plan.binding : undefined);
  expect(newest?.goalText).toBe(revised.at(-1)?.mark);
};
