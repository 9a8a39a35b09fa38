import { allOf, badField, type Checked, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning, understood } from '../../domain/client-case/case-refusals.ts';
import {
  type AroundOffer,
  followUpJobOffer,
  type OfferFollowedUp,
} from '../../domain/obligation/follow-up-job-offer.ts';
import {
  jobOfferOutcomes,
  type Offer,
  type OfferOutcome,
  unsuitableGrounds,
} from '../../domain/obligation/job-offer.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';
import { loadHeldMeetings } from './plan-state.ts';

export type RecordJobOfferFollowUpInput = OnCase & { readonly offer: Offer; readonly outcome: OfferOutcome };

export type FollowUpText = OnCase & {
  readonly offerId: string;
  readonly offeredOn: string;
  readonly applyBy: string;
  readonly outcome: string;
  /** Empty with an outcome other than an unsuitable job. */
  readonly ground: string;
};

const readOutcome = ({ outcome, ground }: FollowUpText): Checked<OfferOutcome> => {
  const code = checkCode('outcome', outcome, jobOfferOutcomes);
  if (!code.ok) return code;
  if (code.value !== 'NOT_SUITABLE')
    return ground === ''
      ? accepted({ outcome: code.value })
      : badField('ground', 'NOT_EXPECTED', 'stands only with a job that was not suitable');
  const known = checkCode('ground', ground, unsuitableGrounds);
  return known.ok ? accepted({ outcome: 'NOT_SUITABLE', ground: known.value }) : known;
};

/** Understands what was written, or names every bad field. */
export const readRecordJobOfferFollowUp = (written: FollowUpText): Result<RecordJobOfferFollowUpInput, Refusal> => {
  const { clientId, offerId } = written;
  const fields = allOf({
    offeredOn: checkDate('offered_date', written.offeredOn),
    applyBy: checkDate('apply_by_date', written.applyBy),
    outcome: readOutcome(written),
  });
  if (!fields.ok) return understood(fields);
  const { outcome, ...days } = fields.value;
  return accepted({ clientId, offer: { offerId, ...days }, outcome });
};

type Around = Omit<AroundOffer, 'clientId' | 'jobSearchStartedOn'>;

/** Records what became of a job offer, and proposes a neglect where a binding one was not applied to. */
export const recordJobOfferFollowUpCommand = (
  ports: PlanPorts,
): CaseCommand<RecordJobOfferFollowUpInput, Around, OfferFollowedUp, OfferFollowedUp> =>
  caseCommand(ports, {
    name: 'RecordJobOfferFollowUp',
    access: servesClients('plan'),
    load: async (tx, { clientId, offer: { offerId, offeredOn } }, clientCase) => {
      const [{ interviewHeldOn }, periodThen, known] = await Promise.all([
        loadHeldMeetings(ports, tx, clientCase),
        ports.obligations.periodAround(tx, { clientId, day: offeredOn }),
        ports.jobOffers.find(tx, { clientId, offerId }),
      ]);
      return {
        ...(interviewHeldOn !== undefined && { interviewHeldOn }),
        ...(periodThen !== undefined && { periodThen }),
        ...(known !== undefined && { known }),
      };
    },
    decide: ({ clientCase: { clientId, jobSearch }, loaded }, { offer, outcome }, { today }) => {
      if (jobSearch === undefined) return refused(jobSearchNotRunning);
      const around = { ...loaded, clientId, jobSearchStartedOn: jobSearch.startedOn };
      const decision = followUpJobOffer(around, { offer, outcome }, today);
      return decision.ok
        ? accepted({ next: decision.value, facts: decision.value.facts, answer: decision.value })
        : decision;
    },
    save: ({ offer, neglect }, _state, { newId }) => {
      const { clientId, offerId: sourceId, applyBy: occurredOn } = offer;
      const candidate = { candidateId: newId(), clientId, kind: 'OFFER_NOT_APPLIED', occurredOn, sourceId } as const;
      const record = ports.jobOffers.record(offer);
      return neglect === 'NONE' ? [record] : [record, ...ports.neglectCandidates.propose(candidate)];
    },
  });
