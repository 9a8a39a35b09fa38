import { type Client, Metadata, type MethodDefinition, type ServiceError } from '@grpc/grpc-js';
import { callErrorOf, localCallError } from './call-error.ts';

/** What one call carries besides its request. */
export type CallOptions = {
  /** Bearer token of the member of staff on whose behalf the call is made. */
  readonly token?: string | undefined;
  readonly traceparent?: string | undefined;
  readonly correlationId?: string | undefined;
  /** When the caller's own caller stops waiting; the nearer deadline counts. */
  readonly deadline?: Date | undefined;
  /** Gives the call up. */
  readonly signal?: AbortSignal | undefined;
};

/** One call on its way out. */
export type Outgoing = {
  readonly name: string;
  readonly method: MethodDefinition<unknown, unknown>;
  readonly request: unknown;
  readonly options: CallOptions;
  /** Milliseconds since 1970. */
  readonly deadline: number;
};

const metadataOf = ({ token, traceparent, correlationId }: CallOptions): Metadata => {
  const metadata = new Metadata({ waitForReady: true });
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  if (traceparent !== undefined) metadata.set('traceparent', traceparent);
  if (correlationId !== undefined) metadata.set('tyovayla-correlation-id', correlationId);
  return metadata;
};

/** Sends a request once and gives its answer; throws CallError. */
export const sendOnce = (client: Client, { method, request, options, deadline }: Outgoing): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const { signal } = options;
    if (signal?.aborted) {
      reject(localCallError('CANCELLED', 'CANCELLED'));
      return;
    }
    const giveUp = (): void => call.cancel();
    const { path, requestSerialize, responseDeserialize } = method;
    const answered = (error: ServiceError | null, answer?: unknown): void => {
      signal?.removeEventListener('abort', giveUp);
      if (error) reject(callErrorOf(error, signal?.aborted));
      else resolve(answer);
    };
    const metadata = metadataOf(options);
    const call = client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadata,
      { deadline },
      answered,
    );
    signal?.addEventListener('abort', giveUp, { once: true });
  });

/**
 * Opens a stream of answers; breaking off the loop cancels it. It has no deadline of its own, only the
 * caller's: the serving side ends it when the token expires. Throws CallError while iterating.
 */
export async function* openStream(client: Client, { method, request, options }: Outgoing): AsyncGenerator<unknown> {
  const { path, requestSerialize, responseDeserialize } = method;
  const callOptions = options.deadline === undefined ? {} : { deadline: options.deadline };
  const metadata = metadataOf(options);
  const call = client.makeServerStreamRequest(
    path,
    requestSerialize,
    responseDeserialize,
    request,
    metadata,
    callOptions,
  );
  const giveUp = (): void => call.cancel();
  options.signal?.addEventListener('abort', giveUp, { once: true });
  if (options.signal?.aborted) giveUp();
  try {
    yield* call;
  } catch (error) {
    throw callErrorOf(error as ServiceError, options.signal?.aborted);
  } finally {
    options.signal?.removeEventListener('abort', giveUp);
    call.cancel();
  }
}
