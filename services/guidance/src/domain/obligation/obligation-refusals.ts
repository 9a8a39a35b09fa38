import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal, RefusalKind } from '@tyovayla/kernel/refusal';

/** Every way the obligation says no. Permanent; the contract's enum carries the same. */
export type ObligationRefusalCode =
  | 'REDUCTION_NOT_BELOW_RULE'
  | 'OBLIGATION_PERIOD_NOT_OPEN'
  | 'OBLIGATION_PERIOD_NOT_ENDED'
  | 'JOB_OFFER_ALREADY_FOLLOWED_UP'
  | 'JOB_OFFER_STILL_OPEN';

const no = (
  kind: RefusalKind,
  code: ObligationRefusalCode,
  data: Readonly<Record<string, string>> = {},
): Refusal<ObligationRefusalCode> => ({ kind, code, data });

/** `ruleCount` is absent where the rule sets no number at all. */
export const reductionNotBelowRule = (ruleCount: number | undefined): Refusal =>
  no('conflict', 'REDUCTION_NOT_BELOW_RULE', ruleCount === undefined ? {} : { ruleCount: String(ruleCount) });

export const periodNotOpen = no('conflict', 'OBLIGATION_PERIOD_NOT_OPEN');

export const periodNotEnded = (lastDay: LocalDate): Refusal =>
  no('conflict', 'OBLIGATION_PERIOD_NOT_ENDED', { lastDay });

export const offerAlreadyFollowedUp = (recordedOn: LocalDate): Refusal =>
  no('duplicate', 'JOB_OFFER_ALREADY_FOLLOWED_UP', { recordedOn });

export const offerStillOpen = (applyBy: LocalDate): Refusal => no('conflict', 'JOB_OFFER_STILL_OPEN', { applyBy });
