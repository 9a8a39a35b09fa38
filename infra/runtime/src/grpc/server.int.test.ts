import { randomUUID } from 'node:crypto';
import { RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { sampleDefinition, sampleDescriptors } from '../testing/sample-service.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { CallError } from './call-error.ts';
import { serveGrpc } from './server.ts';

const aClientId = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const aProtectedId = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c';
const anUnknownId = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5d';

let world: TestServer;

beforeAll(async () => {
  world = await startTestServer({ maxDeadlineMs: 700 });
  await world.world.transactions.transact({ actorId: 'test', program: 'test', roles: [] }, (tx) =>
    tx.write([
      world.sample.table.insert(aClientId, { clientId: aClientId, version: 1, days: 10 }),
      world.sample.table.insert(aProtectedId, {
        clientId: aProtectedId,
        version: 1,
        days: 10,
        handlerId: 'staff-0004',
      }),
    ]),
  );
});

afterAll(() => world.stop());

const errorOf = async (call: Promise<unknown>): Promise<CallError> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof CallError) return error;
    throw error;
  }
  throw new Error('the call was answered');
};

const days = (count: number, clientId = aClientId) => ({
  requestId: randomUUID(),
  clientId,
  days: count,
  countedOnDate: '2026-03-01',
});

describe('methods are closed by default', () => {
  const start = (methods: object) =>
    serveGrpc({
      listen: '127.0.0.1:0',
      tls: world.authority.tls('clients'),
      area: 'meri-lappi',
      definition: sampleDefinition,
      methods: methods as typeof world.sample.methods,
      descriptors: sampleDescriptors(),
      tokenVerifier: { verify: () => Promise.reject(new Error('unused')), stop: () => {} },
      ports: world.world.ports,
    });

  it('does not start where a method has no binding', async () => {
    const { getClient: _left, ...others } = world.sample.methods;
    await expect(start(others)).rejects.toThrow('GetClient has no binding');
  });

  it('does not start where a binding has no access declaration', async () => {
    const { access: _left, ...open } = world.sample.methods.getClient;
    await expect(start({ ...world.sample.methods, getClient: open })).rejects.toThrow(
      'no binding with an access declaration',
    );
  });

  it('does not start with a binding that the contract does not know, or under another name', async () => {
    const { methods } = world.sample;
    await expect(start({ ...methods, deleteClient: methods.getClient })).rejects.toThrow('deleteClient is bound');
    await expect(start({ ...methods, getClient: methods.recordSubsidyDays })).rejects.toThrow(
      'bound to RecordSubsidyDays',
    );
    await expect(start({ ...methods, getClient: methods.watchSituationPicture })).rejects.toThrow('wrong kind');
  });
});

