import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromJson, toBinary } from '@bufbuild/protobuf';
import { demoStaff } from '@tyovayla/local/demo-staff';
import type { RegisterJobSeekerResponse } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { seededRandom } from '@tyovayla/testing/seeded-random';
import { accessTable } from '../support/access-table.ts';
import { goodTeamRequests } from '../support/attempts-on-assignment.ts';
import { attempts } from '../support/attempts-on-client.ts';
import { goodRecordRequests } from '../support/attempts-on-record.ts';
import { readRegistry } from '../support/descriptors.ts';
import { exampleOf } from '../support/example-message.ts';
import { frame, hostileFrames, openHttp2, sendRaw } from '../support/hostile-frames.ts';
import { type HostileVisit, hostileAddresses, hostileVisits, sendOddLines } from '../support/hostile-visits.ts';
import { signInAtPortal, type Visitor } from '../support/portal-visit.ts';
import { aRegistration, artificialCode } from '../support/register-person.ts';
import { type DataServiceName, methodNamesOf, methodOf, programOn, serviceNames } from '../support/service-calls.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 20_261_124);
const framesPerMethod = 30;
const visits = 2_000;
const atATime = 24;

/** UNKNOWN, INTERNAL, UNAVAILABLE, and no status at all. */
const faulty = ['2', '13', '14', 'none'];
const registry = readRegistry();

/** Somebody who may call the method: a member of staff through the portal, or a program on its own behalf. */
const callerOf = (service: DataServiceName, method: string): { readonly login?: string; readonly program: string } => {
  const { roles, alone } = accessTable[service][method] ?? { roles: [], alone: [] };
  const member = demoStaff.find(({ role }) => roles.includes(role));
  return member === undefined ? { program: alone[0] ?? 'portal' } : { login: member.login, program: 'portal' };
};

/** A request with something in every field. */
const exampleRequest = (service: DataServiceName, method: string, clientId: string): Buffer => {
  const [, typeName = '', name = ''] = methodOf(service, method).path.split('/');
  const message = registry.getService(typeName)?.methods.find((one) => one.name === name)?.input;
  if (message === undefined) throw new Error(`no contract of ${method}`);
  const json = exampleOf(message, (field) => {
    if (field === 'client_id') return clientId;
    if (field.endsWith('_id')) return randomUUID();
    return field.endsWith('_date') ? '2026-11-24' : 'example';
  });
  return Buffer.from(toBinary(message, fromJson(message, json, { registry })));
};

/** Runs so many at a time, in order. */
const inTurn = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next]; item !== undefined; item = items[next]) {
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
};

const megabytesOf = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

