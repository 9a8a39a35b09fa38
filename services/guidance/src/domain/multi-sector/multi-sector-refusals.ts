import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal, RefusalKind } from '@tyovayla/kernel/refusal';
import type { MultiSectorState } from './multi-sector-case.ts';
import type { Signer } from './multi-sector-plan.ts';
import type { Party } from './party.ts';

/** Every way the multi-sector register, its management group and expert orders say no. Permanent. */
export const multiSectorRefusalCodes = [
  'MULTI_SECTOR_CASE_NOT_FOUND',
  'MULTI_SECTOR_CASE_OPEN',
  'MULTI_SECTOR_CASE_CHANGED_MEANWHILE',
  'MULTI_SECTOR_STEP_NOT_ALLOWED',
  'MULTI_SECTOR_CONSULTATION_ENOUGH',
  'MULTI_SECTOR_DATE_IN_FUTURE',
  'MULTI_SECTOR_DATE_TOO_EARLY',
  'MULTI_SECTOR_CLIENT_NOT_PRESENT',
  'MULTI_SECTOR_CLIENT_NOT_INFORMED',
  'MULTI_SECTOR_PARTY_WITHOUT_MEMBER',
  'MULTI_SECTOR_PARTY_NOT_INVOLVED',
  'MULTI_SECTOR_PARTY_WITHOUT_TASK',
  'MULTI_SECTOR_PLAN_NOT_AWAITED',
  'MULTI_SECTOR_PLAN_SIGNED_ALREADY',
  'MULTI_SECTOR_PLAN_NOT_IN_FORCE',
  'MULTI_SECTOR_TASK_NOT_FOUND',
  'MULTI_SECTOR_MEETING_DAY_CLOSED',
  'MULTI_SECTOR_MEMBER_APPOINTED_ALREADY',
  'MULTI_SECTOR_PERSON_NOT_OF_PARTY',
  'MULTI_SECTOR_MEMBER_NOT_FOUND',
  'MULTI_SECTOR_LAST_AUTHORITY_MEMBER',
  'MULTI_SECTOR_AUTHORITY_MEMBERS_ONLY',
  'MANAGEMENT_GROUP_NOT_FOUND',
  'MANAGEMENT_GROUP_EXISTS',
  'MANAGEMENT_GROUP_CHANGED_MEANWHILE',
  'MANAGEMENT_GROUP_PARTY_MISSING',
  'MANAGEMENT_GROUP_NOT_A_MEMBER',
  'LEADER_PROPOSED_ALREADY',
  'LEADER_NOT_FOUND',
  'LEADER_DECIDED_ALREADY',
  'LEADER_OWN_VOTE',
  'LEADER_VOTED_ALREADY',
  'LEADER_NOT_APPROVED',
  'AGREEMENT_OVERLAPS',
  'EXPERT_ORDER_NOT_FOUND',
  'EXPERT_ORDER_CHANGED_MEANWHILE',
  'EXPERT_RESULT_RECORDED_ALREADY',
  'EXPERT_MINUTES_EXCEEDED',
  'MULTI_SECTOR_AUTHORITY_SIGNS_LAST',
] as const;

export type MultiSectorRefusalCode = (typeof multiSectorRefusalCodes)[number];

export type MultiSectorRefusal = Refusal<MultiSectorRefusalCode>;

const no = (
  kind: RefusalKind,
  code: MultiSectorRefusalCode,
  data: Readonly<Record<string, string>> = {},
): MultiSectorRefusal => ({ kind, code, data });

/** The one answer for a client without a case and for everybody who is not appointed. */
export const caseNotFound: MultiSectorRefusal = no('missing', 'MULTI_SECTOR_CASE_NOT_FOUND');

export const caseOpen: MultiSectorRefusal = no('duplicate', 'MULTI_SECTOR_CASE_OPEN');

export const multiSectorCaseChanged: MultiSectorRefusal = no('stale', 'MULTI_SECTOR_CASE_CHANGED_MEANWHILE');

export const stepNotAllowed = (from: MultiSectorState): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_STEP_NOT_ALLOWED', { state: from });

