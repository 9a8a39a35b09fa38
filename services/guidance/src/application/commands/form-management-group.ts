import { allOf, checkCode, checkDate, everyOf } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type FormManagementGroup, formManagementGroup } from '../../domain/multi-sector/form-management-group.ts';
import type { GroupMember } from '../../domain/multi-sector/management-group.ts';
import { groupChanged, groupNotFound } from '../../domain/multi-sector/multi-sector-refusals.ts';
import { parties } from '../../domain/multi-sector/party.ts';
import type { GroupCommand } from '../management-group-command.ts';
import { leadsManagementGroup } from '../multi-sector-access.ts';
import { decidingOf } from '../multi-sector-command.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

export type Formed = { readonly groupId: string; readonly version: number };

/** Understands what was written, or names every bad field. */
export const readFormManagementGroup = (written: {
  readonly countyArea: string;
  readonly negotiatedDate: string;
  readonly members: readonly { readonly staffId: string; readonly party: string }[];
}): Result<FormManagementGroup, Refusal> => {
  const member = ({ staffId, party }: { readonly staffId: string; readonly party: string }, at: number) =>
    allOf<GroupMember>({
      staffId: accepted(staffId),
      party: checkCode(`members[${at}].party`, party, parties),
    });
  const fields = allOf({
    negotiatedOn: checkDate('negotiated_date', written.negotiatedDate),
    members: everyOf(written.members.map(member)),
  });
  return understood(fields.ok ? accepted({ countyArea: written.countyArea, ...fields.value }) : fields);
};

/** Forms the management group of a wellbeing services county's area. */
export const formManagementGroupCommand = ({
  managementGroups,
  multiSectorEvents,
  partyPeople: people,
}: MultiSectorPorts): GroupCommand<FormManagementGroup, Formed> => ({
  name: 'FormManagementGroup',
  access: leadsManagementGroup,
  missing: groupNotFound,
  stale: groupChanged,
  load: (tx, { countyArea }) => managementGroups.lockArea(tx, countyArea),
  decide: (group, input, context) => {
    const decision = formManagementGroup(group ? 'FORMED' : 'NONE', { ...input, people }, decidingOf(context));
    if (!decision.ok) return decision;
    const { next, facts } = decision.value;
    return accepted({ next: { after: next }, facts, answer: { groupId: next.groupId, version: next.version } });
  },
  save: ({ next: { after } }) => managementGroups.insert(after),
  publish: ({ next: { after }, facts }, context) => multiSectorEvents.ofGroup({ next: after, facts }, context),
  subjectOf: (group) => group?.groupId,
});
