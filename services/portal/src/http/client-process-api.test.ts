import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AskedPortal, openAskedPortal, signInTo } from '../testing/asked-portal.ts';
import { unservedClientId } from '../testing/in-memory-file.ts';
import { newClientId, somePeople } from '../testing/people.ts';

const webDist = mkdtempSync(join(tmpdir(), 'tyovayla-process-'));
writeFileSync(join(webDist, 'index.html'), '<!doctype html><title>Työväylä</title>');

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

const of = (path: string, clientId = newClientId(1)): string => `/api/clients/${clientId}/${path}`;
const get = async (path: string) => (await portal.ask(path, { headers: { cookie } })).json;
const post = async (path: string, payload: unknown, key = randomUUID()) => {
  const own = { origin: portal.origin, 'x-tyovayla-portal': '1', 'idempotency-key': key };
  return (await portal.ask(path, { method: 'POST', payload, headers: { cookie, ...own } })).json;
};
const fields = (problem: { violations: { field: string }[] }): string[] => problem.violations.map(({ field }) => field);

const booking = {
  date: '2026-11-27',
  startTime: '10:00',
  channel: 'OFFICE',
  officeCode: 'kemi-pointti',
  bookedBy: 'AUTHORITY',
};

describe('A client’s meetings', () => {
  it('are booked once, however often the form is sent', async () => {
    const key = randomUUID();
    const clientId = newClientId(2);
    const [due] = (await get(of('meetings', clientId))).meetings;
    const body = { meetingId: due.meetingId, kind: due.kind, booking };
    const first = await post(of('meetings/book', clientId), body, key);
    expect(await post(of('meetings/book', clientId), body, key)).toEqual(first);
    const [booked] = (await get(of('meetings', clientId))).meetings;
    expect(booked).toMatchObject({ status: 'BOOKED', booking: { date: '2026-11-27', minutes: 45 } });
  });

  it('are not booked with a time that is none; every field that is wrong is named', async () => {
    const wrong = { kind: 'INTERVIEW', booking: { ...booking, startTime: '25:00', channel: 'VISIT' } };
    expect(fields(await post(of('meetings/book'), wrong))).toEqual(['kind', 'booking.startTime', 'booking.channel']);
  });

  it('tell why a time cannot be had, with the office’s hours', async () => {
    const late = { kind: 'CONTACT', booking: { ...booking, startTime: '18:00' } };
    expect(await post(of('meetings/book'), late)).toMatchObject({
      status: 409,
      reason: 'MEETING_OUTSIDE_OPENING_HOURS',
      metadata: { hours: '09:00–15:00' },
    });
  });
});

describe('A client’s unemployment benefit', () => {
  const benefit = { kind: 'GENERAL_SUPPORT', fromDate: '2026-11-02', toldBy: 'PAYER' };

  it('is recorded once, however often the form is sent, and tells how many meetings follow', async () => {
    const [clientId, key] = [newClientId(6), randomUUID()];
    const recorded = await post(of('benefits', clientId), benefit, key);
    expect(recorded).toMatchObject({ meetingsPlanned: 3, meetingsCancelled: 0 });
    expect(await post(of('benefits', clientId), benefit, key)).toEqual(recorded);
    expect(await get(of('benefits', clientId))).toMatchObject({
      benefits: [benefit],
      benefitToday: 'GENERAL_SUPPORT',
      generalSupportFromDate: '2026-11-02',
    });
  });

  it('is not recorded by a code that is none; every field that is wrong is named', async () => {
    const wrong = { kind: 'PENSION', fromDate: '2.11.2026', toldBy: 'NEIGHBOUR' };
    expect(fields(await post(of('benefits'), wrong))).toEqual(['kind', 'fromDate', 'toldBy']);
  });
});

