import type { FastifyInstance } from 'fastify';
import type { SessionKeeper } from '../session/session-keeper.ts';

type MePorts = {
  readonly keeper: SessionKeeper;
  readonly developmentSignIn: boolean;
  today(): string;
};

/** Tells the page who is signed in, if anyone, and which day it is on the platform. */
export const meRoute = (app: FastifyInstance, { keeper, developmentSignIn, today }: MePorts): void => {
  app.get('/api/me', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = await keeper.renewed(request, reply);
    const place = { today: today(), developmentSignIn };
    if (!session) return { signedIn: false, ...place };
    const { staffId, name, roles, municipality } = session;
    return { signedIn: true, ...place, staffId, name, roles, ...(municipality ? { municipality } : {}) };
  });
};
