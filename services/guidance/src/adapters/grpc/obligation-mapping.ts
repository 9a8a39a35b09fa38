import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import type { PeriodRecord } from '../../application/plan-ports.ts';
import type { ObligationView } from '../../application/queries/get-obligation.ts';
import type { Application } from '../../domain/obligation/application.ts';
import type { OfferFollowedUp } from '../../domain/obligation/follow-up-job-offer.ts';
import type { FollowedUpOffer } from '../../domain/obligation/job-offer.ts';
import { lastDayOf } from '../../domain/obligation/obligation-period.ts';
import { obligationTo } from './plan-mapping.ts';
import { studyStandingTo } from './study-duty-mapping.ts';

/** A period as the contract tells it: so many of so many, and by when. */
export const periodTo = ({ period, reported }: PeriodRecord): contract.ObligationPeriod => ({
  periodId: period.periodId,
  planId: period.planId,
  fromDate: period.from,
  lastDate: lastDayOf(period),
  required: period.required,
  reported,
  state: contract.obligationPeriodStateFromJSON(`OBLIGATION_PERIOD_STATE_${period.state}`),
});

const applicationTo = (application: Application): contract.ReportedApplication => ({
  applicationId: application.applicationId,
  kind: contract.applicationKindFromJSON(`APPLICATION_KIND_${application.kind}`),
  appliedDate: application.appliedOn,
  note: application.note ?? '',
  reportedDate: application.reportedOn,
});

const offerTo = (offer: FollowedUpOffer): contract.FollowedUpJobOffer => {
  const ground = offer.outcome === 'NOT_SUITABLE' ? offer.ground : 'UNSPECIFIED';
  return {
    offerId: offer.offerId,
    offeredDate: offer.offeredOn,
    applyByDate: offer.applyBy,
    binding: offer.binding,
    outcome: contract.jobOfferOutcomeFromJSON(`JOB_OFFER_OUTCOME_${offer.outcome}`),
    ground: contract.unsuitableGroundFromJSON(`UNSUITABLE_GROUND_${ground}`),
    recordedDate: offer.recordedOn,
  };
};

/** What the recorder of an offer's outcome is told. */
export const followUpTo = ({ rule, neglect }: OfferFollowedUp): contract.RecordJobOfferFollowUpResponse => ({
  binding: rule.binding,
  ruleValidFromDate: rule.version.validFrom,
  because: rule.because.map(({ code }) => code),
  neglectSuspected: neglect === 'SUSPECTED',
});

/** What is asked of a client now. */
export const obligationViewTo = (view: ObligationView): contract.GetObligationResponse => ({
  period: view.open && periodTo(view.open),
  applications: view.applications.map(applicationTo),
  formerPeriods: view.former.map(periodTo),
  byRuleToday: view.byRuleToday && obligationTo(view.byRuleToday),
  planDiffersFromRule: view.planVersusRule === 'DIFFERS',
  jobOffers: view.jobOffers.map(offerTo),
  studyDuty: view.studyDuty && studyStandingTo(view.studyDuty),
  studyDutyMissing: view.studyDutyMissing,
});
