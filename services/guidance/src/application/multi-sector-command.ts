import { accepted, refused } from '@tyovayla/kernel/result';
import type { Tx } from '@tyovayla/kernel/sql';
import type { Access, Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import type { MultiSectorCase } from '../domain/multi-sector/multi-sector-case.ts';
import type { Deciding, MultiSectorDecision } from '../domain/multi-sector/multi-sector-decision.ts';
import type { MultiSectorFact } from '../domain/multi-sector/multi-sector-facts.ts';
import { caseNotFound, multiSectorCaseChanged } from '../domain/multi-sector/multi-sector-refusals.ts';
import { authorityRule, type GuardedCase } from './access-rules/multi-sector-rule.ts';
import type { MultiSectorPorts } from './multi-sector-ports.ts';

/** What every command on a multi-sector case is told: a client has at most one that is open. */
export type OnMultiSectorCase = {
  readonly clientId: string;
  /** The version that the caller has seen; absent to take the newest. */
  readonly expectedVersion?: number;
};

/** The case that was found for the actor, and the client who was asked for. */
export type MultiSectorState = {
  readonly clientId: string;
  /** The client's case in guidance; absent where the actor sees nothing of it. */
  readonly clientCase?: ClientCase;
  readonly guarded?: GuardedCase;
};

/** A case before and after a decision; `before` is absent where it was opened. */
export type MultiSectorChange = { readonly before?: MultiSectorCase; readonly after: MultiSectorCase };

export type MultiSectorCommand<Input extends OnMultiSectorCase, Answer> = Command<
  Input,
  MultiSectorState,
  MultiSectorChange,
  MultiSectorFact,
  Answer
>;

/** What differs between the commands on a case. */
export type MultiSectorCommandPlan<Input extends OnMultiSectorCase, Answer> = {
  readonly name: string;
  readonly access: Access;
  /** Who may; those who act for the employment authority where left out. */
  rule?(guarded: GuardedCase | undefined, actor: Actor): Verdict;
  /** The open case, locked; `lockOpen` where left out. */
  find?(tx: Tx, clientId: string): Promise<GuardedCase | undefined>;
  decide(
    one: MultiSectorCase,
    input: Input,
    deciding: Deciding & { readonly guarded: GuardedCase; readonly actor: Actor },
  ): MultiSectorDecision;
  answer(next: MultiSectorCase): Answer;
};

export const decidingOf = ({ actor, today, newId }: CommandContext): Deciding => ({ today, by: actor.id, newId });

/**
 * A command on a client's open multi-sector case. The client's case is locked before the register's, in one order by
 * everybody; who sees nothing of the client's case waits for the register's alone. Hidden from all who are not appointed.
 */
export const multiSectorCommand = <Input extends OnMultiSectorCase, Answer>(
  { cases, multiSectorCases, multiSectorEvents }: MultiSectorPorts,
  plan: MultiSectorCommandPlan<Input, Answer>,
): MultiSectorCommand<Input, Answer> => {
  const { name, access, rule = authorityRule, find = multiSectorCases.lockOpen } = plan;
  return {
    name,
    access,
    missing: caseNotFound,
    stale: multiSectorCaseChanged,
    load: async (tx, { clientId }) => {
      const clientCase = await cases.lock(tx, clientId);
      const guarded = await find(tx, clientId);
      return { clientId, ...(clientCase && { clientCase }), ...(guarded && { guarded }) };
    },
    mayTouch: ({ guarded }, { actor }) => rule(guarded, actor),
    decide: ({ guarded }, input, context) => {
      if (guarded === undefined) return refused(caseNotFound);
      const { one } = guarded;
      const { expectedVersion } = input;
      if (expectedVersion !== undefined && expectedVersion !== one.version) return refused(multiSectorCaseChanged);
      const decision = plan.decide(one, input, { ...decidingOf(context), guarded, actor: context.actor });
      if (!decision.ok) return decision;
      const { next, facts } = decision.value;
      return accepted({ next: { before: one, after: next }, facts, answer: plan.answer(next) });
    },
    save: ({ next: { before, after } }) => (before === undefined ? [] : multiSectorCases.save(before, after)),
    publish: ({ next: { after }, facts }, context) => multiSectorEvents.ofCase({ next: after, facts }, context),
    subjectOf: ({ clientId }) => clientId,
  };
};

/** What most commands answer. */
export const newVersionOf = ({ version }: MultiSectorCase): { readonly version: number } => ({ version });
