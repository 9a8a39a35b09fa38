import { createHmac, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { silentLogger } from '../log.ts';
import { startTestIssuer, type TestIssuer } from '../testing/test-issuer.ts';
import { createTokenVerifier, type TokenVerifier } from './token.ts';

const presenter = 'thumbprint-of-the-portal';
const now = () => Math.floor(Date.now() / 1000);

let issuer: TestIssuer;
let verifier: TokenVerifier;

const verifierFor = (provider: TestIssuer, audience = 'clients') =>
  createTokenVerifier({
    issuer: provider.issuer,
    jwksUri: provider.jwksUri,
    audience,
    logger: silentLogger,
    unknownKeyCooldownMs: 60_000,
  });

beforeAll(async () => {
  issuer = await startTestIssuer();
  verifier = verifierFor(issuer);
});

afterAll(async () => {
  verifier.stop();
  await issuer.stop();
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Claims of a token, decoded without a check. */
const claimsIn = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

const withSecret = async (): Promise<string> => {
  const good = claimsIn(await issuer.sign());
  const body = `${part({ alg: 'HS256', kid: 'key-1' })}.${part(good)}`;
  return `${body}.${createHmac('sha256', 'the public key as a secret').update(body).digest('base64url')}`;
};

const tampered = async (): Promise<string> => {
  const [header, , signature] = (await issuer.sign()).split('.');
  const body = { ...claimsIn(await issuer.sign()), roles: ['SERVICE_MANAGER'] };
  return `${header}.${part(body)}.${signature}`;
};

const bad: readonly (readonly [string, () => Promise<string>])[] = [
  ['is empty', async () => ''],
  ['is no token', async () => 'abc'],
  ['has parts that are no JSON', async () => 'a.b.c'],
  ['is longer than any token', async () => `${await issuer.sign()}${'x'.repeat(10_000)}`],
  ['has no signature', async () => `${part({ alg: 'none', kid: 'key-1' })}.${part(claimsIn(await issuer.sign()))}.`],
  ['lacks its signature', async () => (await issuer.sign()).split('.').slice(0, 2).join('.')],
  ['is signed with a shared secret', withSecret],
  ['is signed by another key under the same id', () => issuer.forge()],
  ['has been altered', tampered],
  ['names an unknown key', () => issuer.sign({}, { kid: 'key-99' })],
  ['names no key', () => issuer.sign({}, { kid: undefined })],
  ['demands an extension that nobody knows', () => issuer.sign({}, { crit: ['tyovayla'], tyovayla: 1 })],
  ['comes from another issuer', () => issuer.sign({ iss: 'https://elsewhere.test' })],
  ['has no issuer', () => issuer.sign({ iss: undefined })],
  ['is for another service', () => issuer.sign({ aud: 'statistics' })],
  ['is for several services', () => issuer.sign({ aud: ['clients', 'statistics'] })],
  ['is for nobody', () => issuer.sign({ aud: undefined })],
  ['is over', () => issuer.sign({ iat: now() - 400, exp: now() - 100 })],
  ['is just over', () => issuer.sign({ iat: now() - 100, exp: now() - 1 })],
  ['has no end', () => issuer.sign({ exp: undefined })],
  ['lives longer than five minutes', () => issuer.sign({ exp: now() + 3_600 })],
  ['ends before it began', () => issuer.sign({ iat: now() + 20, exp: now() + 10 })],
  ['has no beginning', () => issuer.sign({ iat: undefined })],
  ['was issued in the future', () => issuer.sign({ iat: now() + 60, exp: now() + 200 })],
  ['is not valid yet', () => issuer.sign({ nbf: now() + 60 })],
  ['has no id', () => issuer.sign({ jti: undefined })],
  ['has an empty id', () => issuer.sign({ jti: '' })],
  ['has no subject', () => issuer.sign({ sub: undefined })],
  ['has a subject with blanks', () => issuer.sign({ sub: 'staff 1, staff 2' })],
  ['has no roles', () => issuer.sign({ roles: undefined })],
  ['has an empty list of roles', () => issuer.sign({ roles: [] })],
  ['has a role that nobody knows', () => issuer.sign({ roles: ['CASE_SPECIALIST', 'EMPEROR'] })],
  ['has roles as one text', () => issuer.sign({ roles: 'CASE_SPECIALIST' })],
  ['has a municipality that is none', () => issuer.sign({ municipality: 'Kemi' })],
  ['is bound to another certificate', () => issuer.sign({ cnf: { 'x5t#S256': 'somebody else' } })],
  ['is bound to a key that is not shown', () => issuer.sign({ cnf: { jkt: 'a key' } })],
  ['is bound to nothing that can be checked', () => issuer.sign({ cnf: null })],
];

describe('whose word is taken', () => {
  it('takes a good token, and says who it is', async () => {
    const verified = await verifier.verify(await issuer.sign(), presenter);
    expect(verified).toMatchObject({
      ok: true,
      value: { subject: 'staff-0001', roles: ['CASE_SPECIALIST'], municipality: '240' },
    });
  });

  it('takes a token that is bound to the presenter', async () => {
    const token = await issuer.sign({ cnf: { 'x5t#S256': presenter }, aud: ['clients'] });
    expect((await verifier.verify(token, presenter)).ok).toBe(true);
  });

  it.each(bad)('refuses a token that %s', async (_what, make) => {
    const verified = await verifier.verify(await make(), presenter);
    expect(verified).toMatchObject({ ok: false, refusal: { kind: 'unauthenticated' } });
  });

  it('has tried at least twenty bad tokens', () => {
    expect(bad.length).toBeGreaterThanOrEqual(20);
  });
});

describe('what is remembered of a token', () => {
  it('checks the binding again at each call', async () => {
    const token = await issuer.sign({ cnf: { 'x5t#S256': presenter } });
    expect((await verifier.verify(token, presenter)).ok).toBe(true);
    expect((await verifier.verify(token, 'a thief')).ok).toBe(false);
    expect((await verifier.verify(token, presenter)).ok).toBe(true);
  });

  it('ends with the token', async () => {
    let instant = Date.now();
    const { issuer: name, jwksUri } = issuer;
    const later = createTokenVerifier({
      issuer: name,
      jwksUri,
      audience: 'clients',
      logger: silentLogger,
      now: () => instant,
    });
    const token = await issuer.sign();
    expect((await later.verify(token, presenter)).ok).toBe(true);
    instant += 301_000;
    expect(await later.verify(token, presenter)).toMatchObject({ ok: false, refusal: { code: 'TOKEN_EXPIRED' } });
    later.stop();
  });
});

describe('keys of the identity provider', () => {
  it('takes a new key at once, and refuses a withdrawn one when the keys are next loaded', async () => {
    const provider = await startTestIssuer();
    const { issuer: name, jwksUri } = provider;
    const rotating = createTokenVerifier({ issuer: name, jwksUri, audience: 'clients', logger: silentLogger });
    const old = await provider.sign();
    expect((await rotating.verify(old, presenter)).ok).toBe(true);
    await provider.rotate('drop');
    expect((await rotating.verify(await provider.sign(), presenter)).ok).toBe(true);
    expect((await rotating.verify(old, presenter)).ok).toBe(false);
    rotating.stop();
    await provider.stop();
  });

  it('is not asked again for each unknown key', async () => {
    const provider = await startTestIssuer();
    const patient = verifierFor(provider);
    for (let index = 0; index < 20; index += 1) {
      await patient.verify(await provider.sign({}, { kid: `unknown-${index}` }), presenter);
    }
    expect(provider.fetches()).toBeLessThanOrEqual(2);
    patient.stop();
    await provider.stop();
  });

  it('may be away at the start: callers are told so until it is back', async () => {
    const provider = await startTestIssuer();
    let away = true;
    const { issuer: name, jwksUri } = provider;
    const waiting = createTokenVerifier({
      issuer: name,
      jwksUri,
      audience: 'clients',
      logger: silentLogger,
      fetchKeys: async (uri) => {
        if (away) throw new Error('away');
        return (await fetch(uri)).json();
      },
    });
    const token = await provider.sign();
    expect(await waiting.verify(token, presenter)).toMatchObject({
      ok: false,
      refusal: { kind: 'unavailable', code: 'IDENTITY_PROVIDER_UNAVAILABLE' },
    });
    away = false;
    const until = Date.now() + 5_000;
    let verified = await waiting.verify(token, presenter);
    while (!verified.ok && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      verified = await waiting.verify(token, presenter);
    }
    expect(verified.ok).toBe(true);
    waiting.stop();
    await provider.stop();
  });

  it('is never taken from the token itself', async () => {
    const { generateKeyPair, exportJWK } = await import('jose');
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const token = await new SignJWT({ ...claimsIn(await issuer.sign()), jti: randomUUID() })
      .setProtectedHeader({ alg: 'ES256', kid: 'key-1', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    expect((await verifier.verify(token, presenter)).ok).toBe(false);
  });
});
