import { localDate } from '@tyovayla/kernel/local-date';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/plan_events';
import type { ObligationFact } from '../../domain/obligation/obligation-facts.ts';
import type { PlanFact } from '../../domain/plan/plan-facts.ts';
import { specialist } from '../../testing/builders.ts';
import { aBindingPlan, anOpenPeriod, planUuid } from '../../testing/plan-builders.ts';
import { caseEvents } from './outgoing.ts';

const [clientId, planId, taskId] = [planUuid(900), planUuid(1), planUuid(2)];
const day = localDate('2026-02-05');
const period = anOpenPeriod(aBindingPlan());
const { periodId } = period;

type Codec = { decode(body: Uint8Array): object };

const stories: readonly (readonly [PlanFact | ObligationFact, Codec, object])[] = [
  [{ kind: 'PlanDrafted', clientId, planId, planKind: '07' }, told.PlanDrafted, { planId, kindCode: '07' }],
  [{ kind: 'PlanRevised', clientId, planId, planVersion: 3 }, told.PlanRevised, { planId, planVersion: 3 }],
  [
    {
      kind: 'PlanAccepted',
      clientId,
      planId,
      planKind: '01',
      planVersion: 2,
      acceptedOn: day,
      how: 'E_SERVICE',
      followUpOn: localDate('2026-05-04'),
    },
    told.PlanAccepted,
    {
      planId,
      kindCode: '01',
      planVersion: 2,
      acceptedDate: day,
      how: contract.AcceptanceChannel.ACCEPTANCE_CHANNEL_E_SERVICE,
      followUpDate: '2026-05-04',
    },
  ],
  [
    { kind: 'PlanTaskDone', clientId, planId, taskId, taskCode: '063', doneOn: day },
    told.PlanTaskDone,
    { planId, taskId, taskCode: '063', doneDate: day },
  ],
  [
    { kind: 'PlanEnded', clientId, planId, endedOn: day, reason: 'REPLACED', replacedByPlanId: planUuid(3) },
    told.PlanEnded,
    {
      planId,
      endedDate: day,
      reason: contract.PlanEndReason.PLAN_END_REASON_REPLACED,
      replacedByPlanId: planUuid(3),
    },
  ],
  [
    { kind: 'ObligationPeriodStarted', clientId, period },
    told.ObligationPeriodStarted,
    { planId, periodId, fromDate: '2026-02-02', lastDate: '2026-03-01', required: 4 },
  ],
  [
    { kind: 'ApplicationsReported', clientId, periodId, reported: 3, required: 4 },
    told.ApplicationsReported,
    { periodId, reported: 3, required: 4 },
  ],
  [
    { kind: 'ObligationPeriodEnded', clientId, period: { ...period, state: 'MISSED', reported: 3 } },
    told.ObligationPeriodEnded,
    {
      planId,
      periodId,
      fromDate: '2026-02-02',
      lastDate: '2026-03-01',
      required: 4,
      reported: 3,
      state: contract.ObligationPeriodState.OBLIGATION_PERIOD_STATE_MISSED,
    },
  ],
  [
    {
      kind: 'JobOfferFollowedUp',
      clientId,
      offerId: planUuid(8),
      offeredOn: day,
      binding: true,
      outcome: 'NOT_APPLIED',
    },
    told.JobOfferFollowedUp,
    {
      offerId: planUuid(8),
      offeredDate: day,
      binding: true,
      outcome: contract.JobOfferOutcome.JOB_OFFER_OUTCOME_NOT_APPLIED,
    },
  ],
];

describe('what others are told of plans and the job-search obligation', () => {
  it.each(stories.map((story) => [story[0].kind, ...story] as const))(
    'is %s and no more than that',
    (_kind, fact, codec, expected) => {
      const context = {
        actor: specialist,
        now: new Date('2026-02-05T10:00:00Z'),
        correlationId: 'correlation-1',
        causationId: 'request-1',
        newId: () => 'event-1',
      };
      const [event] = caseEvents.outgoing([fact], { ...context, clientCase: { clientId, version: 4 } });
      expect(event).toMatchObject({
        type: `tyovayla.guidance.v1.${fact.kind}`,
        concept: 'case',
        aggregateId: clientId,
        aggregateVersion: 5,
      });
      const { meta, ...body } = codec.decode(event?.body ?? new Uint8Array()) as { readonly meta: object };
      expect(body).toEqual({ _unknownFields: {}, clientId, ...expected });
      expect(meta).toMatchObject({ aggregateId: clientId, aggregateVersion: 5, actorId: 'staff-0001' });
    },
  );
});
