import { checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type ApproveLeader, approveLeader } from '../../domain/multi-sector/approve-leader.ts';
import { type GroupLeader, groupVotes, leaderOf } from '../../domain/multi-sector/management-group.ts';
import { groupCommand, type OnGroup } from '../management-group-command.ts';
import { votesInManagementGroup } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnGroup & ApproveLeader;

/** Understands what was written, or names the bad field. */
export const readApproveLeader = (
  on: OnGroup,
  written: { readonly leaderId: string; readonly vote: string },
): Result<Input, Refusal> => {
  const vote = checkCode('vote', written.vote, groupVotes);
  return understood(vote.ok ? accepted({ ...on, leaderId: written.leaderId, vote: vote.value }) : vote);
};

/** A member of the group votes on a proposed leader. */
export const approveLeaderCommand = (ports: MultiSectorPorts) =>
  groupCommand<Input, { readonly version: number; readonly state: GroupLeader['state'] }>(ports, {
    name: 'ApproveLeader',
    access: votesInManagementGroup,
    decide: approveLeader,
    answer: (group, { leaderId }) => ({
      version: group.version,
      state: leaderOf(group, leaderId)?.state ?? 'PROPOSED',
    }),
  });
