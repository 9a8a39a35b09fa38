import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { Client } from 'pg';

/** Stands for a service: keeps the environment contract and does nothing else. */
const standIn = `
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
const { Client } = createRequire(process.env.PROJECT + '/')('pg');
if (process.argv[2] === 'migrate') {
  const client = new Client({ connectionString: process.env.MIGRATOR_DATABASE_URL });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS migrated (at timestamptz DEFAULT now()); INSERT INTO migrated DEFAULT VALUES');
  await client.end();
} else {
  const [host, port] = (process.env.GRPC_LISTEN ?? process.env.HTTP_LISTEN).split(':');
  const server = createServer((socket) => socket.end(JSON.stringify(process.env)));
  server.listen(Number(port), host, () => console.log('{"level":30,"msg":"service ready"}'));
  process.on('SIGTERM', () => { console.log('{"msg":"drained"}'); process.exit(0); });
}`;

describe('the area on one machine', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-stand-in-'));
  let platform: Platform;

  beforeAll(async () => {
    const script = join(dir, 'stand-in.mjs');
    writeFileSync(script, standIn);
    platform = await startPlatform({
      services: ['clients', 'portal'],
      asOf: '2030-01-15',
      scriptOf: () => script,
      environment: () => ({ PROJECT: process.cwd() }),
    });
  });

  afterAll(async () => {
    await platform.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const environmentOf = (port: number): Promise<Record<string, string>> =>
    new Promise((resolve, reject) => {
      let text = '';
      const socket = createConnection(port, '127.0.0.1');
      socket.on('data', (data) => {
        text += data.toString();
      });
      socket.on('error', reject);
      socket.on('end', () => resolve(JSON.parse(text) as Record<string, string>));
    });

  it('gives each service what its contract names, and nothing that belongs to another', async () => {
    const clients = await environmentOf(platform.ports.clients);
    const portal = await environmentOf(platform.ports.portal);

    expect(clients).toMatchObject({ AREA: 'meri-lappi', OIDC_ISSUER: platform.issuer, NATS_URL: platform.nats.url });
    expect(clients.TLS_CERT_FILE).toBe(platform.tls('clients').certFile);
    expect(clients).not.toHaveProperty('MIGRATOR_DATABASE_URL');
    expect(portal).not.toHaveProperty('DATABASE_URL');
    expect(portal).not.toHaveProperty('KEYS_FILE');
    expect(portal.PUBLIC_URL).toBe(platform.portalUrl);
  });

  it('lets services live on the day that was asked for', async () => {
    const { CLOCK_OFFSET_MS } = await environmentOf(platform.ports.clients);
    const today = new Date(Date.now() + Number(CLOCK_OFFSET_MS)).toLocaleDateString('sv-SE', {
      timeZone: 'Europe/Helsinki',
    });

    expect(today).toBe('2030-01-15');
  });

  it('migrates a database before its service starts', async () => {
    const client = new Client({ connectionString: platform.databases.clients?.migratorUrl ?? '' });
    await client.connect();
    const { rows } = await client.query('SELECT count(*)::int AS runs FROM migrated');
    await client.end();

    expect(rows).toEqual([{ runs: 1 }]);
  });

  it('brings a crashed service back, and leaves one down that was taken down', async () => {
    const before = platform.pid('clients');
    platform.signal('clients', 'SIGKILL');
    const after = await eventually(() => {
      const now = platform.pid('clients');
      return now !== before && now;
    });
    expect(after).not.toBe(before);

    await eventually(() => environmentOf(platform.ports.clients));
    await platform.kill('clients', 'SIGTERM');
    expect(platform.pid('clients')).toBeUndefined();
    await platform.start('clients');
    expect(platform.pid('clients')).toBeGreaterThan(0);
  });
});
