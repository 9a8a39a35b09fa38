import {
  type MultiSectorParty,
  multiSectorExitReasonFromJSON,
  multiSectorPartyFromJSON,
} from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector_events';
import type { MultiSectorFact } from '../../domain/multi-sector/multi-sector-facts.ts';
import type { Party } from '../../domain/multi-sector/party.ts';
import type { Encoders } from './management-group-facts.ts';

const partyTo = (party: Party): MultiSectorParty => multiSectorPartyFromJSON(`MULTI_SECTOR_PARTY_${party}`);

/** Facts of a multi-sector case as messages of the contract. The client is in none of them. */
export const caseFactEncoders: Encoders<MultiSectorFact> = {
  ClientReferredToMultiSector: ({ kind, referredOn }, meta) => ({
    name: kind,
    body: told.ClientReferredToMultiSector.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      referredDate: referredOn,
    }).finish(),
  }),
  MultiSectorConsultationStarted: ({ kind, startedOn, involved }, meta) => ({
    name: kind,
    body: told.MultiSectorConsultationStarted.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      startedDate: startedOn,
      parties: involved.map(partyTo),
    }).finish(),
  }),
  MultiSectorAssessmentStarted: ({ kind, startedOn, dueOn, clientInformedOn }, meta) => ({
    name: kind,
    body: told.MultiSectorAssessmentStarted.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      startedDate: startedOn,
      assessmentDueDate: dueOn,
      clientInformedDate: clientInformedOn,
    }).finish(),
  }),
  ClientAcceptedIntoMultiSector: ({ kind, acceptedOn }, meta) => ({
    name: kind,
    body: told.ClientAcceptedIntoMultiSector.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      acceptedDate: acceptedOn,
    }).finish(),
  }),
  MultiSectorPlanMade: ({ kind, planId, madeOn }, meta) => ({
    name: kind,
    body: told.MultiSectorPlanMade.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      planId,
      madeDate: madeOn,
    }).finish(),
  }),
  MultiSectorPlanSigned: ({ kind, planId, signer, signedOn }, meta) => ({
    name: kind,
    body: told.MultiSectorPlanSigned.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      planId,
      signer,
      signedDate: signedOn,
    }).finish(),
  }),
  MultiSectorPlanTookForce: ({ kind, planId, inForceOn, reviewDueOn }, meta) => ({
    name: kind,
    body: told.MultiSectorPlanTookForce.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      planId,
      inForceDate: inForceOn,
      reviewDueDate: reviewDueOn,
    }).finish(),
  }),
  MultiSectorPlanReviewed: ({ kind, planId, reviewedOn, reviewDueOn }, meta) => ({
    name: kind,
    body: told.MultiSectorPlanReviewed.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      planId,
      reviewedDate: reviewedOn,
      reviewDueDate: reviewDueOn,
    }).finish(),
  }),
  MultiSectorMeetingAgreed: ({ kind, meetingId, on }, meta) => ({
    name: kind,
    body: told.MultiSectorMeetingAgreed.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      meetingId,
      meetingDate: on,
    }).finish(),
  }),
  ClientExitedMultiSector: ({ kind, exitedOn, reason }, meta) => ({
    name: kind,
    body: told.ClientExitedMultiSector.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      exitedDate: exitedOn,
      reason: multiSectorExitReasonFromJSON(`MULTI_SECTOR_EXIT_REASON_${reason}`),
    }).finish(),
  }),
  MultiSectorMemberAppointed: ({ kind, staffId, party }, meta) => ({
    name: kind,
    body: told.MultiSectorMemberAppointed.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      staffId,
      party: partyTo(party),
    }).finish(),
  }),
  MultiSectorMembershipEnded: ({ kind, staffId, endedOn }, meta) => ({
    name: kind,
    body: told.MultiSectorMembershipEnded.encode({
      meta,
      multiSectorCaseId: meta.aggregateId,
      staffId,
      endedDate: endedOn,
    }).finish(),
  }),
};
