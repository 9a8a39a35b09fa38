import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import type { Actor } from '../actor.ts';
import type { Command } from '../command.ts';
import { runCommand } from '../pipeline/run-command.ts';
import type { PipelinePorts } from '../ports.ts';

export type Trial<Input> = {
  readonly actor: Actor;
  readonly input: Input;
  /** A new one where left out. */
  readonly requestId?: string;
};

/**
 * Runs a command through the pipeline as a caller would, and gives its answer as a value. The input stands for
 * the request's bytes: the same request id with another input is refused as it would be.
 */
export const tryCommand = async <I, S, N, F, A>(
  ports: PipelinePorts,
  command: Command<I, S, N, F, A>,
  { actor, input, requestId = ports.newId() }: Trial<I>,
): Promise<Result<A, Refusal>> => {
  const text = JSON.stringify(input, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  const answers: A[] = [];
  const result = await runCommand(ports, command, {
    actor,
    input,
    requestId,
    payload: new TextEncoder().encode(text),
    encode: (answer) => {
      answers.push(answer);
      return new TextEncoder().encode(JSON.stringify(answer));
    },
  });
  if (!result.ok) return result;
  // A stored answer comes back as the bytes that were stored.
  const [answer = JSON.parse(new TextDecoder().decode(result.value)) as A] = answers;
  return { ok: true, value: answer };
};
