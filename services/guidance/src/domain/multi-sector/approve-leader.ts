import type { LocalDate } from '@tyovayla/kernel/local-date';
import {
  type GroupDecision,
  type GroupLeader,
  type GroupVote,
  groupDecided,
  groupRefused,
  type LeaderVote,
  leaderOf,
  type ManagementGroup,
  type ManagementGroupFact,
  missingParty,
  withLeader,
} from './management-group.ts';
import type { Deciding } from './multi-sector-decision.ts';
import {
  leaderDecidedAlready,
  leaderNotFound,
  leaderOwnVote,
  leaderVotedAlready,
  notAGroupMember,
} from './multi-sector-refusals.ts';

export type ApproveLeader = { readonly leaderId: string; readonly vote: GroupVote };

type Proposed = Extract<GroupLeader, { readonly state: 'PROPOSED' }>;

/** Approved by a vote of each party and none against; one vote against rejects. How a group decides is not in the seed. */
const afterVote = (leader: Proposed, vote: LeaderVote, today: LocalDate): GroupLeader => {
  const votes = [...leader.votes, vote];
  if (vote.vote === 'REJECT') return { ...leader, votes, state: 'REJECTED', rejectedOn: today };
  return missingParty(votes) === undefined
    ? { ...leader, votes, state: 'APPROVED', approvedOn: today }
    : { ...leader, votes };
};

const decidedFacts = (leader: GroupLeader): readonly ManagementGroupFact[] => {
  const { leaderId } = leader;
  if (leader.state === 'APPROVED') return [{ kind: 'LeaderApproved', leaderId, approvedOn: leader.approvedOn }];
  return leader.state === 'REJECTED' ? [{ kind: 'LeaderRejected', leaderId, rejectedOn: leader.rejectedOn }] : [];
};

/**
 * A member of the group votes on a proposed leader, once, and never on themselves. The group approves its leaders before
 * the employment authority names them. Seed 4.6, handbook R3.5.
 */
export const approveLeader = (
  group: ManagementGroup,
  { leaderId, vote }: ApproveLeader,
  { today, by }: Pick<Deciding, 'today' | 'by'>,
): GroupDecision => {
  const member = group.members.find(({ staffId }) => staffId === by);
  if (member === undefined) return groupRefused(notAGroupMember);
  const leader = leaderOf(group, leaderId);
  if (leader === undefined) return groupRefused(leaderNotFound);
  if (leader.state !== 'PROPOSED') return groupRefused(leaderDecidedAlready(leader.state));
  if (leader.staffId === by) return groupRefused(leaderOwnVote);
  if (leader.votes.some(({ memberId }) => memberId === by)) return groupRefused(leaderVotedAlready);
  const { party } = member;
  const next = afterVote(leader, { memberId: by, party, vote }, today);
  return groupDecided(withLeader(group, next), [
    { kind: 'LeaderVoteGiven', leaderId, party, vote },
    ...decidedFacts(next),
  ]);
};
