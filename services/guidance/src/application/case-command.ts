import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { Access, Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import type { CaseFact } from '../domain/client-case/case-fact.ts';
import { caseChangedMeanwhile, clientCaseNotFound } from '../domain/client-case/case-refusals.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import { caseRule } from './access-rules/case-rule.ts';
import { needReason } from './access-rules/need-reason.ts';
import type { CasePorts } from './ports.ts';

/** What every command and query on a case is told. */
export type OnCase = { readonly clientId: string };

/** What a decision in a case sees: the case, and what the command loaded beside it. */
export type InCase<Loaded> = { readonly clientCase: ClientCase; readonly loaded: Loaded };

/** What a decision in a case gives when it says yes. */
export type CaseDecided<Next, Answer> = {
  /** The case after it, without its new version; absent where the case itself stays as it is. */
  readonly nextCase?: ClientCase;
  readonly next: Next;
  readonly facts: readonly CaseFact[];
  readonly answer: Answer;
};

export type CaseDecision<Next, Answer> = Result<CaseDecided<Next, Answer>, Refusal>;

/** What differs between the commands on a case. */
export type CaseCommandPlan<Input extends OnCase, Loaded, Next, Answer> = {
  readonly name: string;
  readonly access: Access;
  /** Who may; `caseRule` where left out. */
  rule?(clientCase: ClientCase | undefined, actor: Actor): Verdict;
  /** Loads what the decision needs beside the case, which is locked: everything in it stands still. */
  load?(tx: Tx, input: Input, clientCase: ClientCase): Promise<Loaded>;
  decide(state: InCase<Loaded>, input: Input, context: CommandContext): CaseDecision<Next, Answer>;
  /** Writes beside the case's own row and the events. */
  save(next: Next, state: InCase<Loaded>, context: CommandContext): readonly Write[];
};

/** What was loaded; the case is absent where there is none, `loaded` also where the actor may not go on. */
export type CaseState<Loaded> = {
  readonly clientId: string;
  readonly clientCase: ClientCase | undefined;
  readonly verdict: Verdict;
  readonly loaded: Loaded | undefined;
};

type Decided<Next> = { readonly before: ClientCase; readonly after: ClientCase; readonly next: Next };

export type CaseCommand<Input extends OnCase, Loaded, Next, Answer> = Command<
  Input,
  CaseState<Loaded>,
  Decided<Next>,
  CaseFact,
  Answer
>;

/** The case after a decision: each fact moves its version on by one. */
export const caseAfter = (before: ClientCase, decided: { nextCase?: ClientCase; facts: readonly CaseFact[] }) => ({
  ...(decided.nextCase ?? before),
  version: before.version + decided.facts.length,
});

/** Writes of the case's own row: none where neither it nor its version changed. */
export const caseWrites = ({ cases }: CasePorts, before: ClientCase, after: ClientCase): readonly Write[] =>
  after === before || (after.version === before.version && sameCase(before, after)) ? [] : cases.save(before, after);

const sameCase = (one: ClientCase, other: ClientCase): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A command on one client: the case is locked, hidden by a protection order from all but the assigned handler, and
 * refused to those who don't serve the client. A need on whose strength it is done stands in the access log. Facts are told in order, their versions continuing the case's.
 */
export const caseCommand = <Input extends OnCase, Loaded, Next, Answer>(
  ports: CasePorts,
  plan: CaseCommandPlan<Input, Loaded, Next, Answer>,
): CaseCommand<Input, Loaded, Next, Answer> => {
  const { name, access, rule = caseRule } = plan;
  return {
    name,
    access,
    missing: clientCaseNotFound,
    stale: caseChangedMeanwhile,
    load: async (tx, input, { actor }) => {
      const clientCase = await ports.cases.lock(tx, input.clientId);
      const verdict = rule(clientCase, actor);
      const goesOn = clientCase !== undefined && verdict.allowed;
      const loaded = goesOn ? await plan.load?.(tx, input, clientCase) : undefined;
      return { clientId: input.clientId, clientCase, verdict, loaded };
    },
    mayTouch: ({ verdict }) => verdict,
    decide: ({ clientCase, loaded }, input, context) => {
      if (clientCase === undefined) return refused(clientCaseNotFound);
      const decision = plan.decide({ clientCase, loaded: loaded as Loaded }, input, context);
      if (!decision.ok) return decision;
      const { next, facts, answer } = decision.value;
      const after = caseAfter(clientCase, decision.value);
      return accepted({ next: { before: clientCase, after, next }, facts, answer });
    },
    save: ({ next: { before, after, next } }, { loaded }, context) => [
      ...caseWrites(ports, before, after),
      ...plan.save(next, { clientCase: before, loaded: loaded as Loaded }, context),
    ],
    publish: ({ facts, next: { before } }, context) =>
      ports.events.outgoing(facts, { ...context, clientCase: before, causationId: context.requestId }),
    subjectOf: ({ clientId }) => clientId,
    accessReasonOf: ({ clientCase }, { actor }) => needReason(clientCase, actor),
  };
};
