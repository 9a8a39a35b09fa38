import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '../api/catalogue.ts';
import { type AskedPortal, backFrom, cookieOf, openAskedPortal, signInTo } from '../testing/asked-portal.ts';
import { unservedClientId } from '../testing/in-memory-file.ts';
import type { InMemoryOptions } from '../testing/in-memory-services.ts';
import { somePeople } from '../testing/people.ts';

const webDist = mkdtempSync(join(tmpdir(), 'tyovayla-pages-'));
writeFileSync(join(webDist, 'index.html'), '<!doctype html><title>Työväylä</title>');

const open = (options: Partial<InMemoryOptions> = {}): Promise<AskedPortal> => openAskedPortal({ webDist, ...options });

let portal: AskedPortal;
let cookie: string;

beforeAll(async () => {
  portal = await open();
  cookie = await signInTo(portal);
});

afterAll(async () => {
  await portal.close();
  rmSync(webDist, { recursive: true });
});

const own = (): Record<string, string> => ({ origin: portal.origin, 'x-tyovayla-portal': '1' });

const get = (path: string) => portal.ask(path, { headers: { cookie } });
const post = (path: string, payload: unknown, headers: Record<string, string> = {}) =>
  portal.ask(path, {
    method: 'POST',
    payload,
    headers: { cookie, ...own(), 'idempotency-key': randomUUID(), ...headers },
  });

const registration = {
  identityCode: '010190-999W',
  givenNames: 'Helmi',
  familyName: 'Hiekkala',
  municipalityCode: '240',
  serviceLanguage: 'FI',
  citizenships: ['FI'],
  statusCode: '02',
};

describe('Signing in', () => {
  it('gives the browser a session that its scripts cannot read', async () => {
    const away = await portal.ask('/auth/sign-in');
    const home = await portal.ask(backFrom(away), { headers: { cookie: cookieOf(away) } });
    const session = home.cookies.find((text) => text.startsWith('tyovayla_session='));
    expect(session).toContain('HttpOnly');
    expect(session).toContain('SameSite=Lax');
    expect(session).not.toContain('staff-0001');
  });

  it('fails where the answer does not belong to this browser’s attempt', async () => {
    const home = await portal.ask('/auth/callback?code=kemi-specialist&state=guessed');
    expect(home.headers.get('location')).toBe('/?signIn=failed');
  });

  it('tells the page who is signed in, and that nobody is', async () => {
    expect((await get('/api/me')).json).toMatchObject({ signedIn: true, staffId: 'staff-0001', municipality: '240' });
    expect((await portal.ask('/api/me')).json).toMatchObject({ signedIn: false, today: '2026-11-24' });
  });

  it('ends with signing out', async () => {
    const out = await portal.ask('/auth/sign-out', { method: 'POST', payload: {}, headers: { cookie, ...own() } });
    expect(out.cookies.join()).toContain('tyovayla_session=;');
  });
});

