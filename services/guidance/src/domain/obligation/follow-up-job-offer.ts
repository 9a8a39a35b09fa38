import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { FieldViolation, Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { fieldsInvalid } from '../client-case/case-refusals.ts';
import { type OfferByRule, offerBinding } from '../rules/offer-binding.ts';
import type { FollowedUpOffer, Offer, OfferOutcome } from './job-offer.ts';
import type { ObligationFact } from './obligation-facts.ts';
import { offerAlreadyFollowedUp, offerStillOpen } from './obligation-refusals.ts';

/** What is known of the client around the offer. */
export type AroundOffer = {
  readonly clientId: string;
  readonly jobSearchStartedOn: LocalDate;
  readonly interviewHeldOn?: LocalDate;
  /** The period that the offer's day is in, with what had been reported before that day. */
  readonly periodThen?: { readonly required: number; readonly reportedBefore: number };
  /** What was recorded of this offer before. */
  readonly known?: Pick<FollowedUpOffer, 'recordedOn'>;
};

export type OfferFollowedUp = {
  readonly offer: FollowedUpOffer;
  readonly rule: OfferByRule;
  /** A binding offer, and the client did not apply. */
  readonly neglect: 'SUSPECTED' | 'NONE';
  readonly facts: readonly ObligationFact[];
};

const bad = (field: string, code: string, description: string): FieldViolation => ({ field, code, description });

const violationsOf = (
  { offeredOn, applyBy }: Offer,
  { jobSearchStartedOn }: AroundOffer,
  today: LocalDate,
): readonly FieldViolation[] => [
  ...(offeredOn > today ? [bad('offered_date', 'DATE_IN_FUTURE', `is after ${today}`)] : []),
  ...(offeredOn < jobSearchStartedOn
    ? [bad('offered_date', 'BEFORE_JOB_SEARCH', `is before ${jobSearchStartedOn}, when the job search started`)]
    : []),
  ...(applyBy < offeredOn ? [bad('apply_by_date', 'BEFORE_OFFER', 'is before the offer')] : []),
];

/**
 * Records what became of a job offer. The rule of the day of the offer says whether it bound the client: the number
 * counts as met where it had been reported before that day. "Not applied" waits until the last day has passed, and of a
 * binding offer is a suspected neglect. Source: handbook 2.5, 5.4.
 */
export const followUpJobOffer = (
  around: AroundOffer,
  { offer, outcome }: { readonly offer: Offer; readonly outcome: OfferOutcome },
  today: LocalDate,
): Result<OfferFollowedUp, Refusal> => {
  const { clientId, known, interviewHeldOn, periodThen } = around;
  if (known !== undefined) return refused(offerAlreadyFollowedUp(known.recordedOn));
  const violations = violationsOf(offer, around, today);
  if (violations.length > 0) return refused(fieldsInvalid(violations));
  if (outcome.outcome === 'NOT_APPLIED' && today <= offer.applyBy) return refused(offerStillOpen(offer.applyBy));
  const quotaMet = periodThen !== undefined && periodThen.reportedBefore >= periodThen.required;
  const { offerId, offeredOn } = offer;
  const held = interviewHeldOn === undefined ? {} : { interviewHeldOn };
  const rule = offerBinding({ offeredOn, quotaMet, ...held });
  if (!rule.ok)
    return refused(fieldsInvalid([bad('offered_date', rule.refusal, 'is before the rule on job offers began')]));
  const { binding } = rule.value;
  return accepted({
    offer: { ...offer, ...outcome, clientId, binding, recordedOn: today },
    rule: rule.value,
    neglect: binding && outcome.outcome === 'NOT_APPLIED' ? 'SUSPECTED' : 'NONE',
    facts: [{ kind: 'JobOfferFollowedUp', clientId, offerId, offeredOn, binding, outcome: outcome.outcome }],
  });
};
