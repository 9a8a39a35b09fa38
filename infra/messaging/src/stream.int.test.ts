import { type JetStreamManager, jetstreamManager, type StreamConfig } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { eventually } from '@tyovayla/testing/eventually';
import { type Nats, startNats } from '@tyovayla/testing/nats';
import { type Broker, connectBroker } from './broker.ts';
import { ensureStream, UnsafeStream } from './stream.ts';
import { streamSettings } from './stream-settings.ts';

type StreamAdd = JetStreamManager['streams']['add'];

describe('the stream of a service', () => {
  const plan = { service: 'clients', area: 'meri-lappi' };
  let nats: Nats;
  let broker: Broker;
  let manager: JetStreamManager;

  beforeAll(async () => {
    nats = await startNats({ syncInterval: '2m' });
    broker = await connectBroker({ url: nats.url, name: 'clients' });
    const nc = broker.connection();
    if (nc === undefined) throw new Error('not connected');
    manager = await jetstreamManager(nc);
  });

  afterAll(async () => {
    await broker.close();
    await nats.stop();
  });

  const startOver = async (): Promise<void> => {
    for await (const stream of manager.streams.list()) await manager.streams.delete(stream.config.name);
  };
  beforeEach(startOver);

  /** The server clears a deleted stream's folder in its own time; until then it can't make one of the same name. */
  const addStream = (config: Parameters<StreamAdd>[0]) => eventually(() => manager.streams.add(config));

  it('is made where it is missing, kept on disk for at least 30 days, and refuses rather than forgets', async () => {
    expect(await ensureStream(broker, plan)).toBe('safe');
    const { config } = await manager.streams.info('TYOVAYLA_CLIENTS');
    expect(config).toMatchObject({
      subjects: ['tyovayla.meri-lappi.clients.>'],
      storage: 'file',
      retention: 'limits',
      discard: 'new',
      duplicate_window: nanos(120_000),
      max_age: nanos(35 * 86_400_000),
      max_msg_size: 262_144,
      deny_delete: true,
      deny_purge: true,
    });
    expect(await ensureStream(broker, plan)).toBe('safe');
  });

  const variations: readonly (readonly [string, Partial<StreamConfig>])[] = [
    ['storage', { storage: 'memory' }],
    ['retention', { retention: 'interest' }],
    ['retention', { retention: 'workqueue' }],
    ['discard', { discard: 'old' }],
    ['duplicate_window', { duplicate_window: nanos(1_000) }],
    ['max_age', { max_age: nanos(29 * 86_400_000) }],
    ['max_msgs_per_subject', { max_msgs_per_subject: 10 }],
    ['max_msg_size', { max_msg_size: -1 }],
    ['max_msg_size', { max_msg_size: 1_048_576 }],
    ['subjects', { subjects: ['tyovayla.meri-lappi.clients.>', 'other.>'] }],
    ['subjects', { subjects: ['tyovayla.meri-lappi.clients.v1.>'] }],
    ['deny_delete', { deny_delete: false }],
    ['deny_purge', { deny_purge: false }],
    ['no_ack', { no_ack: true }],
    ['allow_rollup_hdrs', { allow_rollup_hdrs: true, deny_purge: false }],
    ['allow_msg_ttl', { allow_msg_ttl: true }],
    ['allow_msg_schedules', { allow_msg_schedules: true, discard: 'old' }],
    ['sources', { sources: [{ name: 'ELSEWHERE' }] }],
    [
      'subject_transform',
      { subject_transform: { src: 'tyovayla.meri-lappi.clients.>', dest: 'tyovayla.meri-lappi.clients.x.>' } },
    ],
    ['republish', { republish: { src: '>', dest: 'copy.>' } }],
    ['persist_mode', { persist_mode: 'async' }],
  ] as never;

  it.each(variations)('is refused where %s is not safe: %j', async (setting, change) => {
    await addStream({ ...streamSettings(plan), ...change });
    const refusal = await ensureStream(broker, plan).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnsafeStream);
    expect((refusal as UnsafeStream).settings).toContain(setting);
  });

  it('is refused where it has fewer copies than wanted', async () => {
    await ensureStream(broker, plan);
    await expect(ensureStream(broker, { ...plan, replicas: 3 })).rejects.toMatchObject({ settings: ['num_replicas'] });
  });

  it('is refused with all reasons at once', async () => {
    await addStream({ ...streamSettings(plan), storage: 'memory', discard: 'old' } as never);
    await expect(ensureStream(broker, plan)).rejects.toMatchObject({ settings: ['storage', 'discard'] });
  });

  it('can wait where the broker is away, and the service starts without it', async () => {
    const away = await connectBroker({ url: 'nats://127.0.0.1:1', name: 'clients', firstAttemptMs: 500 });
    expect(away.connection()).toBeUndefined();
    expect(await ensureStream(away, plan)).toBe('away');
    await away.close();
  });
});
