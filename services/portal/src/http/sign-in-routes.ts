import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from '@tyovayla/runtime/ports';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../api/problem.ts';
import type { IdentityProvider } from '../session/identity-provider.ts';
import { returnPath } from '../session/return-path.ts';
import { refusalOfForeignChange } from '../session/same-origin.ts';
import type { SessionKeeper } from '../session/session-keeper.ts';

export type SignInPorts = {
  readonly provider: IdentityProvider;
  readonly keeper: SessionKeeper;
  readonly publicUrl: string;
  readonly logger: Logger;
  readonly nowSeconds: () => number;
};

const random = (): string => randomBytes(32).toString('base64url');

const beginSignIn =
  ({ provider, keeper, logger }: SignInPorts) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const query = request.query as Record<string, unknown>;
    const attempt = {
      state: random(),
      nonce: random(),
      codeVerifier: random(),
      returnTo: returnPath(query.returnTo),
    };
    const hint = typeof query.as === 'string' && /^[a-z-]{1,40}$/.test(query.as) ? query.as : undefined;
    try {
      const language = typeof query.language === 'string' && /^[a-z]{2}$/.test(query.language) ? query.language : 'fi';
      const address = await provider.signInAddress(attempt, { loginHint: hint, language });
      await keeper.keepAttempt(reply, attempt);
      reply.redirect(address.href, 303);
    } catch (error) {
      logger.warn({ err: error }, 'identity provider not reached');
      reply.redirect('/?signIn=unavailable', 303);
    }
  };

const finishSignIn =
  ({ provider, keeper, publicUrl, nowSeconds, logger }: SignInPorts) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const attempt = await keeper.takeAttempt(request, reply);
    if (!attempt) {
      reply.redirect('/?signIn=failed', 303);
      return;
    }
    try {
      const signedIn = await provider.finishSignIn(new URL(request.url, publicUrl), attempt);
      await keeper.keep(reply, { ...signedIn, id: randomUUID(), signedInAt: nowSeconds() });
      logger.info({ actorId: signedIn.staffId }, 'signed in');
      reply.redirect(attempt.returnTo, 303);
    } catch (error) {
      logger.warn({ err: error }, 'sign-in failed');
      reply.redirect('/?signIn=failed', 303);
    }
  };

const signOut =
  ({ provider, keeper, publicUrl }: SignInPorts) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const foreign = refusalOfForeignChange(request.headers, new URL(publicUrl).origin);
    if (foreign) return reply.code(foreign.status).type('application/problem+json').send(foreign);
    const session = await keeper.sessionOf(request);
    keeper.forget(reply);
    if (session) await provider.revoke(session.refreshToken);
    return reply.send({ signedOut: true });
  };

/** Routes that lead to the identity provider and back. */
export const signInRoutes = (app: FastifyInstance, ports: SignInPorts): void => {
  app.get('/auth/sign-in', beginSignIn(ports));
  app.get('/auth/callback', finishSignIn(ports));
  app.post('/auth/sign-out', signOut(ports));
  app.all('/auth/*', (_, reply) => {
    const missing = problem({ status: 404, reason: 'NOT_FOUND' });
    reply.code(404).type('application/problem+json').send(missing);
  });
};
