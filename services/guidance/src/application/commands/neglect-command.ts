import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Write } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { Neglect } from '../../domain/neglect/neglect.ts';
import { neglectChangedMeanwhile, neglectNotFound } from '../../domain/neglect/neglect-refusals.ts';
import type { NeglectDecided } from '../../domain/neglect/record-neglect.ts';
import { firesTimers, servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';

/** What every command on one neglect is told. */
export type OnNeglect = OnCase & {
  readonly neglectId: string;
  /** The version that the caller has seen; absent to take the newest. */
  readonly expectedVersion?: number;
};

/** A neglect with all that a decision on it may look at. */
export type NeglectState = {
  readonly neglect: Neglect;
  /** All of the client's, this one among them. */
  readonly neglects: readonly Neglect[];
  readonly jobSearch?: ClientCase['jobSearch'];
  readonly today: LocalDate;
};

/** What differs between the commands on one neglect. */
export type NeglectCommandPlan<Input extends OnNeglect, Decided extends NeglectDecided<Neglect>, Answer> = {
  readonly name: string;
  /** Fired by the service's own timers instead of people. */
  readonly by?: 'TIMER';
  decide(state: NeglectState, input: Input, context: CommandContext): Result<Decided, Refusal>;
  answer(decided: Decided): Answer;
  /** Writes beside the neglect's own. */
  alsoSave?(decided: Decided, input: Input, context: CommandContext): readonly Write[];
};

type Changed<Decided> = { readonly before: Neglect; readonly decided: Decided; readonly alsoSave: readonly Write[] };

export type NeglectCommand<Input extends OnNeglect, Decided, Answer> = CaseCommand<
  Input,
  readonly Neglect[],
  Changed<Decided>,
  Answer
>;

const found = (neglects: readonly Neglect[], { neglectId, expectedVersion }: OnNeglect): Result<Neglect, Refusal> => {
  const neglect = neglects.find((each) => each.neglectId === neglectId);
  if (neglect === undefined) return refused(neglectNotFound);
  const sawAnother = expectedVersion !== undefined && expectedVersion !== neglect.version;
  return sawAnother ? refused(neglectChangedMeanwhile(neglect.version)) : accepted(neglect);
};

/**
 * A command on one neglect in a client's case: for those who serve the client, refused where somebody changed the
 * neglect after the caller saw it.
 */
export const neglectCommand = <Input extends OnNeglect, Decided extends NeglectDecided<Neglect>, Answer>(
  ports: CasePorts & NeglectPorts,
  plan: NeglectCommandPlan<Input, Decided, Answer>,
): NeglectCommand<Input, Decided, Answer> =>
  caseCommand(ports, {
    name: plan.name,
    access: plan.by === 'TIMER' ? firesTimers('neglect') : servesClients('neglect'),
    load: (tx, { clientId }) => ports.neglects.ofClient(tx, clientId),
    decide: ({ clientCase: { jobSearch }, loaded: neglects }, input, context) => {
      const neglect = found(neglects, input);
      if (!neglect.ok) return neglect;
      const state = { neglect: neglect.value, neglects, today: context.today, ...(jobSearch && { jobSearch }) };
      const decision = plan.decide(state, input, context);
      if (!decision.ok) return decision;
      const decided = decision.value;
      const alsoSave = plan.alsoSave?.(decided, input, context) ?? [];
      const { facts } = decided;
      return accepted({ next: { before: neglect.value, decided, alsoSave }, facts, answer: plan.answer(decided) });
    },
    save: ({ before, decided, alsoSave }) => [...ports.neglects.change(before, decided.next), ...alsoSave],
  });
