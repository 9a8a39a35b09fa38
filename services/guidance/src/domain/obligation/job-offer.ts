import type { LocalDate } from '@tyovayla/kernel/local-date';

/** What became of a job offer. */
export const jobOfferOutcomes = ['APPLIED', 'NOT_APPLIED', 'NOT_SUITABLE'] as const;

export type JobOfferOutcome = (typeof jobOfferOutcomes)[number];

/** Why an offered job could not be asked of the client. Source: handbook 2.5, never offer. */
export const unsuitableGrounds = [
  'LABOUR_DISPUTE',
  'DISCRIMINATION',
  'UNLAWFUL_PAY',
  'WORK_ABILITY',
  'COMMUTE',
  'SKILL_PROTECTION',
  'OTHER',
] as const;

export type UnsuitableGround = (typeof unsuitableGrounds)[number];

export type Offer = { readonly offerId: string; readonly offeredOn: LocalDate; readonly applyBy: LocalDate };

export type OfferOutcome =
  | { readonly outcome: 'APPLIED' | 'NOT_APPLIED' }
  | { readonly outcome: 'NOT_SUITABLE'; readonly ground: UnsuitableGround };

/** A job offer with what became of it. Never altered. */
export type FollowedUpOffer = Offer &
  OfferOutcome & { readonly clientId: string; readonly binding: boolean; readonly recordedOn: LocalDate };
