import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import { jobSearchNotRunning } from '../../domain/client-case/case-refusals.ts';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { MeetingDecided } from '../../domain/meeting/meeting-decision.ts';
import type { Planning } from '../../domain/meeting/plan-meetings.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type InCase, type OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';

/** What a meeting command answers: the meeting and its version. */
export type MeetingVersion = { readonly meetingId: string; readonly version: number };

/** What differs between the commands on a client's meetings. */
export type MeetingCommandPlan<Input extends OnCase, More, Decided extends MeetingDecided, Answer> = {
  readonly name: string;
  /** Loads what the decision needs beside the client's meetings. */
  loadMore(tx: Tx, input: Input): Promise<More>;
  decide(scene: MeetingScene<More>, input: Input, context: CommandContext): Result<Decided, Refusal>;
  answer(decided: Decided): Answer;
  /** Writes beside the meetings'. */
  saveMore?(decided: Decided, state: LoadedState<More>, context: CommandContext): readonly Write[];
};

/** The case as it was, its meetings, and what was loaded beside them. */
export type LoadedState<More> = InCase<{ readonly meetings: readonly Meeting[]; readonly more: More }>;

/** What a decision on meetings sees. */
export type MeetingScene<More> = {
  readonly clientCase: ClientCase;
  readonly meetings: readonly Meeting[];
  readonly planning: Planning;
  readonly more: More;
};

export type MeetingCommand<Input extends OnCase, More, Decided extends MeetingDecided, Answer> = CaseCommand<
  Input,
  { readonly meetings: readonly Meeting[]; readonly more: More },
  Decided,
  Answer
>;

const sceneOf = <More>(
  { clientCase, loaded }: LoadedState<More>,
  { newId }: CommandContext,
): Result<MeetingScene<More>, Refusal> => {
  const { jobSearch, clientId } = clientCase;
  if (jobSearch === undefined) return refused(jobSearchNotRunning);
  return accepted({ clientCase, ...loaded, planning: { clientId, jobSearch, newId } });
};

/** A command on the meetings of a client whose job search runs; the case is locked and its meetings loaded. */
export const meetingCommand = <Input extends OnCase, More, Decided extends MeetingDecided, Answer>(
  ports: GuidancePorts,
  plan: MeetingCommandPlan<Input, More, Decided, Answer>,
): MeetingCommand<Input, More, Decided, Answer> =>
  caseCommand(ports, {
    name: plan.name,
    access: servesClients('client-process'),
    load: async (tx, input) => {
      const [meetings, more] = await Promise.all([
        ports.meetings.ofClient(tx, input.clientId),
        plan.loadMore(tx, input),
      ]);
      return { meetings, more };
    },
    decide: (state, input, context) => {
      const scene = sceneOf(state, context);
      if (!scene.ok) return scene;
      const decided = plan.decide(scene.value, input, context);
      if (!decided.ok) return decided;
      const { facts } = decided.value;
      return accepted({ next: decided.value, facts, answer: plan.answer(decided.value) });
    },
    save: (decided, state, context) => [
      ...ports.meetings.save(decided.changes),
      ...(plan.saveMore?.(decided, state, context) ?? []),
    ],
  });

/** Nothing beside the client's meetings. */
export const nothingMore = async (): Promise<undefined> => undefined;

/** The answer of most commands on a meeting. */
export const versionOf = ({ meeting: { meetingId, version } }: MeetingDecided): MeetingVersion => ({
  meetingId,
  version,
});
