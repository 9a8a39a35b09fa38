import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchObligation, type ObligationSettings, type Quota } from '../rules/job-search-obligation.ts';
import { adaptationFor, type ObligationAdaptation } from './obligation-adaptation.ts';
import { reductionNotBelowRule } from './obligation-refusals.ts';
import { type ObligationSituation, obligationStatusOf } from './obligation-situation.ts';

/** Grounds for fewer applications than the rule says. They are written down. Source: handbook 2.4. */
export const reductionGrounds = ['LABOUR_MARKET', 'WORK_ABILITY', 'OTHER'] as const;

export type ReductionGround = (typeof reductionGrounds)[number];

export type Reduction = { readonly count: number; readonly ground: ReductionGround; readonly text: string };

/** What a plan asks of the client. */
export type PlannedObligation = {
  /** Absent: no number is set. */
  readonly quota?: Quota;
  /** What the rule says without reduction; absent where it sets no number. */
  readonly byRule?: Quota;
  /** First day of the rule's version that decided; absent where none did. */
  readonly ruleValidFrom?: LocalDate;
  /** First day of the first period; the day of acceptance where that is later. */
  readonly from: LocalDate;
  /** Codes of all the rules that hit. */
  readonly because: readonly string[];
  readonly situation?: ObligationSituation;
  readonly reduction?: Omit<Reduction, 'count'>;
  readonly adaptationId?: string;
};

/** What the area sets: its own numbers where the law leaves them open, and its adaptations. */
export type ObligationArea = {
  readonly settings: ObligationSettings;
  readonly adaptations: readonly ObligationAdaptation[];
};

/** What is known of the client on the day, and how the area reads the rule. */
export type ObligationFacts = {
  readonly settings: ObligationSettings;
  readonly statusCode: string;
  readonly statusSince: LocalDate;
  readonly municipalityCode?: string;
  /** The last job-search discussion that was held. */
  readonly discussionHeldOn?: LocalDate;
};

/** What a specialist says of it. */
export type ObligationWish = {
  readonly situation?: ObligationSituation;
  readonly occupationCode?: string;
  readonly reduction?: Reduction;
};

/** What the rule of a day asks of a client, without reduction; no number where the client's status has no row. */
export const obligationByRule = (
  facts: ObligationFacts,
  on: LocalDate,
  situation?: ObligationSituation,
): PlannedObligation => {
  const { statusCode, statusSince, discussionHeldOn, settings } = facts;
  const status = obligationStatusOf(statusCode, situation);
  const said = situation === undefined ? {} : { situation };
  if (status === undefined) return { from: on, because: ['STATUS_WITHOUT_OBLIGATION'], ...said };
  const held = discussionHeldOn === undefined ? {} : { discussionHeldOn };
  const says = jobSearchObligation({ on, status, statusSince, ...held }, settings);
  if (!says.ok) return { from: on, because: [says.refusal], ...said };
  const { quota, version, because } = says.value;
  return {
    ...(quota !== undefined && { quota, byRule: quota }),
    ruleValidFrom: version.validFrom,
    from: on,
    because: because.map(({ code }) => code),
    ...said,
  };
};

const adapted = (obligation: PlannedObligation, adaptation: ObligationAdaptation | undefined): PlannedObligation => {
  const { quota } = obligation;
  if (quota === undefined || adaptation === undefined) return obligation;
  const most = adaptation.maxPerMonth * quota.perMonths;
  if (most >= quota.count) return obligation;
  return {
    ...obligation,
    quota: { ...quota, count: most },
    because: [...obligation.because, 'AREA_ADAPTATION'],
    adaptationId: adaptation.adaptationId,
  };
};

const reduced = (obligation: PlannedObligation, reduction: Reduction): Result<PlannedObligation, Refusal> => {
  const { quota } = obligation;
  if (quota === undefined || reduction.count >= quota.count) return refused(reductionNotBelowRule(quota?.count));
  const { count, ground, text } = reduction;
  return accepted({
    ...obligation,
    quota: { ...quota, count },
    because: [...obligation.because, 'REDUCED_ON_WRITTEN_GROUND'],
    reduction: { ground, text },
  });
};

/**
 * The obligation of a plan that is written on a day: the rule's number, less where the area's adaptation for the
 * client's municipality and occupation says so, or on a written ground. Never more than the rule says, and refused
 * where a "reduction" would not reduce. Source: handbook 2.4.
 */
export const plannedObligation = (
  client: { readonly facts: ObligationFacts; readonly adaptations: readonly ObligationAdaptation[] },
  wish: ObligationWish,
  on: LocalDate,
): Result<PlannedObligation, Refusal> => {
  const { facts, adaptations } = client;
  const { municipalityCode } = facts;
  const { occupationCode, reduction } = wish;
  const adaptation = adaptationFor(adaptations, {
    ...(municipalityCode !== undefined && { municipalityCode }),
    ...(occupationCode !== undefined && { occupationCode }),
    on,
  });
  const obligation = adapted(obligationByRule(facts, on, wish.situation), adaptation);
  return reduction === undefined ? accepted(obligation) : reduced(obligation, reduction);
};

/** Whether two obligations ask for the same number in the same time. */
export const sameQuota = (one: Quota | undefined, other: Quota | undefined): boolean =>
  one?.count === other?.count && one?.perMonths === other?.perMonths;

/** "4/1": four applications a month; "none" where no number is set. For refusals and logs. */
export const quotaText = (quota: Quota | undefined): string =>
  quota === undefined ? 'none' : `${quota.count}/${quota.perMonths}`;
