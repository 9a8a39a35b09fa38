import { randomUUID } from 'node:crypto';
import type {
  GetClientResponse,
  ListClientsResponse,
  RegisterJobSeekerResponse,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { ListClientAccessesResponse } from '@tyovayla/proto/tyovayla/guidance/v1/client_access';
import type { GetSituationPictureResponse } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import { eventually } from '@tyovayla/testing/eventually';
import { tokenMint } from '@tyovayla/testing/issue-token';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { buildPortalWeb } from '../../scripts/lib/portal-web.ts';
import { attempts, pages } from '../support/attempts-on-client.ts';
import { triedOnParts } from '../support/attempts-on-parts.ts';
import { triedOnRecord } from '../support/attempts-on-record.ts';
import { openAccess } from '../support/open-access.ts';
import { type Table, tableOf, withoutTotal } from '../support/picture.ts';
import { type Page, signInAtPortal, type Visitor } from '../support/portal-visit.ts';
import { aRegistration, artificialCode } from '../support/register-person.ts';
import { type Answer, type Call, type DataServiceName, programOn } from '../support/service-calls.ts';
import { askDatabase } from '../support/stored-facts.ts';

const today = '2026-11-24';
const handler = 'staff-0004';
/** ACCESS_REASON_CLIENT_SERVICE. */
const serving = 1;

/** Neighbours of the protected person: same municipality, same kind of name. */
const neighbours = [
  'Suojala',
  'Suojamäki',
  'Suojanen',
  'Tuulos',
  'Virta',
  'Ylitalo',
  'Ojala',
  'Niemi',
  'Mäki',
  'Laakso',
];
const saara = aRegistration({
  identityCode: artificialCode(500),
  givenNames: 'Saara',
  familyName: 'Suojalampi',
  protectionOrder: { validFromDate: '2026-01-01', validToDate: '', handlerId: handler },
});
const neighbourRegistrations = neighbours.map((familyName, index) =>
  aRegistration({ identityCode: artificialCode(index + 1), familyName }),
);

describe('a person whose municipality and address are under protection (turvakielto, act 661/2009 36 §)', () => {
  let platform: Platform;
  let lines: Readonly<Record<DataServiceName, ReturnType<typeof programOn>>>;
  let specialist: Visitor;
  /** A neighbour for each attempt, since some attempts change them. */
  let neighbourIds: string[];
  let saaraId: string;
  const otherHandler = { sub: 'staff-0099', roles: ['PROTECTED_CLIENT_HANDLER'] };

  /** What everybody without a right to Saara could see before she was registered, to compare with afterwards. */
  let before: { readonly lists: readonly unknown[]; readonly table: Table; readonly outside: readonly number[] };

  const as = async (staff: string, [service, call]: readonly [DataServiceName, Call]): Promise<Answer> =>
    lines[service].call({ ...call, token: await platform.token(staff, service, 'portal') });

  const asOtherHandler = async ([service, call]: readonly [DataServiceName, Call]): Promise<Answer> => {
    const mint = tokenMint(platform.stateDir, platform.issuer);
    const token = await mint({ staff: 'protected-handler', audience: service, claims: otherHandler });
    return lines[service].call({ ...call, token });
  };

  const register = async (request: object): Promise<string> => {
    const population = programOn(platform, 'population', 'clients');
    const answer = await population.call({ method: 'RegisterJobSeeker', request });
    population.close();
    if (answer.code !== 'OK') throw new Error(`not registered: ${answer.code} ${answer.details}`);
    return (answer.message as RegisterJobSeekerResponse).clientId;
  };

  const pictureFor = async (staff: string) => {
    const call = { method: 'GetSituationPicture', request: { period: { $case: 'dayDate', value: today } } } as const;
    const { message } = await as(staff, ['statistics', call]);
    const { picture } = message as GetSituationPictureResponse;
    if (picture === undefined) throw new Error('no picture');
    return picture;
  };

  const untilCounted = (people: number) =>
    eventually(async () => tableOf(await pictureFor('service-manager')).allJobseekers?.total === people, {
      within: 20_000,
    });

  /** The last neighbour is kept for an order of their own. */
  const neighbourFor = (tried: object, name: string): string =>
    neighbourIds[Object.keys(tried).indexOf(name) % (neighbourIds.length - 1)] ?? '';

  /** Positions and times move on by themselves; everything else must stay. */
  const listsOf = async (): Promise<unknown[]> => {
    const empty = {
      namePrefix: '',
      municipalityCode: '',
      statusCode: '',
      pageSize: 0,
      pageToken: '',
      clientIds: [],
    };
    const filters = [
      {},
      { namePrefix: 'Suoja' },
      { namePrefix: 'saara' },
      { namePrefix: 'Suojalampi' },
      { municipalityCode: '240' },
      { statusCode: '02', pageSize: 4 },
      { municipalityCode: '240', statusCode: '02', namePrefix: 'S', pageSize: 1 },
    ];
    const calls: (readonly [DataServiceName, Call])[] = [
      ...filters.map((filter) => ['clients', { method: 'ListClients', request: { ...empty, ...filter } }] as const),
      ['clients', { method: 'FindClientByIdentityCode', request: { identityCode: saara.identityCode } }],
    ];
    const seen: unknown[] = [];
    for (const staff of ['kemi-specialist', 'service-manager'])
      for (const call of calls) seen.push(await as(staff, call));
    seen.push(await asOtherHandler(['clients', { method: 'ListClients', request: empty }]));
    for (const path of ['/api/clients', '/api/clients?name=Suoja', '/api/clients?municipality=240&pageSize=3']) {
      const { status, body } = await specialist.get(path);
      seen.push({ status, body });
    }
    const found = await specialist.post('/api/clients/find', { identityCode: saara.identityCode });
    return [...seen, { status: found.status, body: found.body }];
  };

  beforeAll(async () => {
    await buildPortalWeb();
    platform = await startPlatform({ services: ['clients', 'statistics', 'guidance', 'portal'], asOf: today });
    lines = {
      clients: programOn(platform, 'portal', 'clients'),
      statistics: programOn(platform, 'portal', 'statistics'),
      guidance: programOn(platform, 'portal', 'guidance'),
    };
    specialist = await signInAtPortal(platform.portalUrl, 'kemi-specialist');
    neighbourIds = [];
    for (const request of neighbourRegistrations) neighbourIds.push(await register(request));
    await untilCounted(neighbours.length);
    // So that what is tried on a neighbour gets further than to being asked for a need.
    for (const neighbourId of neighbourIds) await openAccess(platform, 'kemi-specialist', neighbourId);
    await openAccess(platform, 'protected-handler', neighbourIds.at(-1) ?? '');
    const outside = (await pictureFor('board-member')).rows.map(({ row }) => row);
    before = { lists: await listsOf(), table: tableOf(await pictureFor('service-manager')), outside };
    saaraId = await register(saara);
    await untilCounted(neighbours.length + 1);
    await eventually(async () => {
      const call = attempts['GetInitialInterview with a reason']?.(saaraId);
      return call !== undefined && (await as('protected-handler', call)).code === 'OK';
    });
  }, 180_000);

  afterAll(async () => {
    for (const line of Object.values(lines ?? {})) line.close();
    await platform.stop();
  });

  it('is seen with everything by the handler who was assigned', async () => {
    const answer = await as('protected-handler', [
      'clients',
      { method: 'GetClient', request: { clientId: saaraId, accessReason: serving } },
    ]);
    const unreasoned = await as('protected-handler', [
      'clients',
      { method: 'GetClient', request: { clientId: saaraId } },
    ]);
    expect([unreasoned.code, unreasoned.details]).toEqual(['INVALID_ARGUMENT', 'ACCESS_REASON_REQUIRED']);
    expect((answer.message as GetClientResponse).client).toMatchObject({
      familyName: 'Suojalampi',
      municipalityCode: '240',
      protectionOrder: { handlerId: handler },
    });
    const empty = { municipalityCode: '', statusCode: '', pageSize: 0, pageToken: '', clientIds: [] };
    const list = { ...empty, namePrefix: 'Suojalampi', accessReason: serving };
    const { message } = await as('protected-handler', ['clients', { method: 'ListClients', request: list }]);
    expect((message as ListClientsResponse).clients.map(({ clientId }) => clientId)).toEqual([saaraId]);
  });

  it('is seen in the client process by that handler, who says why, and whose reason is kept', async () => {
    const ask = (reason: object) =>
      as('protected-handler', ['guidance', { method: 'ListMeetings', request: { clientId: saaraId, ...reason } }]);
    const { code, details } = await ask({});
    expect([code, details]).toEqual(['INVALID_ARGUMENT', 'ACCESS_REASON_REQUIRED']);
    expect((await ask({ accessReason: serving })).code).toBe('OK');
    const page = { clientId: saaraId, pageSize: 100, pageToken: '', accessReason: serving };
    const { message } = await as('protected-handler', ['guidance', { method: 'ListClientAccesses', request: page }]);
    const { accesses } = message as ListClientAccessesResponse;
    expect(accesses.filter(({ action }) => action === 'ListMeetings')).toMatchObject([
      { actorId: handler, result: 'SHOWN', accessReason: 'CLIENT_SERVICE' },
    ]);
  });

  // Before anything is tried on the neighbour, so that only Saara makes a difference.
  it('changes no byte of what anyone without a right to them could look up before', async () => {
    expect(before.lists.length).toBeGreaterThan(15);
    expect(await listsOf()).toEqual(before.lists);
  });

  it('is counted in the area’s total alone, for those inside the authority', async () => {
    const table = tableOf(await pictureFor('service-manager'));
    expect(withoutTotal(table)).toEqual(withoutTotal(before.table));
    expect(table.allJobseekers?.total).toBe((before.table.allJobseekers?.total ?? 0) + 1);
    expect((await pictureFor('service-manager')).withheldInTotalOnly).toBe(true);
  });

  it('cannot be worked out by those outside the authority from the total and its parts', async () => {
    const picture = await pictureFor('board-member');
    expect(picture.rows.map(({ row }) => row)).toEqual(before.outside);
    const given = picture.rows.filter(({ cells }) => cells.every(({ suppressed }) => !suppressed));
    const differences = given.map(({ row, cells }) => {
      const total = cells.find(({ municipalityCode }) => municipalityCode === 'total')?.value ?? 0;
      const parts = cells.filter(({ municipalityCode }) => municipalityCode !== 'total');
      return [row, total - parts.reduce((sum, { value }) => sum + (value ?? 0), 0)];
    });
    expect(differences.filter(([, difference]) => difference !== 0)).toEqual([]);
    // The control: those inside see the difference that is hidden here.
    const inside = tableOf(await pictureFor('service-manager')).allJobseekers ?? {};
    const { total = 0, ...municipalities } = inside;
    expect(total - Object.values(municipalities).reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(1);
  });

  it.each(Object.keys(attempts))('is nobody to a case specialist who tries %s', async (name) => {
    const attempt = attempts[name];
    if (attempt === undefined) throw new Error(name);
    const onSaara = await as('kemi-specialist', attempt(saaraId));
    const onNobody = await as('kemi-specialist', attempt(randomUUID()));
    expect(onSaara).toEqual(onNobody);
    expect(onNobody.code).toBe(name.startsWith('ListClients ') ? 'INVALID_ARGUMENT' : 'NOT_FOUND');
    // The control: on a neighbour the same attempt gets another answer.
    expect(await as('kemi-specialist', attempt(neighbourFor(attempts, name)))).not.toEqual(onNobody);
  });

  it.each(Object.keys(attempts))('is nobody to a handler who was not assigned and tries %s', async (name) => {
    const attempt = attempts[name];
    if (attempt === undefined) throw new Error(name);
    expect(await asOtherHandler(attempt(saaraId))).toEqual(await asOtherHandler(attempt(randomUUID())));
  });

  it.each(Object.keys(pages))('is nobody on the portal to a case specialist who asks for %s', async (name) => {
    const visit = pages[name];
    if (visit === undefined) throw new Error(name);
    const seen = ({ status, headers: { date: _date, ...headers }, body }: Page) => ({ status, headers, body });
    const onSaara = seen(await visit(specialist, saaraId));
    const onNobody = seen(await visit(specialist, randomUUID()));
    expect(onSaara).toEqual(onNobody);
    // The control; the page is the same for everyone, and asks for the rest afterwards.
    const onNeighbour = seen(await visit(specialist, neighbourFor(pages, name)));
    if (name === 'the page itself') expect(onNobody.status).toBe(200);
    else expect(onNeighbour).not.toEqual(onNobody);
  });

  it('is found by their identity code no more than somebody who is not registered', async () => {
    const find = (identityCode: string): readonly [DataServiceName, Call] => [
      'clients',
      { method: 'FindClientByIdentityCode', request: { identityCode } },
    ];
    const onNobody = await as('kemi-specialist', find(artificialCode(700)));
    expect(await as('kemi-specialist', find(saara.identityCode))).toEqual(onNobody);
    expect(await asOtherHandler(find(saara.identityCode))).toEqual(onNobody);
    const [service, call] = find(saara.identityCode);
    const reasoned = { ...call, request: { ...call.request, accessReason: serving } };
    expect((await as('protected-handler', [service, reasoned])).code).toBe('OK');
  });

  it('leaves the municipality’s figures when an order is recorded later, and stays in the total', async () => {
    const neighbourId = neighbourIds.at(-1) ?? '';
    const municipalityBefore = tableOf(await pictureFor('service-manager')).allJobseekers;
    const protectionOrder = { validFromDate: today, validToDate: '', handlerId: handler };
    const request = { requestId: randomUUID(), clientId: neighbourId, protectionOrder };
    const recorded = await as('protected-handler', ['clients', { method: 'RecordProtectionOrder', request }]);
    expect(recorded.code).toBe('OK');
    await eventually(async () => {
      const now = tableOf(await pictureFor('service-manager')).allJobseekers;
      expect(now?.['240']).toBe((municipalityBefore?.['240'] ?? 0) - 1);
      expect(now?.total).toBe(municipalityBefore?.total);
      return true;
    });
    const call = attempts.GetClient;
    if (call === undefined) throw new Error('GetClient');
    expect(await as('kemi-specialist', call(neighbourId))).toEqual(await as('kemi-specialist', call(randomUUID())));
  });

  it('has each attempt in their access log, where the handler reads who it was', async () => {
    const rows = await askDatabase<{ action: string; results: string }>(
      platform.databases.clients?.migratorUrl ?? '',
      `SELECT action, string_agg(DISTINCT result, ',') AS results FROM audit_entry
       WHERE subject_id = '${saaraId}' AND actor_id = 'staff-0001' GROUP BY action ORDER BY action`,
    );
    const parts = rows.filter(({ action }) => triedOnParts.includes(action));
    expect(parts.map(({ action, results }) => `${action} ${results}`)).toEqual(
      triedOnParts.map((action) => `${action} REFUSED`),
    );
    const onRecord = rows.filter(({ action }) => triedOnRecord.includes(action));
    expect(onRecord.map(({ action, results }) => `${action} ${results}`)).toEqual(
      triedOnRecord.map((action) => `${action} REFUSED`),
    );
    const others = rows.filter(({ action }) => ![...triedOnParts, ...triedOnRecord].includes(action));
    expect(others.map(({ action, results }) => `${action} ${results}`)).toEqual([
      'EndJobSearch REFUSED',
      'GetClient REFUSED',
      'ListClientAccesses REFUSED',
      'RecordEmploymentStatus REFUSED',
      'RecordSubsidyDays REFUSED',
    ]);
    const request = { clientId: saaraId, pageSize: 100, pageToken: '', accessReason: serving };
    const { message } = await as('protected-handler', ['clients', { method: 'ListClientAccesses', request }]);
    expect(JSON.stringify(message)).toContain('"actorId":"staff-0001","actorRole":"CASE_SPECIALIST"');
  });
});