describe('Every endpoint', () => {
  it.each(endpoints.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
    'refuses somebody who has not signed in: %s %s',
    async (method, path) => {
      const url = path.replace(':clientId', randomUUID()).replace(':name', 'working-day');
      const answer = await portal.ask(url, { method, headers: own(), ...(method === 'POST' ? { payload: {} } : {}) });
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject({ reason: 'SIGN_IN_REQUIRED' });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it.each(endpoints.filter(({ method }) => method === 'POST').map(({ path }) => path))(
    'refuses another site’s page: POST %s',
    async (path) => {
      const url = path.replace(':clientId', randomUUID()).replace(':name', 'working-day');
      const answer = await post(url, {}, { origin: 'https://elsewhere.example' });
      expect(answer.json).toMatchObject({ status: 403, reason: 'FOREIGN_ORIGIN' });
    },
  );

  it('is described by the OpenAPI document', async () => {
    const { paths } = (await portal.ask('/api/openapi.json')).json;
    for (const { method, path } of endpoints)
      expect(paths[path.replace(/:(\w+)/g, '{$1}')]).toHaveProperty(method.toLowerCase());
  });
});

describe('Registering a job seeker', () => {
  it('names every field that is wrong, all at once', async () => {
    const answer = await post('/api/clients', {
      identityCode: '010190-999K',
      contact: { email: 'x', phone: '040', postalCode: '9' },
      nickname: 'Hellu',
    });
    const { status, violations } = answer.json;
    expect(status).toBe(400);
    const codes = Object.fromEntries(violations.map((one: { field: string; code: string }) => [one.field, one.code]));
    expect(codes).toMatchObject({
      identityCode: 'IDENTITY_CODE_CHECK_CHARACTER',
      givenNames: 'required',
      familyName: 'required',
      municipalityCode: 'required',
      serviceLanguage: 'required',
      citizenships: 'required',
      statusCode: 'required',
      'contact.email': 'format.email',
      'contact.phone': 'format.regex',
      'contact.postalCode': 'format.regex',
      nickname: 'unknown_field',
    });
    expect(answer.body).not.toContain('010190');
  });

  it('needs an id for the submission, so that sending it again changes nothing', async () => {
    const without = await post('/api/clients', registration, { 'idempotency-key': 'once' });
    expect(without.json).toMatchObject({ status: 400, violations: [{ field: 'Idempotency-Key' }] });
    const key = { 'idempotency-key': randomUUID() };
    const first = await post('/api/clients', registration, key);
    const again = await post('/api/clients', registration, key);
    expect(first.status).toBe(200);
    expect(again.json).toEqual(first.json);
  });

  it('passes on the service’s reason and facts', async () => {
    const answer = await post('/api/clients', registration);
    expect(answer.json).toMatchObject({
      status: 409,
      reason: 'JOB_SEARCH_ALREADY_RUNNING',
      domain: 'clients',
      metadata: { runningSince: '2026-11-24' },
    });
  });
});

describe('Clients', () => {
  it('are found by identity code in the body of a request', async () => {
    const [person] = somePeople();
    const answer = await post('/api/clients/find', { identityCode: person?.identityCode });
    const { clientId, familyName } = person ?? {};
    expect(answer.json).toMatchObject({ clientId, needRequired: false, client: { clientId, familyName } });
  });

  it('are found as an id alone where the caller does not serve them, and not shown before a need is stated', async () => {
    const person = somePeople().find(({ clientId }) => clientId === unservedClientId);
    const answer = await post('/api/clients/find', { identityCode: person?.identityCode });
    expect(answer.json).toEqual({ clientId: unservedClientId, needRequired: true });
    expect((await get(`/api/clients/${unservedClientId}`)).json).toMatchObject({
      status: 403,
      reason: 'NEED_NOT_STATED',
      domain: 'clients',
    });
  });

  it('are listed page by page', async () => {
    const first = (await get('/api/clients?pageSize=5')).json;
    const second = (await get(`/api/clients?pageSize=5&pageToken=${first.nextPageToken}`)).json;
    expect(first.clients).toHaveLength(5);
    expect(second.clients[0].clientId).not.toBe(first.clients[0].clientId);
  });

  it('who do not exist give the same answer as those who may not be seen', async () => {
    const answer = await get(`/api/clients/${randomUUID()}`);
    expect(answer.json).toMatchObject({ status: 404, reason: 'CLIENT_NOT_FOUND', violations: [], metadata: {} });
  });

  it('can be shown without the initial interview when guidance is away', async () => {
    const lonely = await open({ guidanceDown: true });
    const [person] = somePeople();
    const path = `/api/clients/${person?.clientId}/initial-interview`;
    const answer = await lonely.ask(path, { headers: { cookie: await signInTo(lonely) } });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ state: 'UNAVAILABLE' });
    await lonely.close();
  });

  it('under a protection order are recorded and lifted with an id of the submission', async () => {
    const [, person] = somePeople();
    const url = `/api/clients/${person?.clientId}/protection-order`;
    const order = { validFromDate: '2026-11-24', handlerId: 'staff-0004' };
    expect((await post(url, order)).json).toEqual({ version: 5 });
    expect((await get(`/api/clients/${person?.clientId}`)).json.protectionOrder).toEqual(order);
    expect((await post(`${url}/lift`, {})).json).toEqual({ version: 6 });
  });
});

describe('The situation picture', () => {
  it('is asked for a day, or for months, and not for both or neither', async () => {
    expect((await get('/api/situation-picture?day=2026-11-24')).json.countingDays).toBe(1);
    expect((await get('/api/situation-picture?from=2026-01&to=2026-06')).json.countingDays).toBe(6);
    for (const query of ['', '?from=2026-01', '?day=2026-11-24&from=2026-01&to=2026-02', '?day=yesterday'])
      expect((await get(`/api/situation-picture${query}`)).status).toBe(400);
  });
});

describe('Rules', () => {
  it('are listed with the service that answers for them, and asked by name', async () => {
    const { rules, incomplete } = (await get('/api/rules')).json;
    expect(incomplete).toBe(false);
    expect(rules.map(({ name, service }: Record<string, string>) => `${service}: ${name}`)).toEqual([
      'statistics: statistical-class',
      'statistics: working-day',
    ]);
    const answer = await post('/api/rules/working-day', { input: { from: '2026-12-23', days: 1 } });
    expect(answer.json).toMatchObject({ rule: 'working-day', outcome: { date: '2026-12-28' } });
    expect((await post('/api/rules/no-such-rule', { input: {} })).status).toBe(404);
  });
});

describe('Anything else that browsers send', () => {
  it('gets the security headers, whatever the answer', async () => {
    for (const path of ['/', '/api/nothing', '/assets/nothing.js', '/health/live']) {
      const { headers } = await portal.ask(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.has('strict-transport-security')).toBe(false);
    }
  });

  it('gets the page for its own addresses and a plain "not found" for the others', async () => {
    expect((await portal.ask('/clients/whatever')).body).toContain('<title>Työväylä');
    expect((await portal.ask('/api/nothing')).json).toMatchObject({ status: 404, reason: 'NOT_FOUND' });
    expect((await portal.ask('/assets/nothing.js')).status).toBe(404);
  });

  it('is refused without a fault where it is malformed or too large', async () => {
    expect((await post('/api/clients', '{')).status).toBe(400);
    expect((await post('/api/clients', '{"__proto__":{}}')).status).toBe(400);
    expect((await post('/api/clients', JSON.stringify('x'.repeat(200_000)))).status).toBe(413);
    expect((await post('/api/clients', 'null')).status).toBe(400);
    expect((await get('/api/clients/%00')).status).toBe(400);
    expect((await get('/api/clients?pageSize=1000000')).status).toBe(400);
  });
});
