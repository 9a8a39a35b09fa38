import type { MultiSectorCase, OpenStage, Stage } from './multi-sector-case.ts';
import type { MultiSectorPlan } from './multi-sector-plan.ts';

const planWithoutTexts = (plan: MultiSectorPlan): MultiSectorPlan => ({
  ...plan,
  tasks: plan.tasks.map((task) => ({ ...task, description: '' })),
});

const openWithoutTexts = (stage: OpenStage): OpenStage =>
  stage.state === 'CLIENT' ? { ...stage, plans: stage.plans.map(planWithoutTexts) } : stage;

const stageWithoutTexts = (stage: Stage): Stage =>
  stage.state === 'EXITED' ? { ...stage, last: openWithoutTexts(stage.last) } : openWithoutTexts(stage);

/**
 * The case as it stays when the client becomes anonymous: states, days and parties, without a word that anybody wrote
 * and without the grounds, which tell of a person's health. Handbook R1.24.
 */
export const forgetMultiSectorTexts = (one: MultiSectorCase): MultiSectorCase => ({
  ...one,
  referral: { ...one.referral, grounds: [], internalNote: '' },
  stage: stageWithoutTexts(one.stage),
});
