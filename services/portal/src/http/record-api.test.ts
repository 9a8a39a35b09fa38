import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AskedPortal, openAskedPortal, signInTo } from '../testing/asked-portal.ts';
import { newClientId } from '../testing/people.ts';

const webDist = mkdtempSync(join(tmpdir(), 'tyovayla-pages-'));
const clientId = newClientId(1);
const client = `/api/clients/${clientId}`;

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
const post = (path: string, payload: unknown) =>
  portal.ask(path, {
    method: 'POST',
    payload,
    headers: { cookie, origin: portal.origin, 'x-tyovayla-portal': '1', 'idempotency-key': randomUUID() },
  });
const fieldsOf = ({ json }: { readonly json: { readonly violations: readonly { readonly field: string }[] } }) =>
  json.violations.map(({ field }) => field);

describe('A client’s record', () => {
  it('keeps the profile, and notices that somebody else has changed it', async () => {
    const profile = { occupationsSought: ['5120'], languages: [{ language: 'fi', level: 'C2' }] };
    expect((await post(`${client}/profile`, { profile })).json).toEqual({ profileVersion: 1 });
    const stale = await post(`${client}/profile`, { profile, expectedVersion: 7 });
    expect([stale.status, stale.json.reason]).toEqual([409, 'PROFILE_CHANGED_MEANWHILE']);
    expect((await get(`${client}/profile`)).json.profile).toMatchObject({ occupationsSought: ['5120'] });
  });

  it('names every field of a profile that cannot be kept', async () => {
    const profile = { occupationsSought: ['5120', 'cook'], languages: [{ language: 'fi', level: '' }] };
    const answer = await post(`${client}/profile`, { profile });
    expect(answer.status).toBe(400);
    expect(fieldsOf(answer)).toEqual(['profile.occupationsSought.1', 'profile.languages.0.level']);
  });

  it('shows work ability for a stated purpose only', async () => {
    const without = await get(`${client}/work-ability`);
    expect([without.status, fieldsOf(without)]).toEqual([400, ['purpose']]);
    expect((await get(`${client}/work-ability?purpose=SERVICE_CHOICE`)).status).toBe(200);
  });

  it('has no word for a diagnosis', async () => {
    const workAbility = { limits: [], source: 'CLIENT', assessedDate: '2026-11-24', reviewDate: '2027-05-24' };
    const answer = await post(`${client}/work-ability`, {
      purpose: 'SERVICE_CHOICE',
      workAbility: { ...workAbility, diagnosis: 'F32' },
    });
    expect([answer.status, fieldsOf(answer)]).toEqual([400, ['workAbility.diagnosis']]);
    expect(answer.body).not.toContain('F32');
  });

  it('keeps a consent until it is withdrawn, once', async () => {
    const consent = {
      recipientKind: 'EMPLOYER',
      dataGroups: ['NAME'],
      purpose: 'CANDIDATE_INTRODUCTION',
      fromDate: '2026-11-24',
      toDate: '2026-12-31',
      channel: 'PHONE',
    };
    const { consentId } = (await post(`${client}/consents`, { consent })).json;
    expect((await post(`${client}/consents/${consentId}/withdraw`, {})).status).toBe(200);
    const again = await post(`${client}/consents/${consentId}/withdraw`, {});
    expect([again.status, again.json.reason]).toEqual([409, 'CONSENT_WITHDRAWN_ALREADY']);
  });

  it('takes a new identity code in the body alone, and checks it', async () => {
    const answer = await post(`${client}/identity-code`, { identityCode: '010190-999X', ground: 'WRITTEN_WRONGLY' });
    expect(answer.json.violations).toMatchObject([{ field: 'identityCode', code: 'IDENTITY_CODE_CHECK_CHARACTER' }]);
    expect(answer.body).not.toContain('010190-999X');
  });
});

describe('What a client may ask for', () => {
  it('is told from all services; a service that is away is named', async () => {
    const report = await get(`${client}/access-report?accessReason=DATA_SUBJECT_REQUEST`);
    expect([report.status, report.json.parts]).toEqual([200, { clients: 'SHOWN', guidance: 'SHOWN' }]);
    const without = await openAskedPortal({ webDist, guidanceDown: true });
    const headers = { cookie: await signInTo(without) };
    const { json } = await without.ask(`${client}/access-report`, { headers });
    await without.close();
    expect(json.parts).toEqual({ clients: 'SHOWN', guidance: 'UNAVAILABLE' });
  });

  it('is everything that is kept, with law and purpose', async () => {
    const { json } = await get(`${client}/extract`);
    expect(json.groups[0]).toMatchObject({
      purpose: 'IDENTIFY_CLIENT',
      legalBases: [{ act: '380/2023' }],
      records: [{ fields: [{ name: 'given_names', value: 'Aino Maria' }] }],
    });
    expect(json.groups.map(({ code }: { code: string }) => code)).toContain('PLAN');
    expect(json.parts).toEqual({ clients: 'SHOWN', guidance: 'SHOWN' });
  });

  it('of a client who may not be seen is answered as of one who does not exist', async () => {
    const nobody = `/api/clients/${newClientId(99)}`;
    for (const part of ['access-report', 'extract', 'profile'])
      expect((await get(`${nobody}/${part}`)).json.reason).toBe('CLIENT_NOT_FOUND');
  });
});

describe('Multi-sector support', () => {
  it('is not for a client whom consultation between the authorities helps', async () => {
    const refer = (consultation: string) =>
      post(`${client}/multi-sector/refer`, { grounds: ['WORK_ABILITY'], consultation });
    const enough = await refer('ENOUGH');
    expect([enough.status, enough.json.reason]).toEqual([409, 'MULTI_SECTOR_CONSULTATION_ENOUGH']);
    expect((await refer('NOT_ENOUGH')).status).toBe(200);
    expect((await get('/api/multi-sector/cases')).json.cases).toMatchObject([{ clientId, state: 'REFERRED' }]);
  });

  it('names every field of a plan that is missing, by its row', async () => {
    const tasks = [
      { owner: 'KELA', service: 'SOCIAL', description: 'Coaching', dueDate: '2027-01-15' },
      { owner: '', service: 'SOCIAL', description: ' ', dueDate: '2027-01-15' },
    ];
    const answer = await post(`${client}/multi-sector/plans`, { tasks });
    expect(fieldsOf(answer)).toEqual(['tasks.1.owner', 'tasks.1.description']);
  });

  it('has a management group with people of named parties', async () => {
    const none = await get('/api/management-group?countyArea=LAPHA-SOUTH-WEST');
    expect([none.status, none.json.reason]).toEqual([404, 'MANAGEMENT_GROUP_NOT_FOUND']);
    const formed = await post('/api/management-groups', {
      countyArea: 'LAPHA-SOUTH-WEST',
      negotiatedDate: '2026-11-24',
      members: [],
    });
    expect(fieldsOf(formed)).toEqual(['members']);
  });
});
