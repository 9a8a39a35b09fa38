import { nameLeader } from '../../domain/multi-sector/name-leader.ts';
import { groupCommand, type OnGroup } from '../management-group-command.ts';
import { leadsManagementGroup } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

/** Names a leader whom the group has approved. */
export const nameLeaderCommand = (ports: MultiSectorPorts) =>
  groupCommand<OnGroup & { readonly leaderId: string }, { readonly version: number }>(ports, {
    name: 'NameLeader',
    access: leadsManagementGroup,
    decide: (group, { leaderId }, deciding) => nameLeader(group, leaderId, deciding),
    answer: ({ version }) => ({ version }),
  });
