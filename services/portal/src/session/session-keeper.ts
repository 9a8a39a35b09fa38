import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieHeader, readCookie } from '../http/cookies.ts';
import type { SealedCookies } from './sealed-cookie.ts';
import type { Session, SignInAttempt } from './session.ts';

/** A session ends this long after the last request … */
const idleSeconds = 30 * 60;
/** … and a working day after the sign-in whatever happens. */
const longestSeconds = 10 * 60 * 60;
const renewAfterSeconds = 5 * 60;
const attemptSeconds = 10 * 60;

const cookieName = { session: 'tyovayla_session', attempt: 'tyovayla_sign_in' } as const;

type Settings = {
  readonly cookies: SealedCookies;
  /** True where browsers reach the portal over https. */
  readonly secure: boolean;
  readonly nowSeconds: () => number;
};

/** Keeps sessions and sign-in attempts in encrypted cookies of the browser; the portal itself remembers nothing. */
export const sessionKeeper = ({ cookies, secure, nowSeconds }: Settings) => {
  const set = (
    reply: FastifyReply,
    name: string,
    cookie: { value: string; path: string; maxAgeSeconds: number },
  ): void => {
    reply.header('set-cookie', cookieHeader(name, cookie.value, { ...cookie, secure }));
  };

  const keep = async (reply: FastifyReply, session: Session): Promise<void> => {
    const left = session.signedInAt + longestSeconds - nowSeconds();
    const maxAgeSeconds = Math.min(idleSeconds, left);
    const value = await cookies.seal('session', session, maxAgeSeconds);
    set(reply, cookieName.session, { value, path: '/', maxAgeSeconds });
  };

  const open = async (request: FastifyRequest): Promise<{ session: Session; sealedAt: number } | undefined> => {
    const opened = await cookies.open<Session>('session', readCookie(request.headers.cookie, cookieName.session));
    if (!opened || opened.value.signedInAt + longestSeconds <= nowSeconds()) return undefined;
    return { session: opened.value, sealedAt: opened.sealedAt };
  };

  return {
    keep,
    /** The session of a request, or undefined where nobody is signed in. */
    sessionOf: async (request: FastifyRequest): Promise<Session | undefined> => (await open(request))?.session,
    /** The same, and the cookie renewed if it is some minutes old. */
    renewed: async (request: FastifyRequest, reply: FastifyReply): Promise<Session | undefined> => {
      const opened = await open(request);
      if (opened && nowSeconds() - opened.sealedAt > renewAfterSeconds) await keep(reply, opened.session);
      return opened?.session;
    },
    forget: (reply: FastifyReply): void => {
      set(reply, cookieName.session, { value: '', path: '/', maxAgeSeconds: 0 });
    },
    keepAttempt: async (reply: FastifyReply, attempt: SignInAttempt): Promise<void> => {
      const value = await cookies.seal('sign-in', attempt, attemptSeconds);
      set(reply, cookieName.attempt, { value, path: '/auth', maxAgeSeconds: attemptSeconds });
    },
    /** The attempt that this browser set out with; it can be used once. */
    takeAttempt: async (request: FastifyRequest, reply: FastifyReply): Promise<SignInAttempt | undefined> => {
      const opened = await cookies.open<SignInAttempt>(
        'sign-in',
        readCookie(request.headers.cookie, cookieName.attempt),
      );
      set(reply, cookieName.attempt, { value: '', path: '/auth', maxAgeSeconds: 0 });
      return opened?.value;
    },
  };
};

export type SessionKeeper = ReturnType<typeof sessionKeeper>;
