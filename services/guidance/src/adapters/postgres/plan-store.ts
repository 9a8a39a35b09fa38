import type { PlanPorts } from '../../application/plan-ports.ts';
import { neglectCandidateWrites } from './neglect-candidate.ts';
import { planRepository } from './plan.repository.ts';
import { jobOfferRepository } from './plan-job-offer.repository.ts';
import { obligationRepository, periodTimers } from './plan-obligation.repository.ts';

/** Plans, the obligation and offers in Postgres, as main puts them together. */
export const planStore: Pick<PlanPorts, 'plans' | 'obligations' | 'jobOffers' | 'neglectCandidates' | 'periodTimers'> =
  {
    plans: planRepository,
    obligations: obligationRepository,
    jobOffers: jobOfferRepository,
    neglectCandidates: { propose: neglectCandidateWrites },
    periodTimers,
  };
