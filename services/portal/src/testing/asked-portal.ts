import { randomBytes } from 'node:crypto';
import { silentLogger } from '@tyovayla/runtime/log';
import { freePort } from '@tyovayla/testing/free-port';
import { portalServer } from '../http/portal-server.ts';
import { type InMemoryOptions, inMemoryServices } from './in-memory-services.ts';
import { trustingProvider } from './trusting-provider.ts';

/** A request; a text is sent as it is. */
export type Asked = { readonly method?: string; readonly payload?: unknown; readonly headers?: Record<string, string> };

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly cookies: readonly string[];
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, looked at by matchers
  readonly json: any;
};

/** A portal that a test asks over HTTP, as a browser would. */
export type AskedPortal = {
  ask(path: string, asked?: Asked): Promise<Answer>;
  readonly origin: string;
  close(): Promise<void>;
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** A portal over services in memory, asked over HTTP. */
export const openAskedPortal = async (
  options: Partial<InMemoryOptions> & { readonly webDist: string },
): Promise<AskedPortal> => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const app = await portalServer({
    services: inMemoryServices({ today: '2026-11-24', ...options }),
    provider: trustingProvider(origin),
    sessionKey: randomBytes(32),
    publicUrl: origin,
    developmentSignIn: true,
    webDist: options.webDist,
    logger: silentLogger,
    today: () => '2026-11-24',
    accepting: () => true,
  });
  await app.listen({ host: '127.0.0.1', port });
  return {
    origin,
    close: () => app.close(),
    ask: async (path, { method = 'GET', payload, headers = {} } = {}) => {
      const type: Record<string, string> = payload === undefined ? {} : { 'content-type': 'application/json' };
      const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
      const sent = payload === undefined ? {} : { body };
      const asked = { method, headers: { ...type, ...headers }, redirect: 'manual', ...sent } as const;
      const answer = await fetch(`${origin}${path}`, asked);
      const text = await answer.text();
      return {
        status: answer.status,
        headers: answer.headers,
        cookies: answer.headers.getSetCookie(),
        body: text,
        json: parsed(text),
      };
    },
  };
};

/** The cookies that an answer sets, as the next request carries them. */
export const cookieOf = ({ cookies }: Answer): string => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

/** Path and query to which an answer sends the browser on. */
export const backFrom = (answer: Answer): string => {
  const { pathname, search } = new URL(answer.headers.get('location') ?? '');
  return pathname + search;
};

/** The cookies of a person who has signed in. */
export const signInTo = async (portal: AskedPortal, as = 'kemi-specialist'): Promise<string> => {
  const away = await portal.ask(`/auth/sign-in?as=${as}&returnTo=/clients`);
  const home = await portal.ask(backFrom(away), { headers: { cookie: cookieOf(away) } });
  if (home.headers.get('location') !== '/clients') throw new Error(`${as} could not sign in`);
  return cookieOf(home);
};
