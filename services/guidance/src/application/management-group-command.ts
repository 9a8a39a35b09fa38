import { accepted, refused } from '@tyovayla/kernel/result';
import type { Access } from '@tyovayla/runtime/access';
import type { Command } from '@tyovayla/runtime/command';
import type { GroupDecision, ManagementGroup, ManagementGroupFact } from '../domain/multi-sector/management-group.ts';
import type { Deciding } from '../domain/multi-sector/multi-sector-decision.ts';
import { groupChanged, groupNotFound } from '../domain/multi-sector/multi-sector-refusals.ts';
import { decidingOf } from './multi-sector-command.ts';
import type { MultiSectorPorts } from './multi-sector-ports.ts';

/** What every command on a management group is told. */
export type OnGroup = { readonly groupId: string; readonly expectedVersion?: number };

export type GroupChange = { readonly before?: ManagementGroup; readonly after: ManagementGroup };

export type GroupCommand<Input, Answer> = Command<
  Input,
  ManagementGroup | undefined,
  GroupChange,
  ManagementGroupFact,
  Answer
>;

export type GroupCommandPlan<Input extends OnGroup, Answer> = {
  readonly name: string;
  readonly access: Access;
  decide(group: ManagementGroup, input: Input, deciding: Deciding): GroupDecision;
  answer(next: ManagementGroup, input: Input): Answer;
};

/** A command on a management group, which is about no client: loaded under lock, refused where it changed meanwhile. */
export const groupCommand = <Input extends OnGroup, Answer>(
  { managementGroups, multiSectorEvents }: MultiSectorPorts,
  { name, access, decide, answer }: GroupCommandPlan<Input, Answer>,
): GroupCommand<Input, Answer> => ({
  name,
  access,
  missing: groupNotFound,
  stale: groupChanged,
  load: (tx, { groupId }) => managementGroups.lock(tx, groupId),
  decide: (group, input, context) => {
    if (group === undefined) return refused(groupNotFound);
    const { expectedVersion } = input;
    if (expectedVersion !== undefined && expectedVersion !== group.version) return refused(groupChanged);
    const decision = decide(group, input, decidingOf(context));
    if (!decision.ok) return decision;
    const { next, facts } = decision.value;
    return accepted({ next: { before: group, after: next }, facts, answer: answer(next, input) });
  },
  save: ({ next: { before, after } }) => (before === undefined ? [] : managementGroups.save(before, after)),
  publish: ({ next: { after }, facts }, context) => multiSectorEvents.ofGroup({ next: after, facts }, context),
  subjectOf: (group) => group?.groupId,
});
