import type { EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';
import { groupVoteFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/management_group';
import { multiSectorPartyFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector_events';
import type { ManagementGroupFact } from '../../domain/multi-sector/management-group.ts';

/** A fact as its message's name and bytes. */
export type Encoded = { readonly name: string; readonly body: Uint8Array };

/** One encoder a kind of fact; a fact without a message does not compile. */
export type Encoders<Fact extends { readonly kind: string }> = {
  readonly [Kind in Fact['kind']]: (fact: Extract<Fact, { readonly kind: Kind }>, meta: EventMeta) => Encoded;
};

/** Facts of a management group as messages of the contract. */
export const groupFactEncoders: Encoders<ManagementGroupFact> = {
  ManagementGroupFormed: ({ kind, countyArea, formedOn }, meta) => ({
    name: kind,
    body: told.ManagementGroupFormed.encode({
      meta,
      managementGroupId: meta.aggregateId,
      countyArea,
      formedDate: formedOn,
    }).finish(),
  }),
  LeaderProposed: ({ kind, leaderId, staffId, proposedOn }, meta) => ({
    name: kind,
    body: told.LeaderProposed.encode({
      meta,
      managementGroupId: meta.aggregateId,
      leaderId,
      staffId,
      proposedDate: proposedOn,
    }).finish(),
  }),
  LeaderVoteGiven: ({ kind, leaderId, party, vote }, meta) => ({
    name: kind,
    body: told.LeaderVoteGiven.encode({
      meta,
      managementGroupId: meta.aggregateId,
      leaderId,
      party: multiSectorPartyFromJSON(`MULTI_SECTOR_PARTY_${party}`),
      vote: groupVoteFromJSON(`GROUP_VOTE_${vote}`),
    }).finish(),
  }),
  LeaderApproved: ({ kind, leaderId, approvedOn }, meta) => ({
    name: kind,
    body: told.LeaderApproved.encode({
      meta,
      managementGroupId: meta.aggregateId,
      leaderId,
      approvedDate: approvedOn,
    }).finish(),
  }),
  LeaderRejected: ({ kind, leaderId, rejectedOn }, meta) => ({
    name: kind,
    body: told.LeaderRejected.encode({
      meta,
      managementGroupId: meta.aggregateId,
      leaderId,
      rejectedDate: rejectedOn,
    }).finish(),
  }),
  LeaderNamed: ({ kind, leaderId, staffId, namedOn }, meta) => ({
    name: kind,
    body: told.LeaderNamed.encode({
      meta,
      managementGroupId: meta.aggregateId,
      leaderId,
      staffId,
      namedDate: namedOn,
    }).finish(),
  }),
  CooperationAgreementRecorded: ({ kind, agreementId, validFrom, validTo, resources }, meta) => ({
    name: kind,
    body: told.CooperationAgreementRecorded.encode({
      meta,
      managementGroupId: meta.aggregateId,
      agreementId,
      validFromDate: validFrom,
      validToDate: validTo,
      resources: resources.map(({ party, personYearsHundredths }) => ({
        party: multiSectorPartyFromJSON(`MULTI_SECTOR_PARTY_${party}`),
        personYearsHundredths,
      })),
    }).finish(),
  }),
};
