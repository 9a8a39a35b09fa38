import { randomUUID } from 'node:crypto';
import type { PlanContentView, PlanDraftBody, PlanView } from '../api/plan-schemas.ts';
import type { Plans } from '../api/process-ports.ts';
import { checkVersion, fileOf, found, no, once, type World } from './in-memory-file.ts';

const obligationOf = (today: string): NonNullable<PlanContentView['obligation']> => ({
  numbered: true,
  count: 4,
  perMonths: 1,
  fromDate: today,
  ruleCount: 4,
  ruleValidFromDate: '2026-01-01',
  because: ['DEFAULT_OBLIGATION'],
});

const contentOf = (draft: PlanDraftBody, version: number, today: string): PlanContentView => ({
  ...draft,
  tasks: draft.tasks.map((task) => ({ ...task, taskId: task.taskId ?? randomUUID() })),
  version,
  obligation: obligationOf(today),
});

type OnPlan = { readonly clientId: string; readonly planId: string; readonly expectedVersion: number };

const changePlan = (
  world: World,
  { clientId, planId, expectedVersion }: OnPlan,
  edit: { readonly kind: string; readonly apply: (plan: PlanView) => Partial<PlanView> },
): PlanView => {
  const file = fileOf(world, clientId);
  const before = found(
    file.plans.find((one) => one.planId === planId),
    'PLAN_NOT_FOUND',
  );
  checkVersion(before, expectedVersion, 'PLAN_CHANGED_MEANWHILE');
  const { today } = world.options;
  const version = before.version + 1;
  const made = { version, kind: edit.kind, editorId: 'staff-0001', editTime: `${today}T09:15:00.000Z`, onDate: today };
  const after = { ...before, ...edit.apply(before), version, edits: [...before.edits, made] };
  file.plans = file.plans.map((one) => (one === before ? after : one));
  return after;
};

const accept = ({ proposed: { ...newest } = {} as PlanContentView, ...plan }: PlanView, day: string, how: string) => {
  const binding = { ...newest, acceptedDate: day, acceptedHow: how };
  const contents = plan.contents.map((one) => (one.version === newest.version ? binding : one));
  return { status: 'BINDING', binding, contents, proposed: undefined };
};

/** Plans and the obligation in memory. */
export const plansInMemory = (world: World): Plans => ({
  listPlans: async (_, { clientId }) => ({ plans: fileOf(world, clientId).plans }),
  draftPlan: (change, { clientId, kindCode, draft }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      const proposed = contentOf(draft, 1, world.options.today);
      const planId = randomUUID();
      const plan = { planId, kindCode, status: 'DRAFT', version: 1, proposed, contents: [proposed], edits: [] };
      file.plans = [{ ...plan, substituting: false, consequencesOutdated: false }, ...file.plans];
      return { planId, version: 1, obligation: obligationOf(world.options.today) };
    }),
  revisePlan: (change, { draft, ...known }) =>
    once(world, change, () => {
      const apply = (plan: PlanView): Partial<PlanView> => {
        const proposed = contentOf(draft, plan.version + 1, world.options.today);
        return { proposed, contents: [...plan.contents, proposed] };
      };
      return changePlan(world, known, { kind: 'REVISED', apply });
    }),
  acceptPlan: (change, { how, acceptedDate, ...known }) =>
    once(world, change, () => {
      const apply = (plan: PlanView): Partial<PlanView> => {
        if (!plan.proposed) throw no(409, 'PLAN_NOTHING_TO_ACCEPT');
        return accept(plan, acceptedDate, how);
      };
      return changePlan(world, known, { kind: 'ACCEPTED', apply });
    }),
  recordTaskDone: (change, { taskId, doneDate, ...known }) =>
    once(world, change, () => {
      const apply = ({ binding }: PlanView): Partial<PlanView> => {
        if (!binding) throw no(409, 'PLAN_NOT_BINDING');
        return {
          binding: { ...binding, tasks: binding.tasks.map((t) => (t.taskId === taskId ? { ...t, doneDate } : t)) },
        };
      };
      return changePlan(world, known, { kind: 'TASK_DONE', apply });
    }),
  endPlan: (change, { reason, ...known }) =>
    once(world, change, () => {
      const apply = () => ({ status: 'ENDED', endedDate: world.options.today, endReason: reason });
      return changePlan(world, known, { kind: 'ENDED', apply });
    }),
  getObligation: async (_, { clientId }) => fileOf(world, clientId).obligation,
  recordApplications: (change, { clientId, periodId, applications }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      const { period } = file.obligation;
      if (period?.periodId !== periodId) throw no(409, 'OBLIGATION_PERIOD_NOT_OPEN');
      const reportedDate = world.options.today;
      const made = applications.map((one) => ({ ...one, applicationId: randomUUID(), reportedDate }));
      const next = { ...period, reported: period.reported + made.length };
      file.obligation = {
        ...file.obligation,
        period: next,
        applications: [...made, ...file.obligation.applications],
      };
      return { period: next };
    }),
  recordStudyApplications: (change, { clientId, ...applied }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      const { studyDuty } = file.obligation;
      if (studyDuty === undefined) throw no(409, 'NO_STUDY_DUTY');
      const made = { ...applied, applicationId: randomUUID(), recordedDate: world.options.today };
      const applications = [made, ...studyDuty.applications];
      const standing = { ...studyDuty, applied: studyDuty.applied + applied.places, applications };
      file.obligation = { ...file.obligation, studyDuty: standing };
      return { standing };
    }),
  recordJobOfferFollowUp: (change, { clientId, ...offer }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      const made = { ...offer, binding: true, recordedDate: world.options.today };
      file.obligation = { ...file.obligation, jobOffers: [made, ...file.obligation.jobOffers] };
      const neglectSuspected = offer.outcome === 'NOT_APPLIED';
      return { binding: true, ruleValidFromDate: '2026-01-01', because: [], neglectSuspected };
    }),
});