describe('input that nobody sends in good faith', () => {
  let platform: Platform;
  /** Whom the bad requests are about, and somebody else whom nothing happens to. */
  let clientId: string;
  let neighbourId: string;
  let pidsBefore: readonly (number | undefined)[];
  let visitor: Visitor;
  const everyProgram = [...serviceNames, 'portal'];

  const pids = (): (number | undefined)[] => everyProgram.map((name) => platform.pid(name));

  /** A good request for each method, from which the bad ones are made. */
  const goodRequests = (): Readonly<Record<string, object>> => {
    const onClient = { requestId: randomUUID(), clientId, expectedVersion: 0 };
    const months = { fromMonth: '2026-01', toMonth: '2026-03' };
    const question = { rule: 'working-day', inputJson: '{"from":"2026-12-04","days":3}', parameters: {} };
    const order = { validFromDate: '2026-01-01', validToDate: '2027-01-01', handlerId: 'staff-0004' };
    const spells = [{ statusCode: '02', fromDate: '2026-01-01', toDate: '' }];
    const record = {
      jobSearchStartedDate: '2026-01-01',
      statusSpells: spells,
      labourMarketSubsidyDays: 3,
      subsidy300ReachedDate: '',
    };
    return {
      RegisterJobSeeker: aRegistration({
        identityCode: artificialCode(77),
        nationalRecord: record,
        protectionOrder: order,
      }),
      RecordEmploymentStatus: { ...onClient, statusCode: '01', fromDate: '2026-11-24' },
      RecordSubsidyDays: { ...onClient, days: 12, countedOnDate: '2026-11-01' },
      EndJobSearch: { ...onClient, reason: 2, endedDate: '2026-11-24' },
      RecordProtectionOrder: { ...onClient, protectionOrder: order },
      LiftProtectionOrder: onClient,
      FindClientByIdentityCode: { identityCode: artificialCode(77) },
      GetClient: { clientId },
      ListClients: {
        namePrefix: 'Ai',
        municipalityCode: '240',
        statusCode: '02',
        pageSize: 5,
        pageToken: clientId,
        clientIds: [],
      },
      ListClientAccesses: { clientId, pageSize: 5, pageToken: '' },
      ReplayEvents: { replay: { aggregateId: clientId, fromVersion: 1 } },
      DescribeRules: {},
      ExplainRule: { question },
      GetSituationPicture: { period: { $case: 'months', value: months } },
      WatchSituationPicture: { dayDate: '2026-11-24' },
      GetRowSeries: { row: 1, months },
      GetStatedPicture: {},
      RebuildProjection: { requestId: randomUUID() },
      GetInitialInterview: { clientId },
      ...goodTeamRequests(),
      ...goodRecordRequests(clientId),
    };
  };

  const goodFor = (service: DataServiceName, method: string): Buffer => {
    const request = goodRequests()[method] ?? attempts[method]?.(clientId)[1].request;
    return request === undefined
      ? exampleRequest(service, method, clientId)
      : methodOf(service, method).requestSerialize(request);
  };

  /** What the services themselves say that went wrong. */
  const faultLines = (): string[] =>
    everyProgram.flatMap((name) =>
      readFileSync(join(platform.stateDir, 'logs', `${name}.log`), 'utf8')
        .split('\n')
        .filter((line) => /"msg":"(call|request) failed"/.test(line)),
    );

  const isServed = async (): Promise<void> => {
    for (const service of serviceNames) {
      const line = programOn(platform, 'portal', service);
      const token = await platform.token('kemi-specialist', service, 'portal');
      expect(await line.call({ method: 'DescribeRules', token })).toMatchObject({ code: 'OK' });
      line.close();
    }
    expect((await visitor.get(`/api/clients/${neighbourId}`)).status).toBe(200);
  };

  /** Sends bad frames to every method of every service; gives the statuses and what must not be. */
  const sendFrames = async (random: () => number, perMethod: number) => {
    const codes = new Map<string, number>();
    const faults: string[] = [];
    for (const service of serviceNames) {
      const sessions = new Map<string, ReturnType<typeof openHttp2>>();
      const sessionOf = (program: string) => {
        const session = sessions.get(program) ?? openHttp2(platform, program, platform.addresses[service]);
        sessions.set(program, session);
        return session;
      };
      for (const method of methodNamesOf(service)) {
        const { login, program } = callerOf(service, method);
        const token = login === undefined ? undefined : await platform.token(login, service);
        const { path } = methodOf(service, method);
        // Each under a request id of its own: the same id again would only wait for the first.
        const goods = Array.from({ length: perMethod }, () => goodFor(service, method));
        await inTurn(hostileFrames([...goods, Buffer.alloc(0)], perMethod, random), async ({ what, body }) => {
          const code = await sendRaw(sessionOf(program), { path, token, body });
          codes.set(code, (codes.get(code) ?? 0) + 1);
          if (faulty.includes(code)) faults.push(`${service} ${method} ${what}: ${code}`);
        });
      }
      for (const session of sessions.values()) session.close();
    }
    return { codes, faults };
  };

  /** Sends bad requests to the portal; gives the statuses and what must not be. */
  const sendVisits = async (random: () => number, count: number) => {
    const { requestId: _id, nationalRecord: _none, protectionOrder: _nobody, ...registration } = aRegistration();
    const endpoints = {
      '/api/clients': { ...registration, serviceLanguage: 'FI' },
      '/api/clients/find': { identityCode: artificialCode(77) },
      [`/api/clients/${clientId}/employment-status`]: { statusCode: '01', fromDate: '2026-11-24', expectedVersion: 0 },
      [`/api/clients/${clientId}/end-job-search`]: { reason: 'OTHER', endedDate: '2020-01-01', expectedVersion: 1 },
      [`/api/clients/${clientId}/protection-order`]: { validFromDate: '2026-01-01', handlerId: 'staff-0004' },
      '/api/rules/working-day': { input: { from: '2026-12-04', days: 3 }, parameters: {} },
    };
    const pages = ['/api/clients', `/api/clients/${clientId}`, '/api/rules', '/auth', '', '/assets'];
    const paths = [...pages, '/api/situation-picture', '/api/situation-picture/series'];
    const hostile: HostileVisit[] = [
      ...hostileVisits(endpoints, count, random),
      ...hostileAddresses(paths, Math.ceil(count / 6), random),
    ];
    const statuses = new Map<number, number>();
    const faults: string[] = [];
    await inTurn(hostile, async ({ what, path, ...visit }) => {
      try {
        const { status } = await visitor.send(path === '' ? '/' : path, visit);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500) faults.push(`${what} ${visit.method ?? 'GET'} ${path.slice(0, 100)}: ${status}`);
      } catch (error) {
        // The portal may hang up on a body that it will not read.
        const { code } = error as { code?: string };
        if (code !== 'EPIPE' && code !== 'ECONNRESET') faults.push(`${what} ${path.slice(0, 100)}: ${String(error)}`);
      }
    });
    return { statuses, faults, sent: hostile.length };
  };

  beforeAll(async () => {
    platform = await startPlatform({ services: ['clients', 'statistics', 'guidance', 'portal'], asOf: '2026-11-24' });
    const population = programOn(platform, 'population', 'clients');
    const register = async (request: object): Promise<string> => {
      const { message } = await population.call({ method: 'RegisterJobSeeker', request });
      return (message as RegisterJobSeekerResponse).clientId;
    };
    clientId = await register(aRegistration());
    neighbourId = await register(aRegistration({ identityCode: artificialCode(2) }));
    population.close();
    visitor = await signInAtPortal(platform.portalUrl, 'kemi-specialist');
    await isServed();
    pidsBefore = pids();
  }, 120_000);

  afterAll(() => platform.stop());

  it('in more than 2 000 gRPC frames, over every method, is never a fault of ours', async () => {
    const { codes, faults } = await sendFrames(seededRandom(seed), framesPerMethod);
    expect([faults, faultLines()]).toEqual([[], []]);
    expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2_000);
    // Most of it was understood to be wrong: neither turned away at the door nor lost.
    expect(codes.get('3')).toBeGreaterThan(1_000);
    // A frame that is well-formed after all may be about a client whom the caller doesn't serve.
    expect(codes.get('16')).toBeUndefined();
    expect(codes.get('7') ?? 0).toBeLessThan(200);
  }, 90_000);

  it('means something, since the good message in the same frame is taken', async () => {
    for (const [service, method] of [
      ['clients', 'GetClient'],
      ['statistics', 'GetRowSeries'],
      ['guidance', 'GetInitialInterview'],
    ] as const) {
      const session = openHttp2(platform, 'portal', platform.addresses[service]);
      const token = await platform.token('kemi-specialist', service);
      const call = { path: methodOf(service, method).path, token };
      expect(await sendRaw(session, { ...call, body: frame(goodFor(service, method)) })).toMatch(/^[05]$/);
      expect(await sendRaw(session, { ...call, body: frame(Buffer.from([0xff])) })).toBe('3');
      session.close();
    }
  });

  it('cannot show one message to the rules of the contract and another to the method', async () => {
    const session = openHttp2(platform, 'portal', platform.addresses.clients);
    const call = {
      path: methodOf('clients', 'GetClient').path,
      token: await platform.token('kemi-specialist', 'clients'),
    };
    // Field 1 as a text (mark 0x0a) that is no id, then again under the mark of a number (0x08), with a good id in it.
    const text = (mark: number, value: string) => Buffer.from([mark, value.length, ...Buffer.from(value)]);
    const twoFaced = Buffer.concat([text(0x0a, 'x'), text(0x08, clientId)]);
    expect(await sendRaw(session, { ...call, body: frame(twoFaced) })).toMatch(/^[03]$/);
    expect(await sendRaw(session, { ...call, body: frame(text(0x0a, 'x')) })).toBe('3');
    session.close();
  });

  it('in 2 000 JSON bodies and addresses at the portal is never a fault of ours', async () => {
    const { statuses, faults, sent } = await sendVisits(seededRandom(seed + 1), visits);
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(2_000);
    expect(statuses.get(400)).toBeGreaterThan(800);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  }, 90_000);

  it('in lines that are hardly HTTP is answered with a refusal, or not at all', async () => {
    const answers = await sendOddLines(Number(new URL(platform.portalUrl).port));
    expect(answers.filter((line) => / 5\d\d /.test(line))).toEqual([]);
    expect(answers.filter((line) => / 4\d\d /.test(line)).length).toBeGreaterThan(5);
  });

  it('leaves every service alive, the same process as before, and serving', async () => {
    expect(pids()).toEqual(pidsBefore);
    expect(faultLines()).toEqual([]);
    await isServed();
  });

  it('does not fill their memory: a second round takes hardly more than the first', async () => {
    const afterOneRound = pids().map(megabytesOf);
    await sendFrames(seededRandom(seed + 2), framesPerMethod / 2);
    await sendVisits(seededRandom(seed + 3), visits / 2);
    const grown = everyProgram.map((name, index) => {
      const megabytes = Math.round(megabytesOf(platform.pid(name)) - (afterOneRound[index] ?? 0));
      return `${name} ${megabytes > 100 ? `${megabytes} MB` : 'little'}`;
    });
    expect(grown).toEqual(everyProgram.map((name) => `${name} little`));
    expect(pids()).toEqual(pidsBefore);
  }, 90_000);
});
