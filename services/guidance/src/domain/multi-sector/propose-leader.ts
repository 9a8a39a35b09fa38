import {
  type GroupDecision,
  groupDecided,
  groupRefused,
  type LedArea,
  type ManagementGroup,
} from './management-group.ts';
import type { Deciding } from './multi-sector-decision.ts';
import { leaderProposedAlready } from './multi-sector-refusals.ts';

export type ProposeLeader = { readonly staffId: string; readonly area: LedArea };

/**
 * Proposes a service-area director as leader to the group. A person is proposed again only after the group has rejected
 * them. Seed 4.6, handbook R3.5.
 */
export const proposeLeader = (
  group: ManagementGroup,
  { staffId, area }: ProposeLeader,
  { today, newId }: Pick<Deciding, 'today' | 'newId'>,
): GroupDecision => {
  const before = group.leaders.some((leader) => leader.staffId === staffId && leader.state !== 'REJECTED');
  if (before) return groupRefused(leaderProposedAlready);
  const leaderId = newId();
  const leader = { state: 'PROPOSED', leaderId, staffId, area, proposedOn: today, votes: [] } as const;
  return groupDecided({ ...group, leaders: [...group.leaders, leader] }, [
    { kind: 'LeaderProposed', leaderId, staffId, proposedOn: today },
  ]);
};