export const consultationEnough: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_CONSULTATION_ENOUGH');

export const multiSectorDateInFuture = (today: LocalDate): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_DATE_IN_FUTURE', { today });

export const multiSectorDateTooEarly = (notBefore: LocalDate): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_DATE_TOO_EARLY', { notBefore });

export const clientNotPresent: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_CLIENT_NOT_PRESENT');

export const clientNotInformed = (startedOn: LocalDate): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_CLIENT_NOT_INFORMED', { startedOn });

export const partyWithoutMember = (party: Party): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_PARTY_WITHOUT_MEMBER', { party });

export const partyNotInvolved = (party: string): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_PARTY_NOT_INVOLVED', { party });

export const partyWithoutTask = (party: Party): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_PARTY_WITHOUT_TASK', { party });

export const planNotAwaited: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_PLAN_NOT_AWAITED');

export const planSignedAlready = (signer: Signer): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_PLAN_SIGNED_ALREADY', { signer });

export const authoritySignsLast: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_AUTHORITY_SIGNS_LAST');

export const planNotInForce: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_PLAN_NOT_IN_FORCE');

export const taskNotFound: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_TASK_NOT_FOUND');

export const meetingDayClosed = (reason: string): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_MEETING_DAY_CLOSED', { reason });

export const memberAppointedAlready: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_MEMBER_APPOINTED_ALREADY');

export const personNotOfParty = (party: Party): MultiSectorRefusal =>
  no('conflict', 'MULTI_SECTOR_PERSON_NOT_OF_PARTY', { party });

export const memberNotFound: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_MEMBER_NOT_FOUND');

export const lastAuthorityMember: MultiSectorRefusal = no('conflict', 'MULTI_SECTOR_LAST_AUTHORITY_MEMBER');

export const authorityMembersOnly: MultiSectorRefusal = no('forbidden', 'MULTI_SECTOR_AUTHORITY_MEMBERS_ONLY');

export const groupNotFound: MultiSectorRefusal = no('missing', 'MANAGEMENT_GROUP_NOT_FOUND');

export const groupExists: MultiSectorRefusal = no('duplicate', 'MANAGEMENT_GROUP_EXISTS');

export const groupChanged: MultiSectorRefusal = no('stale', 'MANAGEMENT_GROUP_CHANGED_MEANWHILE');

export const groupPartyMissing = (party: Party): MultiSectorRefusal =>
  no('conflict', 'MANAGEMENT_GROUP_PARTY_MISSING', { party });

export const notAGroupMember: MultiSectorRefusal = no('forbidden', 'MANAGEMENT_GROUP_NOT_A_MEMBER');

export const leaderProposedAlready: MultiSectorRefusal = no('conflict', 'LEADER_PROPOSED_ALREADY');

export const leaderNotFound: MultiSectorRefusal = no('conflict', 'LEADER_NOT_FOUND');

export const leaderDecidedAlready = (state: string): MultiSectorRefusal =>
  no('conflict', 'LEADER_DECIDED_ALREADY', { state });

export const leaderOwnVote: MultiSectorRefusal = no('forbidden', 'LEADER_OWN_VOTE');

export const leaderVotedAlready: MultiSectorRefusal = no('conflict', 'LEADER_VOTED_ALREADY');

export const leaderNotApproved = (state: string): MultiSectorRefusal =>
  no('conflict', 'LEADER_NOT_APPROVED', { state });

export const agreementOverlaps: MultiSectorRefusal = no('conflict', 'AGREEMENT_OVERLAPS');

export const orderNotFound: MultiSectorRefusal = no('missing', 'EXPERT_ORDER_NOT_FOUND');

export const orderChanged: MultiSectorRefusal = no('stale', 'EXPERT_ORDER_CHANGED_MEANWHILE');

export const resultRecordedAlready: MultiSectorRefusal = no('conflict', 'EXPERT_RESULT_RECORDED_ALREADY');

export const minutesExceeded = (orderedMinutes: number): MultiSectorRefusal =>
  no('conflict', 'EXPERT_MINUTES_EXCEEDED', { orderedMinutes: String(orderedMinutes) });
