import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Command } from '../command.ts';
import { runCommand } from '../pipeline/run-command.ts';
import { type Codec, type InputMapper, readInput, type UnaryBinding } from './binding.ts';

/** A command and the way between it and the contract. */
export type CommandMethod<Request extends { requestId: string }, Response, Input, State, Next, Fact, Answer> = {
  readonly command: Command<Input, State, Next, Fact, Answer>;
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
  readonly input: InputMapper<Request, Input>;
  answer(answer: Answer): Response;
  /** Used where the command itself doesn't say how a missing thing is refused. */
  readonly missing?: Refusal;
  /** How long a call may take at most, where that is longer than for the server's other methods. */
  readonly maxDeadlineMs?: number;
};

/** Binds a method of the contract to a command. The answer is encoded once, stored and sent as it is. */
export const commandMethod = <Request extends { requestId: string }, Response, Input, State, Next, Fact, Answer>(
  method: CommandMethod<Request, Response, Input, State, Next, Fact, Answer>,
): UnaryBinding => {
  const { command, request, response, missing, maxDeadlineMs } = method;
  const encode = (answer: Answer): Uint8Array => response.encode(method.answer(answer)).finish();
  return {
    kind: 'unary',
    name: command.name,
    access: command.access,
    ...(maxDeadlineMs === undefined ? {} : { maxDeadlineMs }),
    decode: (bytes) => request.decode(bytes),
    answer: async (ports, call) => {
      const input = readInput(method.input, call);
      if (!input.ok) return input;
      const { requestId } = call.message as Request;
      return runCommand(ports, command, {
        actor: call.actor,
        input: input.value,
        requestId,
        payload: call.payload,
        encode,
        ...(call.correlationId === undefined ? {} : { correlationId: call.correlationId }),
        ...(call.traceparent === undefined ? {} : { traceparent: call.traceparent }),
        ...(call.deadline === undefined ? {} : { deadline: call.deadline }),
        ...(missing === undefined ? {} : { missing }),
      });
    },
  };
};
