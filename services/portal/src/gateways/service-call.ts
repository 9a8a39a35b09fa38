import { CallError } from '@tyovayla/runtime/grpc/call-error';
import type { CallOptions } from '@tyovayla/runtime/grpc/transport';
import type { Caller, ServiceName } from '../api/ports.ts';
import { ProblemError } from '../api/problem.ts';
import { problemFromCall } from './problem-from-call.ts';

/** What a failed call means for the API: problem details for a "no", the error itself for a bug of ours. */
export const asProblem = (error: unknown): unknown =>
  error instanceof CallError ? new ProblemError(problemFromCall(error)) : error;

/** Whose call it is, for the service: the person's token, and the trace where there is one. */
export const onBehalfOf = async (caller: Caller, service: ServiceName): Promise<CallOptions> => ({
  token: await caller.tokenFor(service),
  traceparent: caller.traceparent,
  correlationId: caller.correlationId,
});

/** Calls a service on someone's behalf. Throws ProblemError for every "no". */
export const serviceCall = async <Answer>(
  caller: Caller,
  service: ServiceName,
  call: (options: CallOptions) => Promise<Answer>,
): Promise<Answer> => {
  const options = await onBehalfOf(caller, service);
  try {
    return await call(options);
  } catch (error) {
    throw asProblem(error);
  }
};
