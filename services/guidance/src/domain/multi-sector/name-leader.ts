import {
  type GroupDecision,
  groupDecided,
  groupRefused,
  leaderOf,
  type ManagementGroup,
  withLeader,
} from './management-group.ts';
import type { Deciding } from './multi-sector-decision.ts';
import { leaderNotApproved, leaderNotFound } from './multi-sector-refusals.ts';

/** The employment authority names a leader; refused where the group has not approved them first. Seed 4.6, handbook R3.5. */
export const nameLeader = (
  group: ManagementGroup,
  leaderId: string,
  { today }: Pick<Deciding, 'today'>,
): GroupDecision => {
  const leader = leaderOf(group, leaderId);
  if (leader === undefined) return groupRefused(leaderNotFound);
  if (leader.state !== 'APPROVED') return groupRefused(leaderNotApproved(leader.state));
  return groupDecided(withLeader(group, { ...leader, state: 'NAMED', namedOn: today }), [
    { kind: 'LeaderNamed', leaderId, staffId: leader.staffId, namedOn: today },
  ]);
};
