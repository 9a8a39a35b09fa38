import { Client, type ServiceError, status } from '@grpc/grpc-js';
import { healthDefinition } from '../grpc/health.ts';
import { channelCredentials } from '../grpc/tls.ts';
import type { Logger } from '../ports.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { movedWithin } from './readiness.ts';
import { runService, type ServiceOptions, type ServiceRun } from './run-service.ts';

const recording = () => {
  const lines: string[] = [];
  const note = (_fields: unknown, message: string): void => void lines.push(message);
  const logger: Logger = { debug: () => {}, info: note, warn: note, error: note, child: () => logger };
  return { logger, lines };
};

let world: TestServer;
let health: Client;
let run: ServiceRun | undefined;
const listeners = ['SIGTERM', 'SIGINT', 'unhandledRejection', 'uncaughtException'] as const;
const before = new Map(listeners.map((name) => [name, process.listeners(name as 'SIGTERM')]));

beforeEach(async () => {
  world = await startTestServer();
  health = new Client(world.address, channelCredentials(world.authority.tls('operator')), {
    'grpc.ssl_target_name_override': 'localhost',
  });
});

afterEach(async () => {
  await run?.stop('test');
  run = undefined;
  health.close();
  await world.stop();
  for (const name of listeners) {
    for (const listener of process.listeners(name as 'SIGTERM')) {
      if (!before.get(name)?.includes(listener)) process.removeListener(name, listener);
    }
  }
});

const stateOf = (name: string): Promise<string> =>
  new Promise((resolve) => {
    const { path, requestSerialize, responseDeserialize } = healthDefinition.check;
    const answered = (error: ServiceError | null, state?: number): void =>
      resolve(error ? (status[error.code] ?? '') : (['', 'SERVING', 'NOT_SERVING'][state ?? 0] ?? ''));
    health.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      name,
      { deadline: Date.now() + 2_000 } as never,
      answered as never,
    );
  });

const until = async (check: () => Promise<boolean> | boolean, withinMs = 5_000): Promise<number> => {
  const startedAt = Date.now();
  while (!(await check())) {
    if (Date.now() - startedAt > withinMs) throw new Error(`not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return Date.now() - startedAt;
};

const start = async (given: Partial<ServiceOptions> & Pick<ServiceOptions, 'start'>) => {
  const { logger, lines } = recording();
  const exits: number[] = [];
  run = await runService({ name: 'clients', logger, exit: (code) => exits.push(code), ...given });
  return { lines, exits };
};

describe('health of a service', () => {
  it('follows each thing it needs within five seconds, and never calls the process dead for that', async () => {
    let database = 'there';
    let progress = Date.now();
    const checks = {
      database: () => {
        if (database !== 'there') throw new Error('gone');
      },
      hanging: () => (database === 'hangs' ? new Promise<void>(() => {}) : undefined),
      'consumer:guidance': movedWithin(() => progress, 60_000),
    };
    const { lines } = await start({ start: async () => ({ server: world.server, checks }) });
    await until(async () => (await stateOf('')) === 'SERVING');
    expect(lines).toContain('service ready');
    expect(await stateOf('tyovayla.clients.v1.ClientsService')).toBe('SERVING');

    database = 'gone';
    expect(await until(async () => (await stateOf('')) === 'NOT_SERVING')).toBeLessThan(5_000);
    expect(await stateOf('check:database')).toBe('NOT_SERVING');
    expect(await stateOf('check:consumer:guidance')).toBe('SERVING');
    expect(await stateOf('liveness')).toBe('SERVING');

    database = 'hangs';
    await until(async () => (await stateOf('check:hanging')) === 'NOT_SERVING');
    database = 'there';
    await until(async () => (await stateOf('')) === 'SERVING');
    progress = Date.now() - 61_000;
    await until(async () => (await stateOf('check:consumer:guidance')) === 'NOT_SERVING');
    expect(await stateOf('liveness')).toBe('SERVING');
    expect(await stateOf('nothing of ours')).toBe('NOT_FOUND');
  });
});

describe('the end of a service', () => {
  it('comes in order on SIGTERM: not serving, intake, calls in flight, the rest', async () => {
    const order: string[] = [];
    const note = (what: string) => async () => void order.push(what);
    const { exits } = await start({
      start: async () => ({
        server: { ...world.server, drain: (ms) => world.server.drain(ms).then(note('drained')) },
        checks: {},
        stopIntake: [note('consumer stopped')],
        close: [note('relay closed'), note('database closed')],
        onReadiness: (ready) => order.push(ready ? 'ready' : 'not ready'),
      }),
    });
    await until(() => order.includes('ready'));
    process.emit('SIGTERM', 'SIGTERM');
    await until(() => exits.length > 0);
    expect(order).toEqual(['ready', 'not ready', 'consumer stopped', 'drained', 'relay closed', 'database closed']);
    expect(exits).toEqual([0]);
  });

  it('does not hang on a part that hangs or fails, and happens once', async () => {
    let closed = 0;
    const { lines } = await start({
      start: async () => ({
        checks: {},
        close: [
          () => Promise.reject(new Error('broken')),
          () => {
            closed += 1;
          },
        ],
      }),
    });
    await Promise.all([run?.stop('test'), run?.stop('test')]);
    expect(closed).toBe(1);
    expect(lines.filter((line) => line === 'part of the service not closed in order')).toHaveLength(1);
  });

  it('is an incident with exit code 1 where a fault was caught by nobody', async () => {
    const { lines, exits } = await start({ start: async () => ({ checks: {} }) });
    process.emit('unhandledRejection', new Error('lost'), Promise.resolve());
    expect(exits).toEqual([1]);
    expect(lines).toContain('unhandled fault, process ends');
  });

  it('is an incident with exit code 1 where the start fails', async () => {
    const exits: number[] = [];
    const { logger, lines } = recording();
    const failing = runService({
      name: 'clients',
      logger,
      exit: (code) => exits.push(code),
      start: () => Promise.reject(new Error('no database')),
    });
    await expect(failing).rejects.toThrow('no database');
    expect(exits).toEqual([1]);
    expect(lines).toContain('service did not start');
  });
});
