import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { thumbprintOf } from '@tyovayla/local/dev-ca';
import { tokenMint } from '@tyovayla/testing/issue-token';
import type { Platform } from '@tyovayla/testing/platform';
import { SignJWT } from 'jose';
import type { DataServiceName } from './service-calls.ts';

const staff = 'kemi-specialist';

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const keyOf = (platform: Platform): { readonly kid: string } => {
  const { keys } = JSON.parse(readFileSync(platform.secrets.signingKeysFile, 'utf8')) as { keys: { kid: string }[] };
  if (keys[0] === undefined) throw new Error('the identity provider has no key');
  return keys[0];
};

/** What a good token for this service says, to be signed in other ways. */
const goodClaims = (platform: Platform, audience: string) => {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, exp: now + 300 };
  return {
    iss: platform.issuer,
    aud: audience,
    sub: 'staff-0001',
    ...times,
    jti: randomUUID(),
    roles: ['CASE_SPECIALIST'],
  };
};

const signedBy = (key: KeyObject, kid: string, claims: object): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid }).sign(key);

/** Tokens by keys and algorithms that nobody may use. */
const wronglySigned = async (platform: Platform, service: DataServiceName): Promise<Record<string, string>> => {
  const { kid } = keyOf(platform);
  const claims = goodClaims(platform, service);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const unsigned = `${base64url({ alg: 'none', typ: 'at+jwt', kid })}.${base64url(claims)}`;
  const symmetric = `${base64url({ alg: 'HS256', typ: 'at+jwt', kid })}.${base64url(claims)}`;
  // Whoever takes the published key for a shared secret accepts this one.
  const published = await (await fetch(`${platform.issuer}/jwks`)).text();
  return {
    'that nobody signed (alg none)': `${unsigned}.`,
    'signed with the published key as a shared secret': `${symmetric}.${createHmac('sha256', published).update(symmetric).digest('base64url')}`,
    'signed by a stranger under the known key id': await signedBy(privateKey, kid, claims),
    'signed by a stranger under a key id of their own': await signedBy(privateKey, 'stranger', claims),
  };
};

/** Tokens by the right key that say something wrong. Each is refused; the one without a change is accepted. */
const wronglyClaimed = (platform: Platform, service: DataServiceName): Record<string, Record<string, unknown>> => {
  const now = Math.floor(Date.now() / 1000);
  return {
    'for nobody in particular': { aud: undefined },
    'for another service': { aud: 'payroll' },
    'for several services at once': { aud: [service, 'payroll'] },
    'by another issuer': { iss: 'http://127.0.0.1:1' },
    'without an issuer': { iss: undefined },
    'that has expired': { iat: now - 400, exp: now - 100 },
    'without an end': { exp: undefined },
    'that is good for a year': { exp: now + 31_536_000 },
    'issued in the future': { iat: now + 3_600, exp: now + 3_900 },
    'not good yet': { nbf: now + 3_600 },
    'without an id': { jti: undefined },
    'of nobody': { sub: undefined },
    'without roles': { roles: undefined },
    'with an empty list of roles': { roles: [] },
    'with a role that does not exist': { roles: ['CASE_SPECIALIST', 'EMPEROR'] },
    'with roles as one text': { roles: 'CASE_SPECIALIST' },
    'bound to another certificate': { cnf: { 'x5t#S256': thumbprintOf(platform.tls('population').certFile) } },
    'bound to something that nobody can check': { cnf: { jkt: 'abc' } },
  };
};

/** Every bad token that we can think of, by what is wrong with it. */
export const badTokens = async (platform: Platform, service: DataServiceName): Promise<Map<string, string>> => {
  const mint = tokenMint(platform.stateDir, platform.issuer);
  const claimed = await Promise.all(
    Object.entries(wronglyClaimed(platform, service)).map(
      async ([what, claims]): Promise<[string, string]> => [what, await mint({ staff, audience: service, claims })],
    ),
  );
  const good = await mint({ staff, audience: service });
  const [head = '', body = '', signature = ''] = good.split('.');
  const altered = {
    ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object),
    roles: ['PROTECTED_CLIENT_HANDLER'],
  };
  const written = {
    'altered after it was signed': `${head}.${base64url(altered)}.${signature}`,
    'without its signature': `${head}.${body}.`,
    'with something behind it': `${good}x`,
    'that is none': 'let-me-in',
    'of ten thousand characters': 'x'.repeat(10_000),
  };
  return new Map([...claimed, ...Object.entries(await wronglySigned(platform, service)), ...Object.entries(written)]);
};
