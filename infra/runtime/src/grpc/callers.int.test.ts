import { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { eventually } from '@tyovayla/testing/eventually';
import { programName } from '../identity/peer.ts';
import { sampleDefinition } from '../testing/sample-service.ts';
import { openTestAuthority, startTestServer, type TestServer } from '../testing/test-server.ts';
import { CallError } from './call-error.ts';
import { grpcClient } from './client.ts';
import { tlsFromMaterial } from './tls.ts';

const aClientId = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

let world: TestServer;

beforeAll(async () => {
  world = await startTestServer();
  await world.world.transactions.transact({ actorId: 'test', program: 'test', roles: [] }, (tx) =>
    tx.write([world.sample.table.insert(aClientId, { clientId: aClientId, version: 1, days: 10 })]),
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

describe('who may connect', () => {
  it('refuses a connection without a certificate', async () => {
    const { ca } = world.authority.material(world.authority.ca.identity('portal'));
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect({ port: world.server.port, host: '127.0.0.1', ca, ALPNProtocols: ['h2'] });
      socket.on('error', () => resolve('refused'));
      socket.on('close', () => resolve('refused'));
      socket.on('data', () => resolve('served'));
      socket.on('secureConnect', () => socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'));
    });
    expect(outcome).toBe('refused');
  });

  it('writes down that somebody without a certificate was refused, once for all who come together', async () => {
    const knocks = (): number => world.world.audit().filter(({ action }) => action === 'Connect').length;
    await eventually(() => knocks() > 0);
    expect(world.world.audit().find(({ action }) => action === 'Connect')).toMatchObject({
      program: 'unknown',
      result: 'REFUSED',
      reason: 'CERTIFICATE_REFUSED',
    });
    const socket = connect({ port: world.server.port, host: '127.0.0.1', rejectUnauthorized: false });
    await new Promise((resolve) => socket.on('error', resolve).on('close', resolve));
    expect(knocks()).toBe(1);
  });

  it('refuses TLS below 1.2', async () => {
    const { ca, cert, key } = world.authority.material(world.authority.ca.identity('portal'));
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect({ port: world.server.port, host: '127.0.0.1', ca, cert, key, ...old });
      socket.on('error', () => resolve('refused'));
      socket.on('secureConnect', () => resolve('accepted'));
    });
    expect(outcome).toBe('refused');
  });

  it('refuses a program whose certificate another authority has signed', async () => {
    const other = await openTestAuthority();
    const { cert, key } = other.material(other.ca.identity('portal'));
    const { ca } = world.authority.material(world.authority.ca.identity('portal'));
    const client = world.clientWith(tlsFromMaterial({ cert, key, ca }), { deadlineMs: 400 });
    expect(['UNAVAILABLE', 'DEADLINE_EXCEEDED']).toContain(
      (await errorOf(client.getClient({ clientId: aClientId }))).code,
    );
    other.remove();
  });

  it.each([
    ['of another area', 'portal.rovaniemi.tyovayla', 30],
    ['that is no program of ours', 'example.test', 30],
    ['with a name inside a name', 'portal.meri-lappi.tyovayla.example.test', 30],
  ])('refuses a certificate %s', async (_what, name, validDays) => {
    const identity = await world.authority.ca.issue({ file: 'stranger', name, days: validDays });
    const client = world.clientWith(tlsFromMaterial(world.authority.material(identity)));
    expect(await errorOf(client.getClient({ clientId: aClientId }))).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'PROGRAM_UNKNOWN',
    });
  });

  it('refuses a certificate whose time is over', async () => {
    const identity = await world.authority.ca.issue({ file: 'old', name: 'portal.meri-lappi.tyovayla', days: -1 });
    const client = world.clientWith(tlsFromMaterial(world.authority.material(identity)), { deadlineMs: 400 });
    expect(['UNAVAILABLE', 'DEADLINE_EXCEEDED']).toContain(
      (await errorOf(client.getClient({ clientId: aClientId }))).code,
    );
  });

  it('serves a member of staff through the portal, and a listed program alone', async () => {
    const token = await world.issuer.sign();
    await expect(world.clientOf('portal').getClient({ clientId: aClientId }, { token })).resolves.toBeDefined();
    await expect(world.clientOf('population').getClient({ clientId: aClientId })).resolves.toBeDefined();
  });

  it.each([
    ['portal', 'without a token', {}, 'UNAUTHENTICATED', 'TOKEN_REQUIRED'],
    ['guidance', 'that is not listed', {}, 'PERMISSION_DENIED', 'PROGRAM_NOT_ALLOWED'],
    ['portal', 'with a token for another service', { aud: 'statistics' }, 'UNAUTHENTICATED', 'TOKEN_REFUSED'],
    ['portal', 'for a role that is not listed', { roles: ['STATISTICIAN'] }, 'PERMISSION_DENIED', 'ROLE_NOT_ALLOWED'],
    [
      'guidance',
      'on behalf of staff, not listed',
      { roles: ['CASE_SPECIALIST'] },
      'PERMISSION_DENIED',
      'PROGRAM_NOT_ALLOWED',
    ],
  ])('refuses %s %s', async (program, _what, claims, code, reason) => {
    const token = Object.keys(claims).length > 0 ? await world.issuer.sign(claims) : undefined;
    const error = await errorOf(world.clientOf(program).getClient({ clientId: aClientId }, { token }));
    expect(error).toMatchObject({ code, reason, domain: 'clients' });
  });

  it('writes down who asked with a token for another service, and through which program', async () => {
    const token = await world.issuer.sign({ aud: 'statistics' });
    const before = world.world.audit().length;
    await errorOf(world.clientOf('portal').getClient({ clientId: aClientId }, { token }));
    expect(world.world.audit().slice(before)).toMatchObject([
      { action: 'GetClient', actorId: 'portal', program: 'portal', result: 'REFUSED', reason: 'TOKEN_REFUSED' },
    ]);
  });

  it('answers a method that the contract does not have as missing, and writes down who asked for it', async () => {
    const path = '/tyovayla.clients.v1.ClientsService/DeleteEverything';
    const missing = { getClient: { ...sampleDefinition.getClient, path } };
    const tls = world.authority.tls('portal');
    const serverName = programName('clients', 'meri-lappi');
    const client = grpcClient({ service: missing }, world.address, { tls, serverName });
    const before = world.world.audit().length;
    const token = await world.issuer.sign();
    expect(await errorOf(client.getClient({ clientId: aClientId }, { token }))).toMatchObject({
      code: 'UNIMPLEMENTED',
    });
    client.close();
    expect(world.world.audit().slice(before)).toMatchObject([
      { action: 'UndeclaredMethod', actorKind: 'STAFF', program: 'portal', result: 'REFUSED' },
    ]);
  });

  it('accepts a token that is bound to the presenter, and refuses it from another program', async () => {
    const { cert } = world.authority.material(world.authority.ca.identity('portal'));
    const thumbprint = Buffer.from(new X509Certificate(cert).fingerprint256.replaceAll(':', ''), 'hex').toString(
      'base64url',
    );
    const token = await world.issuer.sign({ cnf: { 'x5t#S256': thumbprint } });
    await expect(world.clientOf('portal').getClient({ clientId: aClientId }, { token })).resolves.toBeDefined();
    const error = await errorOf(world.clientOf('population').getClient({ clientId: aClientId }, { token }));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_REFUSED' });
  });
});
