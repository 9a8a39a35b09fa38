import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted } from '@tyovayla/kernel/result';
import type { CallFacts } from '../pipeline/call.ts';
import { runQuery } from '../pipeline/run-query.ts';
import type { Query } from '../query.ts';
import { type Codec, type InputMapper, readInput, type UnaryBinding } from './binding.ts';

/** A query and the way between it and the contract. */
export type QueryMethod<Request, Response, Input, View> = {
  readonly query: Query<Input, View>;
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
  readonly input: InputMapper<Request, Input>;
  /** May wait for what another service adds: the transaction is over by then, and the call's deadline holds. */
  view(view: View, call: CallFacts): NoInfer<Response> | Promise<NoInfer<Response>>;
  /** Used where the query itself doesn't say how a missing thing is refused. */
  readonly missing?: Refusal;
};

/** Binds a method of the contract to a query. */
export const queryMethod = <Request, Response, Input, View>(
  method: QueryMethod<Request, Response, Input, View>,
): UnaryBinding => {
  const { query, request, response, missing } = method;
  return {
    kind: 'unary',
    name: query.name,
    access: query.access,
    decode: (bytes) => request.decode(bytes),
    answer: async (ports, call) => {
      const input = readInput(method.input, call);
      if (!input.ok) return input;
      const shown = await runQuery(ports, query, {
        actor: call.actor,
        input: input.value,
        ...(call.correlationId === undefined ? {} : { correlationId: call.correlationId }),
        ...(call.traceparent === undefined ? {} : { traceparent: call.traceparent }),
        ...(call.deadline === undefined ? {} : { deadline: call.deadline }),
        ...(missing === undefined ? {} : { missing }),
      });
      if (!shown.ok) return shown;
      return accepted(response.encode(await method.view(shown.value, call)).finish());
    },
  };
};
