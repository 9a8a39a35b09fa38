import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type OtherParty, otherParties, type Party } from './party.ts';

/** National plan kind of the multi-sector employment plan, which substitutes the employment plan (handbook 2.3). */
export const multiSectorPlanKind = '07';

/** Services that the multi-sector support reconciles: seed 4.6. */
export const reconciledServices = ['EMPLOYMENT', 'SOCIAL', 'HEALTH', 'REHABILITATION'] as const;

export type ReconciledService = (typeof reconciledServices)[number];

export const taskOwners = ['CLIENT', 'EMPLOYMENT_AUTHORITY', 'WELLBEING_COUNTY', 'KELA', 'JOINT'] as const;

/** Who carries a task out; JOINT is the client and the parties together. */
export type TaskOwner = (typeof taskOwners)[number];

export type PlanTask = {
  readonly taskId: string;
  readonly owner: TaskOwner;
  readonly service: ReconciledService;
  /** In a few words; never in an event. */
  readonly description: string;
  readonly dueOn: LocalDate;
  /** Absent until a review found it done. */
  readonly doneOn?: LocalDate;
};

/** Who must sign: the client, the employment authority and every involved party (handbook R3.4). */
export type Signer = 'CLIENT' | Party;

export type Signature = { readonly signer: Signer; readonly signedOn: LocalDate; readonly recordedBy: string };

type PlanCore = {
  readonly planId: string;
  readonly madeOn: LocalDate;
  readonly tasks: readonly PlanTask[];
  readonly signatures: readonly Signature[];
};

/** Made, and binding nobody yet. */
export type DraftPlan = PlanCore & { readonly state: 'DRAFT' };

/** Signed by all: it binds. */
export type PlanInForce = PlanCore & {
  readonly state: 'IN_FORCE';
  readonly inForceOn: LocalDate;
  readonly reviewDueOn: LocalDate;
  readonly reviewedOn: readonly LocalDate[];
};

/** Another plan took its place, or the client left; `inForceOn` is absent where it never bound. */
export type EndedPlan = PlanCore & {
  readonly state: 'ENDED';
  readonly endedOn: LocalDate;
  readonly inForceOn?: LocalDate;
  readonly reviewedOn: readonly LocalDate[];
};

export type MultiSectorPlan = DraftPlan | PlanInForce | EndedPlan;

/** The plan that awaits signatures; at most one. */
export const draftOf = (plans: readonly MultiSectorPlan[]): DraftPlan | undefined =>
  plans.find((plan): plan is DraftPlan => plan.state === 'DRAFT');

/** The plan that binds; at most one. */
export const inForceOf = (plans: readonly MultiSectorPlan[]): PlanInForce | undefined =>
  plans.find((plan): plan is PlanInForce => plan.state === 'IN_FORCE');

/** Who has to sign a plan of these parties. */
export const signersOf = (involved: readonly OtherParty[]): readonly Signer[] => [
  'CLIENT',
  'EMPLOYMENT_AUTHORITY',
  ...otherParties.filter((party) => involved.includes(party)),
];

/** Who has yet to sign; nobody of a plan that has ended. */
export const awaitedSigners = (plan: MultiSectorPlan, involved: readonly OtherParty[]): readonly Signer[] =>
  plan.state === 'ENDED'
    ? []
    : signersOf(involved).filter((signer) => !plan.signatures.some((signature) => signature.signer === signer));

/** The plan as it is when its time is over. */
export const endedPlan = (plan: DraftPlan | PlanInForce, endedOn: LocalDate): EndedPlan => {
  const { planId, madeOn, tasks, signatures } = plan;
  const core = { planId, madeOn, tasks, signatures, state: 'ENDED', endedOn } as const;
  return plan.state === 'DRAFT'
    ? { ...core, reviewedOn: [] }
    : { ...core, inForceOn: plan.inForceOn, reviewedOn: plan.reviewedOn };
};