describe('An expert’s hours for a client', () => {
  const order = { kind: 'PSYCHOLOGIST', provider: 'NEIGHBOUR', neighbourArea: 'rovaniemi', orderedMinutes: 90 };
  const result = { doneDate: '2026-11-24', deliveredMinutes: 60, resultText: 'Can work with pauses.' };

  it('are ordered once, however often the form is sent, and stand in the list', async () => {
    const clientId = newClientId(4);
    const key = randomUUID();
    const { expertOrderId } = await post(of('expert-orders', clientId), order, key);
    expect(await post(of('expert-orders', clientId), order, key)).toEqual({ expertOrderId });
    const { orders } = await get(of('expert-orders', clientId));
    expect(orders).toEqual([expect.objectContaining({ ...order, expertOrderId, orderedBy: 'staff-0001' })]);
  });

  it('get their result once, with no more time than was ordered', async () => {
    const clientId = newClientId(5);
    const { expertOrderId } = await post(of('expert-orders', clientId), order);
    const path = of(`expert-orders/${expertOrderId}/result`, clientId);
    const tooLong = await post(path, { ...result, deliveredMinutes: 91 });
    expect(tooLong).toMatchObject({ status: 409, reason: 'EXPERT_MINUTES_EXCEEDED' });
    expect(await post(path, { ...result, expectedVersion: 1 })).toEqual({ version: 2 });
    expect(await post(path, result)).toMatchObject({ status: 409, reason: 'EXPERT_RESULT_RECORDED_ALREADY' });
    expect((await get(of('expert-orders', clientId))).orders[0].result).toEqual(result);
  });

  it('are ordered in quarters of an hour, of an area with a name', async () => {
    const wrong = { ...order, orderedMinutes: 100, neighbourArea: 'area 51' };
    expect(fields(await post(of('expert-orders'), wrong))).toEqual(['neighbourArea', 'orderedMinutes']);
    const { provider: _, ...nobodys } = order;
    expect(fields(await post(of('expert-orders'), nobodys))).toEqual(['provider']);
  });
});

describe('A client’s plan', () => {
  const draft = { goal: 'EDUCATION', language: 'fi', tasks: [], followUpDate: '2027-01-15' };

  it('is not overwritten by somebody who has seen an older version', async () => {
    const clientId = newClientId(3);
    const [plan] = (await get(of('plans', clientId))).plans;
    const path = of(`plans/${plan.planId}/revise`, clientId);
    expect(await post(path, { expectedVersion: plan.version, draft })).toEqual(expect.objectContaining({ version: 3 }));
    expect(await post(path, { expectedVersion: plan.version, draft })).toMatchObject({
      status: 409,
      reason: 'PLAN_CHANGED_MEANWHILE',
      metadata: { version: '3' },
    });
  });

  it('is checked down to its tasks', async () => {
    const tasks = [
      { taskCode: '063', dueDate: '2026-12-01' },
      { taskCode: '63', dueDate: 'soon' },
    ];
    const answer = await post(of('plans'), { kindCode: '01', draft: { ...draft, tasks } });
    expect(fields(answer)).toEqual(['draft.tasks.1.taskCode', 'draft.tasks.1.dueDate']);
  });
});

describe('A neglect', () => {
  it('is recorded from a candidate, or with its kind and day', async () => {
    expect(fields(await post(of('neglects'), {}))).toEqual(['kind', 'occurredDate']);
    const { candidates } = await get(of('neglect-candidates'));
    expect(await post(of('neglects'), { candidateId: candidates[0].candidateId })).toMatchObject({ version: 1 });
  });

  it('is not judged before the client was heard', async () => {
    const [neglect] = (await get(of('neglects'))).neglects;
    const path = of(`neglects/${neglect.neglectId}/assess`);
    expect(await post(path, { ground: 'WITHIN_CONTROL' })).toMatchObject({ reason: 'HEARING_NOT_COMPLETED' });
  });
});

