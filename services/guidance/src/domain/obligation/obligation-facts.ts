import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { JobOfferOutcome } from './job-offer.ts';
import type { ClosedPeriod, OpenPeriod } from './obligation-period.ts';

/** What happened to a client's job-search obligation. */
export type ObligationFact =
  | { readonly kind: 'ObligationPeriodStarted'; readonly clientId: string; readonly period: OpenPeriod }
  | {
      readonly kind: 'ApplicationsReported';
      readonly clientId: string;
      readonly periodId: string;
      readonly reported: number;
      readonly required: number;
    }
  | { readonly kind: 'ObligationPeriodEnded'; readonly clientId: string; readonly period: ClosedPeriod }
  | {
      readonly kind: 'JobOfferFollowedUp';
      readonly clientId: string;
      readonly offerId: string;
      readonly offeredOn: LocalDate;
      readonly binding: boolean;
      readonly outcome: JobOfferOutcome;
    };
