import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@tyovayla/testing/eventually';
import { freePort } from '@tyovayla/testing/free-port';
import { tokenMint } from '@tyovayla/testing/issue-token';
import { type OwnedProcess, startOwned } from '@tyovayla/testing/owned-process';
import { projectRoot } from '@tyovayla/testing/project-root';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { openDevCa, thumbprintOf } from './dev-ca.ts';
import { openDevSecrets, readSecret } from './dev-secrets.ts';

const portalUrl = 'http://127.0.0.1:9';

describe('signing in on the local platform', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'tyovayla-idp-'));
  let port: number;
  let issuer: string;
  let provider: OwnedProcess;

  const launch = async (): Promise<OwnedProcess> => {
    const main = join(projectRoot, 'infra/local/src/identity-provider-main.ts');
    const args = [main, '--state', stateDir, '--port', String(port), '--portal', portalUrl];
    const started = await startOwned({
      name: 'idp',
      command: process.execPath,
      args,
      logFile: join(stateDir, 'idp.log'),
    });
    await eventually(async () => (await fetch(`${issuer}/.well-known/openid-configuration`)).ok, { within: 15_000 });
    return started;
  };

  beforeAll(async () => {
    await openDevCa(join(stateDir, 'ca'));
    openDevSecrets(join(stateDir, 'secrets'));
    port = await freePort();
    issuer = `http://127.0.0.1:${port}`;
    provider = await launch();
  });

  afterAll(async () => {
    await provider.end('SIGTERM');
    rmSync(stateDir, { recursive: true, force: true });
  });

  const basic = () => {
    const secret = readSecret(openDevSecrets(join(stateDir, 'secrets')).portalSecretFile);
    return `Basic ${Buffer.from(`portal:${secret}`).toString('base64')}`;
  };

  const askTokens = async (form: Record<string, string>) => {
    const body = new URLSearchParams(form);
    const response = await fetch(`${issuer}/token`, { method: 'POST', headers: { authorization: basic() }, body });
    return { status: response.status, tokens: (await response.json()) as Record<string, string> };
  };

  const signIn = async (login: string, password = 'demo'): Promise<SignIn> => {
    const browser = newBrowser(issuer);
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: 'portal',
      response_type: 'code',
      redirect_uri: `${portalUrl}/auth/callback`,
      scope: 'openid profile offline_access',
      prompt: 'consent',
      state: 's',
      nonce: 'n',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const page = await browser.open(`/auth?${query}`);
    const answer = await browser.open(page.path, new URLSearchParams({ login, password }));
    if (answer.status === 401) return { refused: answer.text };
    const code = new URL(answer.path).searchParams.get('code') ?? '';
    const redirect = { redirect_uri: `${portalUrl}/auth/callback`, code_verifier: verifier };
    return { page: page.text, ...(await askTokens({ grant_type: 'authorization_code', code, ...redirect })) };
  };

  it('names the demo staff, says that it is for development, and gives the portal a session', async () => {
    const { page, tokens } = await signIn('kemi-specialist');

    expect(page).toContain('Kehitysympäristö');
    expect(page).toContain('tornio-specialist');
    expect(decodeJwt(tokens?.id_token ?? '')).toMatchObject({
      sub: 'staff-0001',
      aud: 'portal',
      nonce: 'n',
      name: 'Kerttu Kemiläinen',
      roles: ['CASE_SPECIALIST'],
      municipality: '240',
    });
  });

  it('gives access tokens for one service each, good for five minutes and bound to the portal', async () => {
    const { tokens } = await signIn('kemi-specialist');
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens?.refresh_token ?? '' };
    const answer = await askTokens({ ...refresh, resource: 'urn:tyovayla:clients' });
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    const token = answer.tokens.access_token ?? '';
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience: 'clients',
      algorithms: ['ES256'],
    });

    expect(protectedHeader.typ).toBe('at+jwt');
    expect(payload).toMatchObject({
      sub: 'staff-0001',
      roles: ['CASE_SPECIALIST'],
      municipality: '240',
      cnf: { 'x5t#S256': thumbprintOf(join(stateDir, 'ca', 'portal.pem')) },
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    await expect(jwtVerify(token, keys, { issuer, audience: 'statistics' })).rejects.toThrow('"aud"');
    expect((await askTokens({ ...refresh, resource: 'urn:tyovayla:payroll' })).status).toBe(400);
  });

  it('refuses a wrong password and a name that nobody has', async () => {
    expect(await signIn('kemi-specialist', 'guess')).toHaveProperty('refused');
    expect(await signIn('nobody')).toHaveProperty('refused');
  });

  it('keeps people signed in when it is restarted', async () => {
    const { tokens } = await signIn('auditor');
    await provider.end('SIGKILL');
    provider = await launch();
    const form = {
      grant_type: 'refresh_token',
      refresh_token: tokens?.refresh_token ?? '',
      resource: 'urn:tyovayla:statistics',
    };
    const { status, tokens: later } = await askTokens(form);

    expect(status).toBe(200);
    expect(decodeJwt(later.access_token ?? '')).toMatchObject({ sub: 'staff-0007', aud: 'statistics' });
  });

  it('lets tests mint tokens that services accept like those of a sign-in', async () => {
    const token = await tokenMint(stateDir, issuer)({ staff: 'statistician', audience: 'statistics' });
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));

    const { payload } = await jwtVerify(token, keys, { issuer, audience: 'statistics', algorithms: ['ES256'] });
    expect(payload).toMatchObject({ sub: 'staff-0005', roles: ['STATISTICIAN'] });
  });
});

type SignIn = { readonly refused?: string; readonly page?: string; readonly tokens?: Record<string, string> };

/** Follows redirects as a browser does, with cookies, until a page or an address of another server. */
const newBrowser = (origin: string) => {
  const cookies = new Map<string, string>();
  const ask = async (path: string, form?: URLSearchParams) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const send = form === undefined ? {} : { method: 'POST', body: form };
    const response = await fetch(new URL(path, origin), { redirect: 'manual', headers: { cookie }, ...send });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined) cookies.set(name, value ?? '');
    }
    return response;
  };
  const open = async (
    path: string,
    form?: URLSearchParams,
  ): Promise<{ path: string; status: number; text: string }> => {
    const response = await ask(path, form);
    const next = response.headers.get('location');
    if (next === null) return { path, status: response.status, text: await response.text() };
    const target = new URL(next, origin);
    return target.origin === origin ? open(target.href) : { path: target.href, status: response.status, text: '' };
  };
  return { open };
};
