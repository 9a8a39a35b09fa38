import { randomUUID } from 'node:crypto';
import { Server, type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import { sampleDefinition } from '../testing/sample-service.ts';
import { openTestAuthority, type TestAuthority } from '../testing/test-server.ts';
import { CallError } from './call-error.ts';
import { grpcClient } from './client.ts';
import { serverCredentials } from './tls.ts';

const { getClient, recordSubsidyDays, registerJobSeeker } = sampleDefinition;
const definition = { getClient, recordSubsidyDays, registerJobSeeker };

type Answer = (call: ServerUnaryCall<unknown, unknown>, callback: sendUnaryData<unknown>) => void;

let authority: TestAuthority;

beforeAll(async () => {
  authority = await openTestAuthority();
});

afterAll(() => authority.remove());

/** A server that does what a test says, and counts the calls that reach it. */
const aServer = async (answer: Answer, port = 0) => {
  const counts = { calls: 0 };
  const counted: Answer = (call, callback) => {
    counts.calls += 1;
    answer(call, callback);
  };
  const server = new Server();
  server.addService(definition, { getClient: counted, recordSubsidyDays: counted, registerJobSeeker: counted });
  const bound = await new Promise<number>((resolve, reject) => {
    const done = (error: Error | null, given: number): void => (error ? reject(error) : resolve(given));
    server.bindAsync(`127.0.0.1:${port}`, serverCredentials(authority.tls('clients')), done);
  });
  return { port: bound, counts, stop: () => server.forceShutdown() };
};

const clientTo = (port: number, deadlineMs = 2_000) =>
  grpcClient({ service: definition }, `127.0.0.1:${port}`, {
    tls: authority.tls('portal'),
    deadlineMs,
    serverName: 'clients.meri-lappi.tyovayla',
  });

const unavailable: Answer = (_call, callback) => callback({ code: status.UNAVAILABLE, details: 'away' });
const days = { requestId: randomUUID(), clientId: randomUUID(), days: 1, countedOnDate: '2026-03-01' };

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'OK',
    (error: unknown) => (error instanceof CallError ? error.code : String(error)),
  );

describe('a call to another program', () => {
  it('is tried three times where the other is not there, if it only reads or bears a request id', async () => {
    const server = await aServer(unavailable);
    const client = clientTo(server.port);
    await expect(client.getClient({ clientId: 'x' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(server.counts.calls).toBe(3);
    client.close();
    const other = clientTo(server.port);
    await expect(other.recordSubsidyDays(days)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(server.counts.calls).toBe(6);
    await expect(other.recordSubsidyDays({ ...days, requestId: '' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(server.counts.calls).toBe(7);
    other.close();
    server.stop();
  });

  it.each([status.INTERNAL, status.ABORTED, status.RESOURCE_EXHAUSTED, status.NOT_FOUND])(
    'is tried once only where the answer is a no (%s)',
    async (code) => {
      const server = await aServer((_call, callback) => callback({ code, details: 'NO' }));
      const client = clientTo(server.port);
      await expect(client.getClient({ clientId: 'x' })).rejects.toMatchObject({ code: status[code] });
      expect(server.counts.calls).toBe(1);
      client.close();
      server.stop();
    },
  );

  it('is repeated within a tenth of all calls', async () => {
    let answered = 0;
    const server = await aServer((_call, callback) => {
      answered += 1;
      // Every other call fails, so that the circuit stays closed.
      if (answered % 2 === 0) callback(null, {});
      else callback({ code: status.UNAVAILABLE, details: 'away' });
    });
    const client = clientTo(server.port);
    const calls = 200;
    for (let index = 0; index < calls; index += 1) await codeOf(client.getClient({ clientId: 'x' }));
    expect(server.counts.calls / calls).toBeLessThanOrEqual(1.12);
    expect(server.counts.calls).toBeGreaterThan(calls);
    client.close();
    server.stop();
  });

  it('fails at once after many failures, and works again soon after the other is back', async () => {
    let away = true;
    const server = await aServer((call, callback) => (away ? unavailable(call, callback) : callback(null, {})));
    const client = clientTo(server.port);
    for (let index = 0; index < 8; index += 1) await codeOf(client.recordSubsidyDays({ ...days, requestId: '' }));
    const reached = server.counts.calls;
    await expect(client.getClient({ clientId: 'x' })).rejects.toMatchObject({ reason: 'CIRCUIT_OPEN' });
    expect(server.counts.calls).toBe(reached);
    away = false;
    const until = Date.now() + 10_000;
    let code = await codeOf(client.getClient({ clientId: 'x' }));
    while (code !== 'OK' && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      code = await codeOf(client.getClient({ clientId: 'x' }));
    }
    expect(code).toBe('OK');
    client.close();
    server.stop();
  });

  it('ends by its deadline where the other never answers', async () => {
    const server = await aServer(() => {});
    const client = clientTo(server.port, 250);
    const startedAt = Date.now();
    await expect(client.getClient({ clientId: 'x' })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(Date.now() - startedAt).toBeLessThan(450);
    client.close();
    server.stop();
  });

  it('waits for a program that is being started again', async () => {
    const first = await aServer((_call, callback) => callback(null, {}));
    const client = clientTo(first.port, 5_000);
    expect(await codeOf(client.getClient({ clientId: 'x' }))).toBe('OK');
    first.stop();
    const waiting = codeOf(client.recordSubsidyDays(days));
    const second = await aServer((_call, callback) => callback(null, { version: 1 }), first.port);
    expect(await waiting).toBe('OK');
    expect(await codeOf(client.getClient({ clientId: 'x' }))).toBe('OK');
    client.close();
    second.stop();
  });

  it('carries the token, the trace and the correlation, and can be given up', async () => {
    const seen: unknown[] = [];
    const server = await aServer(({ metadata }, callback) => {
      seen.push(...['authorization', 'traceparent', 'tyovayla-correlation-id'].map((key) => metadata.get(key)[0]));
      if (seen.length === 3) callback(null, {});
    });
    const client = clientTo(server.port);
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await client.getClient({ clientId: 'x' }, { token: 'a.b.c', traceparent, correlationId: 'c-1' });
    expect(seen).toEqual(['Bearer a.b.c', traceparent, 'c-1']);
    const controller = new AbortController();
    const given = codeOf(client.getClient({ clientId: 'x' }, { signal: controller.signal }));
    controller.abort();
    expect(await given).toBe('CANCELLED');
    client.close();
    server.stop();
  });

  it('refuses a server that is another program than the one called', async () => {
    const server = await aServer((_call, callback) => callback(null, {}));
    const client = grpcClient({ service: definition }, `127.0.0.1:${server.port}`, {
      tls: authority.tls('portal'),
      deadlineMs: 300,
      serverName: 'guidance.meri-lappi.tyovayla',
    });
    expect(['UNAVAILABLE', 'DEADLINE_EXCEEDED']).toContain(await codeOf(client.getClient({ clientId: 'x' })));
    expect(server.counts.calls).toBe(0);
    client.close();
    server.stop();
  });
});
