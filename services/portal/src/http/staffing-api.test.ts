import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AskedPortal, openAskedPortal, signInTo } from '../testing/asked-portal.ts';
import { somePeople } from '../testing/people.ts';

const webDist = mkdtempSync(join(tmpdir(), 'tyovayla-pages-'));

let portal: AskedPortal;
let cookie: string;

beforeAll(async () => {
  portal = await openAskedPortal({ webDist });
  cookie = await signInTo(portal);
});

afterAll(async () => {
  await portal.close();
  rmSync(webDist, { recursive: true });
});

const get = (path: string) => portal.ask(path, { headers: { cookie } });
const post = (path: string, payload: unknown, key: string = randomUUID()) =>
  portal.ask(path, {
    method: 'POST',
    payload,
    headers: { cookie, origin: portal.origin, 'x-tyovayla-portal': '1', 'idempotency-key': key },
  });

const [aino, eero] = somePeople().map(({ clientId }) => clientId);

describe('The day', () => {
  it('is what is overdue, due today and due this week, the longest overdue first', async () => {
    const { json } = await get('/api/my-day');
    expect(json.todayDate).toBe('2026-11-24');
    expect(json.tasks[0]).toMatchObject({ kind: 'MEETING_DUE', dueDate: '2026-11-15' });
    expect(json.substitutedStaffIds).toEqual(['staff-0102']);
  });

  it('is narrowed down by kind and municipality, while the counts stay of all kinds', async () => {
    const { json } = await get('/api/my-day?kind=MEETING_BOOKED');
    expect(new Set(json.tasks.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['MEETING_BOOKED']));
    expect(json.counts.length).toBeGreaterThan(1);
    const kemi = (await get('/api/my-day?municipality=240')).json;
    expect(kemi.tasks.every((task: { municipalityCode?: string }) => task.municipalityCode === '240')).toBe(true);
  });

  it('comes page by page', async () => {
    const first = (await get('/api/my-day?pageSize=4')).json;
    const second = (await get(`/api/my-day?pageSize=4&pageToken=${first.nextPageToken}`)).json;
    expect(first.tasks).toHaveLength(4);
    expect(second.tasks[0].dueDate >= first.tasks[3].dueDate).toBe(true);
  });

  it('takes no kind and no municipality that does not exist', async () => {
    expect((await get('/api/my-day?kind=COFFEE')).json.violations[0]).toMatchObject({ field: 'kind' });
    expect((await get('/api/my-day?municipality=Kemi')).status).toBe(400);
  });
});

describe('Names to a list of clients', () => {
  it('are those of the clients asked for who may be seen', async () => {
    const { json } = await post('/api/clients/names', { clientIds: [aino, aino, randomUUID()] });
    expect(json).toEqual({ names: { [aino ?? '']: 'Alatalo, Aino Maria' } });
  });

  it('are asked for of so many at once and no more', async () => {
    const clientIds = Array.from({ length: 101 }, () => randomUUID());
    expect((await post('/api/clients/names', { clientIds })).status).toBe(400);
  });

  it('leave a mark in the access log', async () => {
    await post('/api/clients/names', { clientIds: [eero] });
    const { json } = await get(`/api/clients/${eero}/accesses`);
    expect(json.accesses[0]).toMatchObject({ action: 'GetClient', result: 'SHOWN' });
  });
});

describe('A stated need', () => {
  it('names every field that is wrong, all at once', async () => {
    const { json } = await post(`/api/clients/${aino}/needs`, { text: 'x', hours: 400 });
    expect(json.violations.map(({ field }: { field: string }) => field).sort()).toEqual(['hours', 'reason', 'text']);
  });

  it('opens the client’s data for the hours asked, once however often it is sent', async () => {
    const body = { reason: 'CLIENT_CONTACT', text: 'Asiakas soitti neuvontaan', hours: 2 };
    const key = randomUUID();
    const first = await post(`/api/clients/${aino}/needs`, body, key);
    const again = await post(`/api/clients/${aino}/needs`, body, key);
    expect(first.json).toMatchObject({ untilTime: '2026-11-24T11:15:00.000Z' });
    expect(again.json).toEqual(first.json);
    const { json } = await get('/api/needs');
    expect(json.needs).toHaveLength(1);
    expect(json.needs[0]).toMatchObject({ clientId: aino, reason: 'CLIENT_CONTACT', open: true });
  });
});

describe('A substitution', () => {
  const body = {
    absentStaffId: 'staff-0101',
    substituteStaffId: 'staff-0102',
    fromDate: '2026-11-25',
    toDate: '2026-11-27',
  };

  it('is set, listed and ended at the version seen', async () => {
    const { substitutionId, version } = (await post('/api/substitutions', body)).json.substitution;
    expect((await get('/api/substitutions')).json.substitutions).toHaveLength(1);
    const stale = await post(`/api/substitutions/${substitutionId}/end`, { expectedVersion: version + 1 });
    expect(stale.json).toMatchObject({ status: 409, reason: 'SUBSTITUTION_CHANGED_MEANWHILE' });
    expect((await post(`/api/substitutions/${substitutionId}/end`, { expectedVersion: version })).status).toBe(200);
    expect((await get('/api/substitutions')).json.substitutions).toEqual([]);
  });

  it('needs both people and both days', async () => {
    const { json } = await post('/api/substitutions', {});
    expect(json.violations.map(({ field }: { field: string }) => field).sort()).toEqual(Object.keys(body).sort());
  });
});

describe('The load', () => {
  it('is told for all teams or one, with the most and the warning level', async () => {
    const all = (await get('/api/team-load')).json;
    expect(all).toMatchObject({ most: 120, warningFrom: 108 });
    expect(all.teams).toHaveLength(2);
    expect((await get('/api/team-load?team=multi-sector')).json.teams).toHaveLength(1);
    const named = (await get('/api/teams')).json.teams.map(({ teamId }: { teamId: string }) => teamId);
    expect(all.teams.map(({ teamId }: { teamId: string }) => teamId)).toEqual(named);
  });
});

describe('Staff', () => {
  it('are told by name with the teams; who has no name there is shown by id', async () => {
    const { staffNames } = (await get('/api/teams')).json;
    expect(staffNames['staff-0001']).toBe('Kerttu Kemiläinen');
    expect(staffNames['staff-0102']).toBeUndefined();
  });
});

describe('An undelivered statement', () => {
  it('is off the pile once it is sent again', async () => {
    const [first] = (await get('/api/undelivered-statements')).json.statements;
    const path = `/api/clients/${first.clientId}/statements/${first.statementId}/resend`;
    expect((await post(path, {})).json).toEqual({});
    const left = (await get('/api/undelivered-statements')).json.statements;
    expect(left.map(({ statementId }: { statementId: string }) => statementId)).not.toContain(first.statementId);
    expect((await post(path, {})).json).toMatchObject({ status: 404, reason: 'STATEMENT_NOT_FOUND' });
  });
});
