import { checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { ledAreas } from '../../domain/multi-sector/management-group.ts';
import { type ProposeLeader, proposeLeader } from '../../domain/multi-sector/propose-leader.ts';
import { groupCommand, type OnGroup } from '../management-group-command.ts';
import { leadsManagementGroup } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

type Input = OnGroup & ProposeLeader;

/** Understands what was written, or names the bad field. */
export const readProposeLeader = (
  on: OnGroup,
  written: { readonly staffId: string; readonly serviceArea: string },
): Result<Input, Refusal> => {
  const area = checkCode('service_area', written.serviceArea, ledAreas);
  return understood(area.ok ? accepted({ ...on, staffId: written.staffId, area: area.value }) : area);
};

/** Proposes a person as leader to the group. */
export const proposeLeaderCommand = (ports: MultiSectorPorts) =>
  groupCommand<Input, { readonly version: number; readonly leaderId: string }>(ports, {
    name: 'ProposeLeader',
    access: leadsManagementGroup,
    decide: proposeLeader,
    answer: ({ version, leaders }) => ({ version, leaderId: leaders.at(-1)?.leaderId ?? '' }),
  });