describe('what a caller is told', () => {
  it('names all violations at once, those of the contract and those of the input, without any value', async () => {
    const token = await world.issuer.sign();
    const request = RegisterJobSeekerRequest.fromPartial({
      requestId: 'not-a-uuid',
      identityCode: '010190-900!',
      givenNames: 'Aino\0',
      familyName: '',
      municipalityCode: 'Kemi',
      serviceLanguage: 1,
      citizenships: ['FI', 'suomi'],
      contact: { email: 'not an address' },
      statusCode: '99',
    });
    const error = await errorOf(world.clientOf('portal').registerJobSeeker(request, { token }));
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT', reason: 'INVALID_REQUEST', message: 'INVALID_REQUEST' });
    const found = error.violations.map(({ field, code }) => `${field} ${code}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'request_id string.uuid',
        'given_names string.nul',
        'family_name string.min_len',
        'municipality_code string.pattern',
        'citizenships[1] string.pattern',
        'contact.email string.email',
        'status_code string.pattern',
        'identity_code IDENTITY_CODE_CHECK_CHARACTER',
      ]),
    );
    expect(JSON.stringify(error.violations)).not.toMatch(/Aino|suomi|Kemi|010190|not an address/);
  });

  it('cannot tell a protected client from one who does not exist', async () => {
    const token = await world.issuer.sign();
    const portal = world.clientOf('portal');
    const seen = [];
    for (const clientId of [aProtectedId, anUnknownId]) {
      for (const call of [
        portal.getClient({ clientId }, { token }),
        portal.recordSubsidyDays(days(20, clientId), { token }),
      ]) {
        const { code, reason, metadata, violations, domain, message } = await errorOf(call);
        seen.push({ code, reason, metadata, violations, domain, message });
      }
    }
    expect(seen[0]).toMatchObject({ code: 'NOT_FOUND', reason: 'CLIENT_NOT_FOUND', metadata: {} });
    expect(new Set(seen.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const refusedEntries = world.world.audit().filter(({ result }) => result === 'REFUSED');
    expect(refusedEntries.map(({ subjectId }) => subjectId)).toEqual(
      expect.arrayContaining([aProtectedId, anUnknownId]),
    );
  });

  it('says why a change is refused, with facts that a program can act on', async () => {
    const token = await world.issuer.sign();
    const error = await errorOf(world.clientOf('portal').recordSubsidyDays(days(5), { token }));
    expect(error).toMatchObject({
      code: 'FAILED_PRECONDITION',
      reason: 'SUBSIDY_DAYS_DECREASED',
      metadata: { recordedDays: '10' },
    });
  });

  it('gives the same answer to a request sent twice, and refuses another one under its id', async () => {
    const token = await world.issuer.sign();
    const portal = world.clientOf('portal');
    const request = days(11);
    const first = await portal.recordSubsidyDays(request, { token });
    const again = await portal.recordSubsidyDays(request, { token });
    expect(again).toEqual(first);
    expect(world.world.events().filter(({ aggregateVersion }) => aggregateVersion === first.version)).toHaveLength(1);
    const other = await errorOf(portal.recordSubsidyDays({ ...request, days: 12 }, { token }));
    expect(other).toMatchObject({ code: 'FAILED_PRECONDITION', reason: 'REQUEST_ID_REUSED' });
  });

  it('tells a fault by its incident only', async () => {
    const token = await world.issuer.sign();
    world.sample.hooks.beforeDecision = () => {
      throw new Error('secret detail');
    };
    const error = await errorOf(world.clientOf('portal').getClient({ clientId: aClientId }, { token }));
    expect(error.code).toBe('INTERNAL');
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('secret');
    expect(error.metadata.incidentId).toMatch(/^[0-9a-f-]{36}$/);
    world.sample.hooks.beforeDecision = () => {};
  });

  it('tells a lost database as not available', async () => {
    const token = await world.issuer.sign();
    world.sample.hooks.beforeDecision = () => {
      throw Object.assign(new Error('terminating connection'), { code: '57P01' });
    };
    const error = await errorOf(
      world.clientOf('portal').recordSubsidyDays({ ...days(30), requestId: randomUUID() }, { token }),
    );
    expect(error).toMatchObject({ code: 'UNAVAILABLE', reason: 'DATABASE_UNAVAILABLE' });
    world.sample.hooks.beforeDecision = () => {};
  });

  it('shows nothing where the access log cannot be written', async () => {
    const token = await world.issuer.sign();
    world.world.breakAudit('broken');
    expect((await errorOf(world.clientOf('portal').getClient({ clientId: aClientId }, { token }))).code).toBe(
      'INTERNAL',
    );
    world.world.breakAudit('whole');
  });
});

describe('every call ends', () => {
  it('is ended by the server where the caller is patient, and saves nothing after that', async () => {
    const token = await world.issuer.sign();
    const before = world.world.events().length;
    let release = (): void => {};
    world.sample.hooks.beforeDecision = () =>
      new Promise<void>((resolve) => {
        release = resolve;
      });
    const startedAt = Date.now();
    const error = await errorOf(world.clientOf('portal').recordSubsidyDays(days(100), { token }));
    expect(error).toMatchObject({ code: 'DEADLINE_EXCEEDED', reason: 'DEADLINE_EXCEEDED', domain: 'clients' });
    expect(Date.now() - startedAt).toBeLessThan(1_500);
    world.sample.hooks.beforeDecision = () => {};
    release();
    await world.clientOf('population').getClient({ clientId: aClientId });
    expect(world.world.events()).toHaveLength(before);
  });

  it('ends at the caller’s own deadline', async () => {
    const token = await world.issuer.sign();
    let release = (): void => {};
    world.sample.hooks.beforeDecision = () =>
      new Promise<void>((resolve) => {
        release = resolve;
      });
    const startedAt = Date.now();
    const call = world
      .clientOf('portal')
      .getClient({ clientId: aClientId }, { token, deadline: new Date(Date.now() + 200) });
    expect((await errorOf(call)).code).toBe('DEADLINE_EXCEEDED');
    expect(Date.now() - startedAt).toBeLessThan(400);
    world.sample.hooks.beforeDecision = () => {};
    release();
  });

  it('ends a watch when the caller leaves it', async () => {
    const token = await world.issuer.sign();
    const seen = [];
    for await (const { picture } of world.clientOf('portal').watchSituationPicture({ dayDate: '' }, { token })) {
      seen.push(picture?.dayDate);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(['2026-03-02', '2026-03-03']);
    expect(world.world.audit().filter(({ action }) => action === 'WatchSituationPicture')).toHaveLength(1);
  });
});
