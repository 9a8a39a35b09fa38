import { randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/** What a browser gets back, headers as they came. */
export type Page = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

export type Visit = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** One HTTP request with the path as it is given: nothing is normalised on the way, unlike with fetch. */
export const ask = (origin: string, path: string, { method = 'GET', headers = {}, body }: Visit = {}): Promise<Page> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const outgoing = httpRequest({ hostname, port, path, method, headers: { ...length, ...headers } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces).toString('utf8'),
        }),
      );
    });
    outgoing.setTimeout(20_000, () => outgoing.destroy(new Error(`no answer to ${method} ${path.slice(0, 80)}`)));
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const keepCookies = (jar: Map<string, string>, page: Page): void => {
  for (const line of page.headers['set-cookie'] ?? []) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name !== undefined) jar.set(name, value ?? '');
  }
};

/** A member of the demo staff at the portal, signed in through the identity provider as a browser would be. */
export const signInAtPortal = async (portalUrl: string, login: string) => {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (origin: string): Map<string, string> => {
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const cookieOf = (origin: string): string => [...jarOf(origin)].map(([name, value]) => `${name}=${value}`).join('; ');
  const go = async (url: URL, form?: URLSearchParams): Promise<{ readonly url: URL; readonly page: Page }> => {
    const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const post = form === undefined ? {} : { method: 'POST', body: form.toString() };
    const headers = { ...type, cookie: cookieOf(url.origin) };
    const page = await ask(url.origin, `${url.pathname}${url.search}`, { ...post, headers });
    keepCookies(jarOf(url.origin), page);
    const next = page.headers.location;
    return next === undefined ? { url, page } : go(new URL(next, url));
  };
  const signInPage = await go(new URL('/auth/sign-in', portalUrl));
  await go(signInPage.url, new URLSearchParams({ login, password: 'demo' }));
  const { origin } = new URL(portalUrl);
  const headers = { cookie: cookieOf(origin) };
  const me = await ask(origin, '/api/me', { headers });
  if (!me.body.includes('"signedIn":true')) throw new Error(`${login} could not sign in at ${portalUrl}`);
  const own = { origin, 'x-tyovayla-portal': '1', 'content-type': 'application/json' };
  return {
    get: (path: string): Promise<Page> => ask(origin, path, { headers }),
    post: (path: string, body: object): Promise<Page> =>
      ask(origin, path, {
        method: 'POST',
        headers: { ...headers, ...own, 'idempotency-key': randomUUID() },
        body: JSON.stringify(body),
      }),
    /** Whatever one likes, in this person's name. */
    send: (path: string, visit: Visit): Promise<Page> =>
      ask(origin, path, {
        ...visit,
        headers: { ...headers, ...own, 'idempotency-key': randomUUID(), ...visit.headers },
      }),
  };
};

export type Visitor = Awaited<ReturnType<typeof signInAtPortal>>;
