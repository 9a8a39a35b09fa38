import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Command } from '@tyovayla/runtime/command';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import type { Query } from '@tyovayla/runtime/query';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { type FixedClock, fixedClock } from '@tyovayla/testing/fixed-clock';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import { aClientCase, specialist } from './builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from './in-memory-guidance.ts';

/** Days in a client's case, told as what staff do on them. */
export type StatementStory = InMemoryGuidance & {
  readonly clock: FixedClock;
  readonly pipeline: PipelinePorts;
  /** Goes to noon of a day. */
  day(date: string): void;
  /** Does something as the client's specialist, or somebody else; throws where it is refused. */
  does<I, S, N, F, A>(command: Command<I, S, N, F, A>, input: I, actor?: Actor): Promise<A>;
  /** Tries something; gives the refusal. */
  refused<I, S, N, F, A>(command: Command<I, S, N, F, A>, input: I, actor?: Actor): Promise<Refusal>;
  sees<I, V>(query: Query<I, V>, input: I, actor?: Actor): Promise<V>;
  /** Names of the events told so far, in order. */
  told(): readonly string[];
};

/** Begins at noon of Monday 2 March 2026 with Aino's case, or with these. */
export const statementStory = async (cases: readonly ClientCase[] = [aClientCase()]): Promise<StatementStory> => {
  const guidance = await inMemoryGuidance({ cases });
  const clock = fixedClock('2026-03-02T12:00:00+02:00');
  const pipeline: PipelinePorts = { ...guidance.world.ports, clock };
  return {
    ...guidance,
    clock,
    pipeline,
    day: (date) => clock.set(`${date}T12:00:00+02:00`),
    does: async (command, input, actor = specialist) => {
      const result = await tryCommand(pipeline, command, { actor, input });
      if (!result.ok) throw new Error(`${command.name} was refused: ${JSON.stringify(result.refusal)}`);
      return result.value;
    },
    refused: async (command, input, actor = specialist) => {
      const result = await tryCommand(pipeline, command, { actor, input });
      if (result.ok) throw new Error(`${command.name} was not refused`);
      return result.refusal;
    },
    sees: async (query, input, actor = specialist) => {
      const result = await runQuery(pipeline, query, { actor, input });
      if (!result.ok) throw new Error(`${query.name} was refused: ${JSON.stringify(result.refusal)}`);
      return result.value;
    },
    told: () => guidance.world.events().map(({ type }) => type.replace('tyovayla.guidance.v1.', '')),
  };
};
