import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/plan_events';
import type { ObligationFact } from '../../domain/obligation/obligation-facts.ts';
import { lastDayOf } from '../../domain/obligation/obligation-period.ts';
import type { PlanFact } from '../../domain/plan/plan-facts.ts';
import type { FactEncoders } from './outgoing.ts';

const typeOf = (name: string): string => `tyovayla.guidance.v1.${name}`;

/** Facts about plans as messages of the contract. */
export const planEvents: FactEncoders<PlanFact> = {
  PlanDrafted: ({ kind, clientId, planId, planKind }, meta) => ({
    type: typeOf(kind),
    body: told.PlanDrafted.encode({ meta, clientId, planId, kindCode: planKind }).finish(),
  }),
  PlanRevised: ({ kind, clientId, planId, planVersion }, meta) => ({
    type: typeOf(kind),
    body: told.PlanRevised.encode({ meta, clientId, planId, planVersion }).finish(),
  }),
  PlanAccepted: ({ kind, clientId, planId, planKind, planVersion, acceptedOn, how, followUpOn }, meta) => ({
    type: typeOf(kind),
    body: told.PlanAccepted.encode({
      meta,
      clientId,
      planId,
      kindCode: planKind,
      planVersion,
      acceptedDate: acceptedOn,
      how: contract.acceptanceChannelFromJSON(`ACCEPTANCE_CHANNEL_${how}`),
      followUpDate: followUpOn,
    }).finish(),
  }),
  PlanTaskDone: ({ kind, clientId, planId, taskId, taskCode, doneOn }, meta) => ({
    type: typeOf(kind),
    body: told.PlanTaskDone.encode({ meta, clientId, planId, taskId, taskCode, doneDate: doneOn }).finish(),
  }),
  PlanEnded: ({ kind, clientId, planId, endedOn, reason, replacedByPlanId = '' }, meta) => ({
    type: typeOf(kind),
    body: told.PlanEnded.encode({
      meta,
      clientId,
      planId,
      endedDate: endedOn,
      reason: contract.planEndReasonFromJSON(`PLAN_END_REASON_${reason}`),
      replacedByPlanId,
    }).finish(),
  }),
};

/** Facts about the job-search obligation as messages of the contract. */
export const obligationEvents: FactEncoders<ObligationFact> = {
  ObligationPeriodStarted: ({ kind, clientId, period }, meta) => ({
    type: typeOf(kind),
    body: told.ObligationPeriodStarted.encode({
      meta,
      clientId,
      periodId: period.periodId,
      planId: period.planId,
      fromDate: period.from,
      lastDate: lastDayOf(period),
      required: period.required,
    }).finish(),
  }),
  ApplicationsReported: ({ kind, clientId, periodId, reported, required }, meta) => ({
    type: typeOf(kind),
    body: told.ApplicationsReported.encode({ meta, clientId, periodId, reported, required }).finish(),
  }),
  ObligationPeriodEnded: ({ kind, clientId, period }, meta) => ({
    type: typeOf(kind),
    body: told.ObligationPeriodEnded.encode({
      meta,
      clientId,
      periodId: period.periodId,
      planId: period.planId,
      fromDate: period.from,
      lastDate: lastDayOf(period),
      required: period.required,
      reported: period.reported,
      state: contract.obligationPeriodStateFromJSON(`OBLIGATION_PERIOD_STATE_${period.state}`),
    }).finish(),
  }),
  JobOfferFollowedUp: ({ kind, clientId, offerId, offeredOn, binding, outcome }, meta) => ({
    type: typeOf(kind),
    body: told.JobOfferFollowedUp.encode({
      meta,
      clientId,
      offerId,
      offeredDate: offeredOn,
      binding,
      outcome: contract.jobOfferOutcomeFromJSON(`JOB_OFFER_OUTCOME_${outcome}`),
    }).finish(),
  }),
};
