import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Write } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { CaseJobSearch, ClientCase } from '../../domain/client-case/client-case.ts';
import { type HeldMeetings, heldMeetings } from '../../domain/obligation/held-meetings.ts';
import type { ClosedPeriod, OpenPeriod } from '../../domain/obligation/obligation-period.ts';
import { lastDayOf } from '../../domain/obligation/obligation-period.ts';
import type { ObligationArea, ObligationFacts } from '../../domain/obligation/planned-obligation.ts';
import type { EditedPlan, Editing } from '../../domain/plan/plan.ts';
import type { PlanChange } from '../../domain/plan/plan-decision.ts';
import { type StudyDuty, studyDutyOn } from '../../domain/study-duty/study-duty.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { planTextWrites } from './plan-text-task.ts';

/** The meetings held in the running job search; nothing where none runs. */
export const loadHeldMeetings = async (
  { meetings }: Pick<PlanPorts, 'meetings'>,
  sql: Sql,
  { clientId, jobSearch }: ClientCase,
): Promise<HeldMeetings> =>
  jobSearch === undefined ? {} : heldMeetings(await meetings.ofClient(sql, clientId), jobSearch.jobSearchId);

/** What the obligation rule is asked with, of a client whose job search runs. */
export const obligationFacts = (
  { municipalityCode }: Pick<ClientCase, 'municipalityCode'>,
  { statusCode, statusSince }: CaseJobSearch,
  around: { readonly held: HeldMeetings; readonly area: ObligationArea },
): ObligationFacts => {
  const { discussionHeldOn } = around.held;
  return {
    settings: around.area.settings,
    statusCode,
    statusSince,
    ...(municipalityCode !== undefined && { municipalityCode }),
    ...(discussionHeldOn !== undefined && { discussionHeldOn }),
  };
};

/** The duty to apply for studies by the rule of a day, as an optional part of what a plan is written or accepted with. */
export const studyDutyNow = (
  { jointApplications }: Pick<PlanPorts, 'jointApplications'>,
  clientCase: ClientCase,
  today: LocalDate,
): { readonly studyDuty?: StudyDuty } => {
  const studyDuty = studyDutyOn(clientCase, today, jointApplications);
  return studyDuty === undefined ? {} : { studyDuty };
};

/** Who edits a plan in this command, and when. */
export const editingIn = ({ actor, now, today }: Pick<CommandContext, 'actor' | 'now' | 'today'>): Editing => ({
  editorId: actor.id,
  at: now,
  today,
});

/** A period that begins, with the timer that ends it and its place on the day list. */
export const beginPeriod = (ports: PlanPorts, period: OpenPeriod, newId: () => string): readonly Write[] => [
  ports.obligations.begin(period),
  ports.periodTimers.set(period, newId()),
  ports.dayTasks.put({
    taskId: newId(),
    clientId: period.clientId,
    kind: 'OBLIGATION_PERIOD_ENDED',
    dueOn: lastDayOf(period),
    sourceId: period.periodId,
  }),
];

/** A period that ends. Its timer may still fire, and does nothing then. */
export const endPeriod = (ports: PlanPorts, period: ClosedPeriod): readonly Write[] => [
  ports.obligations.close(period),
  ports.dayTasks.done(period.periodId, 'OBLIGATION_PERIOD_ENDED'),
];

/** The follow-up day on the day list: of a plan that binds now, or of one that has ended. */
const reviewTask = (ports: PlanPorts, { after, edit }: EditedPlan, newId: () => string): readonly Write[] => {
  const { planId, clientId } = after;
  if (edit.kind === 'ENDED') return [ports.dayTasks.done(planId, 'PLAN_REVIEW')];
  if (edit.kind !== 'ACCEPTED' || after.status !== 'BINDING') return [];
  const { followUpOn } = after.binding;
  return [ports.dayTasks.put({ taskId: newId(), clientId, kind: 'PLAN_REVIEW', dueOn: followUpOn, sourceId: planId })];
};

/**
 * The last day of the joint application on the day list, and the timer for the day after: of a plan that binds with the
 * duty to apply for studies. A timer that looks at what binds no longer does nothing.
 */
const studyTask = (ports: PlanPorts, { before, after, edit }: EditedPlan, newId: () => string): readonly Write[] => {
  const { planId, clientId } = after;
  if (edit.kind !== 'ACCEPTED' && edit.kind !== 'ENDED') return [];
  const dueOn = after.status === 'BINDING' ? after.binding.studyDuty?.window?.last : undefined;
  const former = before?.status === 'BINDING' ? before.binding.studyDuty : undefined;
  if (dueOn === undefined) return former === undefined ? [] : [ports.dayTasks.done(planId, 'STUDY_APPLICATION')];
  return [
    ports.dayTasks.put({ taskId: newId(), clientId, kind: 'STUDY_APPLICATION', dueOn, sourceId: planId }),
    ...(former?.window?.last === dueOn ? [] : [ports.studyTimers.set({ clientId, planId, last: dueOn }, newId())]),
  ];
};

/** Everything that a change of plans stores. */
export const planWrites = (ports: PlanPorts, change: PlanChange, newId: () => string): readonly Write[] => [
  ...change.edits.flatMap((edited) => [
    ...ports.plans.save(edited),
    ...reviewTask(ports, edited, newId),
    ...studyTask(ports, edited, newId),
    ...planTextWrites(ports, edited, newId),
  ]),
  ...(change.closes === undefined ? [] : endPeriod(ports, change.closes)),
  ...(change.opens === undefined ? [] : beginPeriod(ports, change.opens, newId)),
];
