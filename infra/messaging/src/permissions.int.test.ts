import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevCa, openDevCa } from '@tyovayla/local/dev-ca';
import { eventually } from '@tyovayla/testing/eventually';
import { type Nats, startNats } from '@tyovayla/testing/nats';
import { busUsers } from '@tyovayla/testing/nats-permissions';
import { type Broker, connectBroker, UnsafeBroker } from './broker.ts';
import { aFact, area, type Bus, disorder, effects, startBus, store } from './testing/bus.ts';

describe('the bus with certificates and the permissions of an area', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-messaging-'));
  let bus: Bus;
  let nats: Nats;
  let ca: DevCa;

  beforeAll(async () => {
    bus = await startBus();
    ca = await openDevCa(join(dir, 'ca'));
    const users = busUsers({ area, services: ['clients', 'statistics'] });
    nats = await startNats({ tls: ca.identity('nats'), users, syncInterval: '2m' });
  });

  afterAll(async () => {
    await nats.stop();
    await bus.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const secureBroker = (name: string): Promise<Broker> => {
    const { certFile, keyFile, caFile } = ca.identity(name);
    return connectBroker({ url: nats.url, name, tls: { certFile, keyFile, caFile } });
  };

  it('carries events from one program to the other, also after both were started again', async () => {
    for (let start = 1; start <= 3; start += 1) {
      const [sending, receiving] = [await secureBroker('clients'), await secureBroker('statistics')];
      const relay = bus.relay(sending);
      const consumer = bus.consumer(receiving);
      await store(bus.clients, [aFact('secure', start)]);
      relay.wake();
      await eventually(async () => (await effects(bus.statistics, 'secure')) === start);
      expect(relay.status().state).toBe('active');
      await consumer.stop();
      await relay.stop();
      await Promise.all([sending.close(), receiving.close()]);
    }
    expect(await disorder(bus.statistics, 'secure')).toBe(0);
  });

  it('refuses a server without encryption where a program has a certificate', async () => {
    const { certFile, keyFile, caFile } = ca.identity('clients');
    const attempt = connectBroker({ url: bus.nats.url, name: 'clients', tls: { certFile, keyFile, caFile } });
    await expect(attempt).rejects.toBeInstanceOf(UnsafeBroker);
  });
});
