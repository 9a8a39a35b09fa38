import { join } from 'node:path';
import { freePorts } from '@tyovayla/testing/free-port';
import { startNats } from '@tyovayla/testing/nats';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { startPostgres } from '@tyovayla/testing/postgres';
import { projectRoot } from '@tyovayla/testing/project-root';
import pg from 'pg';
import { type LoadFigures, residentMb, runLoad, startScript } from './processes.ts';

const stated = join(projectRoot, 'services/statistics/reference/meri-lappi-table-1.json');
const loadCount = '6000';
const steadyRate = '300';
const steadyCount = '3000';

export type DelayFigures = { readonly p50: number; readonly p99: number; readonly events: number };

export type Side = { readonly load: LoadFigures; readonly delay: DelayFigures };

const ask = async <Row extends object>(url: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
};

const delaysOf = (pairs: readonly { readonly from: number; readonly to: number }[]): DelayFigures => {
  const delays = pairs.map(({ from, to }) => to - from).sort((one, other) => one - other);
  const at = (share: number): number => Math.round((delays[Math.floor(delays.length * share)] ?? 0) * 100) / 100;
  return { p50: at(0.5), p99: at(0.99), events: delays.length };
};

const quiet = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * B1 and B2 for the bare prototype: same machine, same Postgres settings, a broker of its own without TLS. It stores a
 * person and one event, or the same rows and events as the product.
 */
export const measurePrototype = async (stores: 'a person' | 'the same rows'): Promise<Side> => {
  const postgres = await startPostgres({});
  const nats = await startNats({});
  const [port = 0] = await freePorts(1);
  const [sender, receiver] = [await postgres.createService('sender'), await postgres.createService('receiver')];
  const server = await startScript('prototype-server.ts', {
    DATABASE_URL: sender.migratorUrl,
    NATS_URL: nats.url,
    GRPC_LISTEN: `127.0.0.1:${port}`,
    SAME_ROWS: stores === 'the same rows' ? '1' : '0',
  });
  const consumer = await startScript('prototype-consumer.ts', {
    DATABASE_URL: receiver.migratorUrl,
    NATS_URL: nats.url,
  });
  try {
    const common = { address: `127.0.0.1:${port}`, stated };
    const load = await runLoad({ ...common, count: loadCount });
    await quiet(2000);
    await ask(receiver.migratorUrl, 'DELETE FROM effect');
    await runLoad({ ...common, count: steadyCount, skip: loadCount, rate: steadyRate });
    await quiet(1000);
    const pairs = await ask<{ from: number; to: number }>(
      receiver.migratorUrl,
      'SELECT 1000 * extract(epoch FROM occurred)::float8 AS "from", 1000 * extract(epoch FROM seen)::float8 AS "to" FROM effect',
    );
    return { load, delay: delaysOf(pairs) };
  } finally {
    server.removeAllListeners('exit').kill();
    consumer.removeAllListeners('exit').kill();
    await nats.stop();
    await postgres.stop();
  }
};

const productDelays = async (platform: Platform, since: number): Promise<DelayFigures> => {
  const { clients, statistics } = platform.databases;
  if (!clients || !statistics) throw new Error('the platform has no databases');
  const stored = await ask<{ event_id: string; at: number }>(
    clients.migratorUrl,
    `SELECT event_id, 1000 * extract(epoch FROM stored_at)::float8 AS at FROM outbox
     WHERE type = 'tyovayla.clients.v1.JobSearchStarted' AND 1000 * extract(epoch FROM stored_at) > ${since}`,
  );
  const received = await ask<{ event_id: string; at: number }>(
    statistics.migratorUrl,
    'SELECT event_id, 1000 * extract(epoch FROM received_at)::float8 AS at FROM inbox_event',
  );
  const byId = new Map(received.map((row) => [row.event_id, row.at]));
  return delaysOf(
    stored.flatMap(({ event_id, at }) => (byId.has(event_id) ? [{ from: at, to: byId.get(event_id) ?? 0 }] : [])),
  );
};

/** B1, B2 and B10 for the product: registrations by a case specialist through the portal's certificate. */
export const measureProduct = async (): Promise<Side & { readonly memory: Readonly<Record<string, number>> }> => {
  const services = ['clients', 'guidance', 'statistics', 'portal'] as const;
  const platform = await startPlatform({ services, fast: false });
  try {
    await quiet(5000);
    const memory = Object.fromEntries(services.map((name) => [name, residentMb(platform.pid(name) ?? 0)]));
    await platform.kill('portal', 'SIGTERM');
    await platform.kill('guidance', 'SIGTERM');
    const common = {
      address: platform.addresses.clients,
      stated,
      tls: platform.tls('portal').certFile.replace(/\.pem$/, ''),
      token: await platform.token('kemi-specialist', 'clients', 'portal'),
    };
    const load = await runLoad({ ...common, count: loadCount });
    await quiet(3000);
    const since = Date.now();
    await runLoad({ ...common, count: steadyCount, skip: loadCount, rate: steadyRate });
    await quiet(1000);
    return { load, delay: await productDelays(platform, since), memory };
  } finally {
    await platform.stop();
  }
};
