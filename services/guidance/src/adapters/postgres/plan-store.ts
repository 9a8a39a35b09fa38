import type { PlanPorts } from '../../application/plan-ports.ts';
import { neglectCandidateWrites } from './neglect-candidate.ts';
import { planRepository } from './plan.repository.ts';
import { jobOfferRepository } from './plan-job-offer.repository.ts';
import { obligationRepository, periodTimers } from './plan-obligation.repository.ts';
import { planTextTimers } from './plan-text-timers.ts';
import { studyApplicationRepository } from './study-application.repository.ts';
import { studyTimers } from './study-timers.ts';

/** Plans, the obligation and offers in Postgres, as main puts them together. */
export const planStore: Pick<
  PlanPorts,
  | 'plans'
  | 'obligations'
  | 'jobOffers'
  | 'neglectCandidates'
  | 'periodTimers'
  | 'planTextTimers'
  | 'studyApplications'
  | 'studyTimers'
> = {
  plans: planRepository,
  obligations: obligationRepository,
  jobOffers: jobOfferRepository,
  neglectCandidates: { propose: neglectCandidateWrites },
  periodTimers,
  planTextTimers,
  studyApplications: studyApplicationRepository,
  studyTimers,
};
