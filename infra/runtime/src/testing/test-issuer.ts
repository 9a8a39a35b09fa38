import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export type IssuedClaims = Readonly<Record<string, unknown>>;

/** An identity provider for tests: signs what it is told to, and publishes its keys over HTTP. */
export type TestIssuer = {
  readonly issuer: string;
  readonly jwksUri: string;
  /** A token that is good for the audience "clients", but for the claims given; `undefined` takes one away. */
  sign(claims?: IssuedClaims, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Signs with a key that was never published, under the published key's id. */
  forge(claims?: IssuedClaims): Promise<string>;
  /** Publishes a new key beside (or without) the old ones and signs with it from now on. */
  rotate(old: 'keep' | 'drop'): Promise<void>;
  /** How often the keys were fetched. */
  fetches(): number;
  stop(): Promise<void>;
};

const published = async (key: PrivateKey, kid: string): Promise<JWK> => {
  const { d: _private, ...jwk } = await exportJWK(key);
  return { ...jwk, kid, use: 'sig', alg: 'ES256' };
};

const newKey = async (): Promise<PrivateKey> => (await generateKeyPair('ES256', { extractable: true })).privateKey;

const goodClaims = (issuer: string): Record<string, unknown> => {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: 'clients',
    sub: 'staff-0001',
    iat: now,
    exp: now + 300,
    jti: randomUUID(),
    roles: ['CASE_SPECIALIST'],
    municipality: '240',
  };
};

const signWith = (
  key: PrivateKey,
  claims: IssuedClaims,
  header: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const kept = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  const demanded = Object.fromEntries(((header.crit ?? []) as readonly string[]).map((name) => [name, true]));
  return new SignJWT(kept).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header }).sign(key, { crit: demanded });
};

/** Starts the identity provider on a free port. */
export const startTestIssuer = async (): Promise<TestIssuer> => {
  let key = await newKey();
  const foreign = await newKey();
  let kid = 'key-1';
  let keys = [await published(key, kid)];
  let fetches = 0;
  const server = createServer((_request, response) => {
    fetches += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    jwksUri: `${issuer}/jwks`,
    sign: (claims = {}, header = {}) => signWith(key, { ...goodClaims(issuer), ...claims }, { kid, ...header }),
    forge: (claims = {}) => signWith(foreign, { ...goodClaims(issuer), ...claims }, { kid }),
    rotate: async (old) => {
      key = await newKey();
      kid = `key-${Number(kid.slice(4)) + 1}`;
      keys = [...(old === 'keep' ? keys : []), await published(key, kid)];
    },
    fetches: () => fetches,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
