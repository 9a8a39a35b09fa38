import { randomUUID } from 'node:crypto';
import type { Logger } from '@tyovayla/runtime/ports';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { endpoints } from '../api/catalogue.ts';
import { openApiDocument } from '../api/openapi.ts';
import type { Services } from '../api/ports.ts';
import { type Problem, ProblemError, problem } from '../api/problem.ts';
import { accessTokens } from '../session/access-tokens.ts';
import type { IdentityProvider } from '../session/identity-provider.ts';
import { sealedCookies } from '../session/sealed-cookie.ts';
import { sessionKeeper } from '../session/session-keeper.ts';
import { apiRoutes } from './api-routes.ts';
import { liveRoute } from './live-route.ts';
import { meRoute } from './me-route.ts';
import { securityHeaders } from './security-headers.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { webPage } from './web-page.ts';

export type PortalPorts = {
  readonly services: Services;
  readonly provider: IdentityProvider;
  readonly sessionKey: Uint8Array;
  readonly publicUrl: string;
  /** True where the identity provider is the development one: the page then names the demo users. */
  readonly developmentSignIn: boolean;
  readonly webDist: string;
  /** Registers the files that belong to the page; tests of the API do without. */
  readonly assets?: (app: FastifyInstance) => Promise<void>;
  readonly logger: Logger;
  /** Today in Europe/Helsinki by the platform's clock, YYYY-MM-DD. */
  today(): string;
  /** False while shutting down. */
  accepting(): boolean;
};

const maxBodyBytes = 128 * 1024;

/** Problem details for whatever went wrong; faults are logged by name and incident, never by content. */
const problemOf = (error: unknown, logger: Logger): Problem => {
  if (error instanceof ProblemError) return error.problem;
  const status = (error as Partial<FastifyError>).statusCode;
  if (status !== undefined && status >= 400 && status < 500)
    return problem({ status, reason: status === 413 ? 'BODY_TOO_LARGE' : 'MALFORMED_REQUEST' });
  const incident = randomUUID();
  logger.error({ err: error, incidentId: incident }, 'request failed');
  return problem({ status: 500, reason: 'FAULT', incident });
};

const newApp = (): FastifyInstance =>
  fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: maxBodyBytes,
    requestTimeout: 15_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 100 },
    http: { headersTimeout: 10_000, maxHeaderSize: 16_384 },
    forceCloseConnections: true,
  });

const healthRoutes = (app: FastifyInstance, ports: PortalPorts): void => {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const ready = ports.accepting();
    reply.code(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready', identityProvider: ports.provider.known() ? 'known' : 'not yet' };
  });
};

const hooks = (app: FastifyInstance, ports: PortalPorts): void => {
  const headers = securityHeaders(ports.publicUrl);
  app.addHook('onRequest', async (_, reply) => {
    reply.headers(headers);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'page';
    const facts = {
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    };
    ports.logger.debug(facts, 'request answered');
  });
  app.setErrorHandler((error, _request, reply) => {
    const details = problemOf(error, ports.logger);
    reply.code(details.status).type('application/problem+json').send(details);
  });
};

/** The portal as an HTTP server, ready to listen. Everything outside comes through its ports. */
export const portalServer = async (ports: PortalPorts): Promise<FastifyInstance> => {
  const app = newApp();
  const closing = new AbortController();
  const nowSeconds = (): number => Math.floor(Date.now() / 1000);
  const secure = ports.publicUrl.startsWith('https:');
  const keeper = sessionKeeper({ cookies: sealedCookies(ports.sessionKey), secure, nowSeconds });
  const apiPorts = { ...ports, keeper, tokens: accessTokens(ports.provider) };

  hooks(app, ports);
  healthRoutes(app, ports);
  signInRoutes(app, { ...ports, keeper, nowSeconds });
  meRoute(app, { ...ports, keeper });
  apiRoutes(app, apiPorts, endpoints);
  liveRoute(app, apiPorts, closing.signal);
  const document = openApiDocument(endpoints, ports.publicUrl);
  app.get('/api/openapi.json', async () => document);
  await ports.assets?.(app);
  webPage(app, ports.webDist);
  app.addHook('preClose', async () => closing.abort());
  return app;
};