describe('A statement', () => {
  const frame = { groundCode: 'JOB_SEARCH_REGISTERED', recipientCode: 'KELA', language: 'FI' };
  const valid = { period: { fromDate: '2026-11-24' }, fullTimeWorkSought: true };

  it('says one thing: nothing and two things are refused', async () => {
    for (const content of [{}, { jobSearchValid: valid, notUnemployedStudent: { fromDate: '2026-11-24' } }])
      expect(fields(await post(of('statements'), { ...frame, content }))).toEqual(['content']);
  });

  it('stands in the list with its delivery', async () => {
    await post(of('statements'), { ...frame, content: { jobSearchValid: valid } });
    const [statement] = (await get(of('statements'))).statements;
    expect(statement).toMatchObject({ kind: 'JOB_SEARCH_VALID', delivery: { state: 'SENT' } });
  });
});

describe('A client whom somebody else serves', () => {
  it('says so, and shows nothing of the process', async () => {
    expect(await get(of('assignment', unservedClientId))).toEqual({ clientId: unservedClientId, needFirst: true });
    for (const part of ['meetings', 'service-need', 'expert-orders', 'plans', 'obligation', 'neglects', 'statements'])
      expect(await get(of(part, unservedClientId))).toMatchObject({ status: 403, reason: 'NEED_NOT_STATED' });
  });
});

describe('A client under a protection order', () => {
  it('is shown to the handler only with a reason, which must be one of the list', async () => {
    const clientId = newClientId(4);
    await post(`/api/clients/${clientId}/protection-order`, { validFromDate: '2026-11-24', handlerId: 'staff-0004' });
    const handler = await signInTo(portal, 'protected-handler');
    const ask = async (query: string) =>
      (await portal.ask(`/api/clients/${clientId}${query}`, { headers: { cookie: handler } })).json;
    expect(await ask('')).toMatchObject({ status: 400, reason: 'ACCESS_REASON_REQUIRED' });
    expect(await ask('?accessReason=CURIOSITY')).toMatchObject({ status: 400, reason: 'INVALID' });
    expect(await ask('?accessReason=CLIENT_SERVICE')).toMatchObject({ clientId });
  });

  it.each([
    'assignment',
    'initial-interview',
    'meetings',
    'service-need',
    'plans',
    'obligation',
    'neglects',
    'neglect-candidates',
    'statements',
  ])('has a process that is shown to the handler only with a reason: %s', async (part) => {
    const clientId = newClientId(4);
    await post(`/api/clients/${clientId}/protection-order`, { validFromDate: '2026-11-24', handlerId: 'staff-0004' });
    const handler = await signInTo(portal, 'protected-handler');
    const ask = async (why: string) =>
      (await portal.ask(of(part, clientId) + why, { headers: { cookie: handler } })).json;
    expect(await ask('')).toMatchObject({ status: 400, reason: 'ACCESS_REASON_REQUIRED' });
    expect(await ask('?accessReason=CURIOSITY')).toMatchObject({ status: 400, reason: 'INVALID' });
    expect(await ask('?accessReason=STATEMENT')).not.toHaveProperty('reason');
  });

  it('has a multi-sector case of which the handler is told only with a reason', async () => {
    const clientId = newClientId(4);
    await post(`/api/clients/${clientId}/protection-order`, { validFromDate: '2026-11-24', handlerId: 'staff-0004' });
    const handler = await signInTo(portal, 'protected-handler');
    const ask = async (why: string) =>
      (await portal.ask(of('multi-sector', clientId) + why, { headers: { cookie: handler } })).json;
    expect(await ask('')).toMatchObject({ status: 400, reason: 'ACCESS_REASON_REQUIRED' });
    expect(await ask('?accessReason=STATEMENT')).toMatchObject({ status: 404 });
  });

  it('is found by identity code only with a reason, too', async () => {
    const found = somePeople()[3];
    const handler = await signInTo(portal, 'protected-handler');
    const find = async (why: object) => {
      const headers = { cookie: handler, origin: portal.origin, 'x-tyovayla-portal': '1' };
      const payload = { identityCode: found?.identityCode, ...why };
      return (await portal.ask('/api/clients/find', { method: 'POST', payload, headers })).json;
    };
    expect(await find({})).toMatchObject({ status: 400, reason: 'ACCESS_REASON_REQUIRED' });
    expect(await find({ accessReason: 'CLIENT_CONTACT' })).toMatchObject({ clientId: found?.clientId });
  });
});
