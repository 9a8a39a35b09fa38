import { randomUUID } from 'node:crypto';
import type {
  RegisterJobSeekerRequest,
  RegisterJobSeekerResponse,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { Platform } from '@tyovayla/testing/platform';
import { type Bird, mistyped } from './canary-birds.ts';
import type { Visitor } from './portal-visit.ts';
import { type Answer, type Call, programOn } from './service-calls.ts';

/** Whom the traffic is about: known, later protected, protected from the start, never registered. */
export type Birds = {
  readonly known: Bird;
  readonly later: Bird;
  readonly hidden: Bird;
  readonly unknown: Bird;
  readonly twice: Bird;
};

export type Traffic = {
  readonly birds: Birds;
  /** Where the hidden one lives. */
  readonly secretMunicipality: string;
  /** Hears what came of each request. */
  readonly count: (outcome: string) => void;
};

type Send = (call: Call) => Promise<Answer>;

const order = { validFromDate: '2026-01-01', validToDate: '', handlerId: 'staff-0004' };

/** Registers people, one again under the same id with other content, and one twice at the same time. */
const registerPeople = async (send: Send, { birds, secretMunicipality }: Traffic): Promise<readonly string[]> => {
  const register = (request: object) => send({ method: 'RegisterJobSeeker', request });
  const hidden = { ...birds.hidden.person, municipalityCode: secretMunicipality, protectionOrder: order };
  const ids: string[] = [];
  for (const person of [birds.known.person, birds.later.person, hidden]) {
    const { message } = await register(person);
    ids.push((message as RegisterJobSeekerResponse).clientId);
  }
  await register({ ...birds.known.person, givenNames: birds.twice.person.givenNames });
  await Promise.all([1, 2].map(() => register({ ...birds.twice.person, requestId: randomUUID() })));
  return ids;
};

/** Registrations with everything in the wrong place. */
const registerWrongly = async (send: Send, { person }: Bird): Promise<void> => {
  const { identityCode, givenNames, familyName, contact } = person;
  const record = { statusSpells: [], labourMarketSubsidyDays: 1 };
  const mistakes: object[] = [
    { identityCode: mistyped(identityCode), givenNames: familyName.repeat(20) },
    { requestId: identityCode, municipalityCode: identityCode },
    { contact: { ...contact, email: identityCode, phone: familyName } },
    { contact: { ...contact, postalCode: identityCode, city: familyName.repeat(50) } },
    { statusCode: familyName, citizenships: [familyName] },
    { familyName: `${familyName}\u0000`, givenNames: `${givenNames}'; DROP TABLE client; --` },
    { protectionOrder: { ...order, validFromDate: identityCode, handlerId: familyName } },
    { nationalRecord: { ...record, jobSearchStartedDate: identityCode, subsidy300ReachedDate: familyName } },
  ];
  for (const mistake of mistakes) await send({ method: 'RegisterJobSeeker', request: { ...person, ...mistake } });
};

/** What is looked up and asked with a token: what exists, what does not, and what is none. */
const lookUp = async (send: Send, { birds }: Traffic, ids: readonly string[]): Promise<void> => {
  const { identityCode, familyName } = birds.unknown.person;
  const people = [birds.unknown, birds.known, birds.hidden].map(({ person }) => person);
  for (const code of [mistyped(identityCode), ...people.map((person) => person.identityCode)])
    await send({ method: 'FindClientByIdentityCode', request: { identityCode: code } });
  const list = { municipalityCode: '', statusCode: '', pageSize: 0, clientIds: [] };
  for (const { familyName: namePrefix } of people)
    for (const pageToken of ['', namePrefix])
      await send({ method: 'ListClients', request: { ...list, namePrefix, pageToken } });
  for (const clientId of [...ids, identityCode]) {
    await send({ method: 'GetClient', request: { clientId } });
    await send({ method: 'ListClientAccesses', request: { clientId, pageSize: 0, pageToken: familyName } });
  }
  const rule = { rule: 'identity-code', inputJson: JSON.stringify({ code: identityCode }) };
  for (const question of [
    { ...rule, parameters: {} },
    { ...rule, parameters: { [familyName]: identityCode } },
    { rule: familyName, inputJson: identityCode, parameters: {} },
  ])
    await send({ method: 'ExplainRule', request: { question } });
};

/** Everything that a caller may put into headers, a token and a path. */
const sendOddHeaders = async (send: Send, { birds }: Traffic, clientId: string): Promise<void> => {
  const { identityCode, familyName } = birds.unknown.person;
  const call = { method: 'GetClient', request: { clientId } };
  for (const text of [identityCode, familyName, `${familyName}@${familyName}`])
    await send({ ...call, headers: { traceparent: text, 'tyovayla-correlation-id': text } });
  await send({ ...call, headers: { 'x-note': familyName, tracestate: `a=${identityCode}`, baggage: familyName } });
  await send({ ...call, token: identityCode });
};

/** Goes through the services' own ports as programs and as three members of staff. */
export const goThroughServices = async (platform: Platform, traffic: Traffic): Promise<void> => {
  const population = programOn(platform, 'population', 'clients');
  const portal = programOn(platform, 'portal', 'clients');
  const guidance = programOn(platform, 'portal', 'guidance');
  const counted = async (answering: Promise<Answer>): Promise<Answer> => {
    const answer = await answering;
    traffic.count(answer.code);
    return answer;
  };
  const alone: Send = (call) => counted(population.call(call));
  const ids = await registerPeople(alone, traffic);
  await registerWrongly(alone, traffic.birds.unknown);
  const [first = '', second = ''] = ids;
  for (const staff of ['kemi-specialist', 'protected-handler', 'board-member']) {
    const token = await platform.token(staff, 'clients', 'portal');
    const inTheirName: Send = (call) => counted(portal.call({ token, ...call }));
    await lookUp(inTheirName, traffic, ids);
    await sendOddHeaders(inTheirName, traffic, first);
    const changed = { requestId: randomUUID(), clientId: second };
    await inTheirName({
      method: 'EndJobSearch',
      request: { ...changed, reason: 2, endedDate: '2026-11-24', expectedVersion: 0 },
    });
    const protect = { requestId: randomUUID(), clientId: second, protectionOrder: order };
    await inTheirName({ method: 'RecordProtectionOrder', request: protect });
  }
  const { familyName, identityCode } = traffic.birds.unknown.person;
  await portal.callPath(`/tyovayla.clients.v1.ClientsService/${familyName}`);
  await counted(guidance.call({ method: 'GetInitialInterview', request: { clientId: identityCode } }));
  for (const line of [population, portal, guidance]) line.close();
};

const asPortalSends = ({
  requestId: _id,
  nationalRecord: _none,
  protectionOrder: _no,
  ...rest
}: RegisterJobSeekerRequest) => ({
  ...rest,
  serviceLanguage: 'FI',
});

const wrongForms = (form: ReturnType<typeof asPortalSends>): readonly object[] => {
  const { identityCode, familyName, contact } = form;
  return [
    { ...form, identityCode: mistyped(identityCode) },
    { ...form, [familyName]: identityCode },
    { ...form, contact: { ...contact, email: familyName, phone: identityCode } },
    { ...form, municipalityCode: familyName, statusCode: identityCode },
    { ...form, protectionOrder: { validFromDate: familyName, handlerId: identityCode } },
  ];
};

/** Goes through the portal as somebody who is signed in there. */
export const goThroughPortal = async (visitor: Visitor, known: Bird, { birds, count }: Traffic): Promise<void> => {
  const { person } = birds.unknown;
  const { identityCode, familyName } = person;
  const form = asPortalSends(person);
  const registered = await visitor.post('/api/clients', asPortalSends(known.person));
  count(String(registered.status));
  const { clientId = '' } = JSON.parse(registered.body) as { clientId?: string };
  for (const body of [asPortalSends(known.person), ...wrongForms(form)])
    count(String((await visitor.post('/api/clients', body)).status));
  const body = JSON.stringify(form);
  const odd: Readonly<Record<string, string>>[] = [
    { 'content-type': familyName },
    { 'idempotency-key': identityCode },
    { origin: `http://${familyName}.example` },
    { cookie: `tyovayla_session=${identityCode}` },
  ];
  const sends = [{ body: body.slice(0, -9), headers: {} }, ...odd.map((headers) => ({ body, headers }))];
  for (const send of sends) count(String((await visitor.send('/api/clients', { method: 'POST', ...send })).status));
  for (const code of [identityCode, known.person.identityCode])
    count(String((await visitor.post('/api/clients/find', { identityCode: code })).status));
  await visitor.post(`/api/clients/${identityCode}/end-job-search`, { reason: familyName });
  for (const input of [{ code: identityCode }, { [identityCode]: familyName }])
    await visitor.post('/api/rules/identity-code', { input, parameters: { x: identityCode } });
  const headers = { referer: `http://x/${familyName}`, 'user-agent': identityCode, traceparent: familyName };
  for (const path of addressesWith(birds.unknown, known, clientId))
    count(String((await visitor.send(path, { headers })).status));
};

const addressesWith = ({ person }: Bird, known: Bird, clientId: string): readonly string[] => {
  const { identityCode, familyName } = person;
  return [
    `/api/clients?name=${familyName}`,
    `/api/clients?name=${known.person.familyName}&pageToken=${familyName}`,
    `/api/clients?${familyName}=${identityCode}`,
    `/api/clients/${identityCode}`,
    `/api/clients/${clientId}`,
    `/api/clients/${clientId}/accesses?pageToken=${identityCode}`,
    `/${familyName}/${identityCode}`,
    `/api/situation-picture?day=${identityCode}`,
    `/auth/callback?code=${identityCode}&state=${familyName}`,
    `/auth/sign-in?as=${familyName.toLowerCase()}&returnTo=/${identityCode}`,
  ];
};
