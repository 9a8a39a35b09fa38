import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type Result, refused } from '@tyovayla/kernel/result';
import type { MultiSectorRefusal } from './multi-sector-refusals.ts';
import { type Party, parties } from './party.ts';

/** The service area that a leader directs: leaders are the two service-area directors (seed 4.6). */
export const ledAreas = ['NORTH', 'SOUTH'] as const;

export type LedArea = (typeof ledAreas)[number];

export const groupVotes = ['APPROVE', 'REJECT'] as const;

export type GroupVote = (typeof groupVotes)[number];

export type GroupMember = { readonly staffId: string; readonly party: Party };

export type LeaderVote = { readonly memberId: string; readonly party: Party; readonly vote: GroupVote };

type LeaderCore = {
  readonly leaderId: string;
  readonly staffId: string;
  readonly area: LedArea;
  readonly proposedOn: LocalDate;
  readonly votes: readonly LeaderVote[];
};

/** A person on the way to lead the organisation of the multi-sector support. */
export type GroupLeader =
  | (LeaderCore & { readonly state: 'PROPOSED' })
  | (LeaderCore & { readonly state: 'APPROVED'; readonly approvedOn: LocalDate })
  | (LeaderCore & { readonly state: 'REJECTED'; readonly rejectedOn: LocalDate })
  | (LeaderCore & { readonly state: 'NAMED'; readonly approvedOn: LocalDate; readonly namedOn: LocalDate });

/** What a party puts in, person-years in hundredths. */
export type PartyResource = { readonly party: Party; readonly personYearsHundredths: number };

export type CooperationAgreement = {
  readonly agreementId: string;
  readonly validFrom: LocalDate;
  /** The last day. */
  readonly validTo: LocalDate;
  readonly resources: readonly PartyResource[];
};

/** The management group (johtoryhmä) of a wellbeing services county's area: seed 4.6, handbook R3.5, R3.6. */
export type ManagementGroup = {
  readonly groupId: string;
  readonly version: number;
  /** Code of the wellbeing services county's area. */
  readonly countyArea: string;
  /** The parties negotiate the number of groups before any is formed. */
  readonly negotiatedOn: LocalDate;
  readonly formedOn: LocalDate;
  readonly members: readonly GroupMember[];
  readonly leaders: readonly GroupLeader[];
  readonly agreements: readonly CooperationAgreement[];
};

export type ManagementGroupFact =
  | { readonly kind: 'ManagementGroupFormed'; readonly countyArea: string; readonly formedOn: LocalDate }
  | {
      readonly kind: 'LeaderProposed';
      readonly leaderId: string;
      readonly staffId: string;
      readonly proposedOn: LocalDate;
    }
  | { readonly kind: 'LeaderVoteGiven'; readonly leaderId: string; readonly party: Party; readonly vote: GroupVote }
  | { readonly kind: 'LeaderApproved'; readonly leaderId: string; readonly approvedOn: LocalDate }
  | { readonly kind: 'LeaderRejected'; readonly leaderId: string; readonly rejectedOn: LocalDate }
  | { readonly kind: 'LeaderNamed'; readonly leaderId: string; readonly staffId: string; readonly namedOn: LocalDate }
  | ({ readonly kind: 'CooperationAgreementRecorded' } & CooperationAgreement);

export type GroupDecision = Result<
  { readonly next: ManagementGroup; readonly facts: readonly ManagementGroupFact[] },
  MultiSectorRefusal
>;

/** Says yes. Each fact moves the group's version on by one. */
export const groupDecided = (next: ManagementGroup, facts: readonly ManagementGroupFact[]): GroupDecision => ({
  ok: true,
  value: { next: { ...next, version: next.version + facts.length }, facts },
});

export const groupRefused = (refusal: MultiSectorRefusal): GroupDecision => refused(refusal);

/** A party that none of these stands for; undefined where all are there. */
export const missingParty = (ofParties: readonly { readonly party: Party }[]): Party | undefined =>
  parties.find((party) => !ofParties.some((one) => one.party === party));

export const leaderOf = ({ leaders }: ManagementGroup, leaderId: string): GroupLeader | undefined =>
  leaders.find((leader) => leader.leaderId === leaderId);

/** The group with a leader as they are now. */
export const withLeader = (group: ManagementGroup, leader: GroupLeader): ManagementGroup => ({
  ...group,
  leaders: group.leaders.map((one) => (one.leaderId === leader.leaderId ? leader : one)),
});
