import type { Logger } from '@tyovayla/runtime/ports';
import { traceIncoming } from '@tyovayla/runtime/telemetry/spans';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnyEndpoint } from '../api/endpoint.ts';
import type { Caller, ServiceName, Services } from '../api/ports.ts';
import { ProblemError, refuse } from '../api/problem.ts';
import { violationsOf } from '../api/violations.ts';
import type { AccessTokens } from '../session/access-tokens.ts';
import { SessionEnded } from '../session/identity-provider.ts';
import { refusalOfForeignChange } from '../session/same-origin.ts';
import type { Session } from '../session/session.ts';
import type { SessionKeeper } from '../session/session-keeper.ts';

export type ApiPorts = {
  readonly services: Services;
  readonly keeper: SessionKeeper;
  readonly tokens: AccessTokens;
  readonly publicUrl: string;
  readonly logger: Logger;
};

const parsed = (schema: z.ZodType | undefined, value: unknown): unknown => {
  const result = (schema ?? z.unknown()).safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw refuse({ status: 400, reason: 'INVALID', violations: violationsOf(result.error) });
};

const requestIdOf = (request: FastifyRequest): string => {
  const key = z.uuid().safeParse(request.headers['idempotency-key']);
  if (key.success) return key.data.toLowerCase();
  const violation = { field: 'Idempotency-Key', code: 'required', description: 'must be a UUID' };
  throw refuse({ status: 400, reason: 'INVALID', violations: [violation] });
};

/** A request and the answer to it. */
export type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** The signed-in person behind a request; renews the cookie. Refuses where nobody is signed in. */
export const signedInSession = async (ports: ApiPorts, { request, reply }: Exchange): Promise<Session> => {
  const session = await ports.keeper.renewed(request, reply);
  if (!session) throw refuse({ status: 401, reason: 'SIGN_IN_REQUIRED' });
  return session;
};

/** On whose behalf a request calls services. A refresh token that the provider replaced goes into the cookie. */
export const callerOf = (
  ports: ApiPorts,
  { request, reply }: Exchange,
  { session, traceparent }: { readonly session: Session; readonly traceparent: string | undefined },
): Caller => ({
  traceparent,
  correlationId: request.id,
  tokenFor: async (service: ServiceName) => {
    try {
      const { token, refreshToken } = await ports.tokens.tokenFor(session, service);
      if (refreshToken !== undefined && !reply.sent) await ports.keeper.keep(reply, { ...session, refreshToken });
      return token;
    } catch (error) {
      if (error instanceof SessionEnded) throw refuse({ status: 401, reason: 'SIGN_IN_REQUIRED' });
      throw refuse({ status: 503, reason: 'IDENTITY_PROVIDER_UNAVAILABLE' });
    }
  },
});

const answer = async (ports: ApiPorts, endpoint: AnyEndpoint, exchange: Exchange & { traceparent?: string }) => {
  const { request, traceparent } = exchange;
  if (endpoint.method === 'POST') {
    const foreign = refusalOfForeignChange(request.headers, new URL(ports.publicUrl).origin);
    if (foreign) throw new ProblemError(foreign);
  }
  const session = await signedInSession(ports, exchange);
  const input = {
    params: parsed(endpoint.params, request.params),
    query: parsed(endpoint.query, request.query),
    body: endpoint.method === 'POST' ? parsed(endpoint.body, request.body) : undefined,
    session,
    services: ports.services,
  };
  const caller = callerOf(ports, exchange, { session, traceparent });
  if (endpoint.kind === 'read') return endpoint.handle({ ...input, caller });
  return endpoint.handle({ ...input, caller: { ...caller, requestId: requestIdOf(request) } });
};

const textOf = ({ headers }: FastifyRequest): string | undefined =>
  typeof headers.traceparent === 'string' ? headers.traceparent : undefined;

/** Makes a route of each endpoint: own origin, session, checked input, handler. Answers are never cached. */
export const apiRoutes = (app: FastifyInstance, ports: ApiPorts, endpoints: readonly AnyEndpoint[]): void => {
  for (const endpoint of endpoints)
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const { span, traceparent } = traceIncoming(`${endpoint.method} ${endpoint.path}`, textOf(request));
        reply.raw.on('close', () => span?.end(String(reply.statusCode)));
        return answer(ports, endpoint, { request, reply, ...(traceparent ? { traceparent } : {}) });
      },
    });
};
