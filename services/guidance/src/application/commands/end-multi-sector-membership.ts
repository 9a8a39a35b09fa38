import { type EndMembership, endMultiSectorMembership } from '../../domain/multi-sector/end-multi-sector-membership.ts';
import { networkRule } from '../access-rules/multi-sector-rule.ts';
import { servesMultiSector } from '../multi-sector-access.ts';
import { multiSectorCommand, newVersionOf, type OnMultiSectorCase } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

/** Ends the membership of a person in the client's network. */
export const endMultiSectorMembershipCommand = (ports: MultiSectorPorts) =>
  multiSectorCommand<OnMultiSectorCase & EndMembership, { readonly version: number }>(ports, {
    name: 'EndMultiSectorMembership',
    access: servesMultiSector,
    rule: networkRule,
    find: ports.multiSectorCases.lockForNetwork,
    decide: endMultiSectorMembership,
    answer: newVersionOf,
  });
