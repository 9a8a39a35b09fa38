import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AckPolicy,
  DiscardPolicy,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type DevCa, type Identity, openDevCa } from '@tyovayla/local/dev-ca';
import { type Nats, startNats } from './nats.ts';
import { busUsers } from './nats-permissions.ts';

describe('who may do what on the bus', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-bus-'));
  const open: NatsConnection[] = [];
  let ca: DevCa;
  let nats: Nats;

  beforeAll(async () => {
    ca = await openDevCa(join(dir, 'ca'));
    const users = busUsers({ area: 'meri-lappi', services: ['clients', 'statistics'] });
    nats = await startNats({ tls: ca.identity('nats'), users, syncInterval: '1m' });
  });

  afterAll(async () => {
    await Promise.all(open.map((connection) => connection.close()));
    await nats.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const connectAs = async (program: string, identity: Identity = ca.identity(program)): Promise<NatsConnection> => {
    const connection = await connect({
      servers: nats.url,
      tls: { certFile: identity.certFile, keyFile: identity.keyFile, caFile: identity.caFile },
      inboxPrefix: `_INBOX_${program}`,
      reconnect: false,
      timeout: 2_000,
    });
    open.push(connection);
    return connection;
  };

  const makeStream = async (service: string, name: string): Promise<void> => {
    const manager = await jetstreamManager(await connectAs(service));
    await manager.streams.add({
      name,
      subjects: [`tyovayla.meri-lappi.${service}.>`],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      discard: DiscardPolicy.New,
    });
  };

  it('lets a service keep its stream and publish, and another read it through its own consumer', async () => {
    await makeStream('clients', 'TYOVAYLA_CLIENTS');
    const publisher = jetstream(await connectAs('clients'));
    await publisher.publish('tyovayla.meri-lappi.clients.v1.client.job-search-started', 'one', { msgID: 'e-1' });

    const reader = await connectAs('statistics');
    const manager = await jetstreamManager(reader);
    await manager.consumers.add('TYOVAYLA_CLIENTS', {
      durable_name: 'statistics__from__clients',
      ack_policy: AckPolicy.Explicit,
      filter_subject: 'tyovayla.meri-lappi.clients.>',
    });
    const consumer = await jetstream(reader).consumers.get('TYOVAYLA_CLIENTS', 'statistics__from__clients');
    const message = await consumer.next({ expires: 2_000 });

    expect(message?.string()).toBe('one');
    await expect(message?.ackAck({ timeout: 2_000 })).resolves.toBe(true);
  });

  it('refuses an event in the name of another service', async () => {
    const statistics = jetstream(await connectAs('statistics'), { timeout: 2_000 });

    await expect(statistics.publish('tyovayla.meri-lappi.clients.v1.client.forged', 'x')).rejects.toThrow(
      /permission/i,
    );
  });

  it.each([
    ['purge its own stream', 'clients', (m: Manager) => m.streams.purge('TYOVAYLA_CLIENTS')],
    ['delete its own stream', 'clients', (m: Manager) => m.streams.delete('TYOVAYLA_CLIENTS')],
    ["change another's stream", 'statistics', (m: Manager) => m.streams.update('TYOVAYLA_CLIENTS', { max_msgs: 1 })],
    [
      "delete another's consumer",
      'clients',
      (m: Manager) => m.consumers.delete('TYOVAYLA_CLIENTS', 'statistics__from__clients'),
    ],
    [
      'read a stream without its consumer',
      'statistics',
      (m: Manager) => m.streams.getMessage('TYOVAYLA_CLIENTS', { seq: 1 }),
    ],
    ['list who else is there', 'statistics', (m: Manager) => m.streams.list().next()],
  ])('does not let a service %s', async (_what, service, attempt) => {
    const manager = await jetstreamManager(await connectAs(service), { timeout: 1_000 });

    await expect(attempt(manager)).rejects.toThrow(/permission|timeout/i);
  });

  it("does not let a service listen to events or to others' replies", async () => {
    const connection = await connectAs('statistics');
    for (const subject of ['tyovayla.>', '_INBOX_clients.>', '>']) {
      const refusal = new Promise((resolve) => connection.subscribe(subject, { callback: (error) => resolve(error) }));
      await expect(refusal).resolves.toBeInstanceOf(Error);
    }
  });

  it('lets the operator see the streams but not publish an event', async () => {
    const connection = await connectAs('operator');
    const names = await (await jetstreamManager(connection)).streams.names().next();

    expect(names).toEqual(['TYOVAYLA_CLIENTS']);
    await expect(jetstream(connection).publish('tyovayla.meri-lappi.clients.v1.client.forged', 'x')).rejects.toThrow(
      /permission/i,
    );
  });

  it('turns away a program that it does not know, one whose certificate is over, and one without', async () => {
    const stranger = await ca.issue({ file: 'stranger', name: 'stranger.meri-lappi.tyovayla', days: 1 });
    const late = await ca.issue({ file: 'late', name: 'clients.meri-lappi.tyovayla', days: -1 });

    await expect(connectAs('stranger', stranger)).rejects.toThrow();
    await expect(connectAs('clients', late)).rejects.toThrow();
    await expect(
      connect({ servers: nats.url, tls: { caFile: ca.caFile }, reconnect: false, timeout: 2_000 }),
    ).rejects.toThrow();
  });

  it('keeps events over a kill, and loses them when its store is wiped', async () => {
    const count = async () => {
      const manager = await jetstreamManager(await connectAs('operator'));
      const streams = await manager.streams.list().next();
      return streams.reduce((sum, stream) => sum + stream.state.messages, 0);
    };
    await nats.kill();
    await nats.start();
    expect(await count()).toBe(1);
    await nats.wipe();
    expect(await count()).toBe(0);
  });
});

type Manager = Awaited<ReturnType<typeof jetstreamManager>>;
