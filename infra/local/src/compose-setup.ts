import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@tyovayla/testing/eventually';
import { natsConfig } from '@tyovayla/testing/nats-config';
import { busUsers } from '@tyovayla/testing/nats-permissions';
import { createServiceDatabase } from '@tyovayla/testing/postgres-services';
import { projectRoot } from '@tyovayla/testing/project-root';
import { openDevCa } from './dev-ca.ts';
import { openDevSecrets } from './dev-secrets.ts';
import { usualPorts } from './local-ports.ts';
import { dataServices, localArea, services } from './programs.ts';
import { bareEnvironment, serviceEnvironment } from './service-environment.ts';
import { migrateService } from './supervised-service.ts';

// Prepares what the containers of docker-compose.yml share, in the volume named by STATE_DIR: certificates, keys, the
// configuration of NATS, a database with its schema for each service, and each service's environment as a file.
// Idempotent.
const { STATE_DIR: stateDir = '/state', DATABASE_SERVER_URL: adminUrl = '' } = process.env;
mkdirSync(join(stateDir, 'env'), { recursive: true });
const ca = await openDevCa(join(stateDir, 'ca'));
const secrets = openDevSecrets(join(stateDir, 'secrets'));

const users = busUsers({ area: localArea, services: dataServices });
const nats = { port: usualPorts.nats, storeDir: '/data', syncInterval: 'always', tls: ca.identity('nats'), users };
writeFileSync(join(stateDir, 'nats.json'), natsConfig(nats));

const passwords = join(stateDir, 'secrets', 'database-passwords.json');
const databaseOf = (service: (typeof dataServices)[number]) =>
  eventually(() => createServiceDatabase(adminUrl, service, passwords), { within: 60_000, every: 500 });
const databases = {
  clients: await databaseOf('clients'),
  statistics: await databaseOf('statistics'),
  guidance: await databaseOf('guidance'),
};

const natsUrl = `tls://127.0.0.1:${usualPorts.nats}`;
const settings = { stateDir, ports: usualPorts, ca, secrets, natsUrl, clockOffsetMs: 0, databases };
for (const name of services) {
  const env = serviceEnvironment(name, settings);
  const lines = Object.entries(env).map(([key, value]) => `${key}=${JSON.stringify(value)}\n`);
  writeFileSync(join(stateDir, 'env', `${name}.env`), lines.join(''), { mode: 0o600 });
  if (name === 'portal') continue;
  const args = [join(projectRoot, 'services', name, 'src', 'main.ts')];
  const plan = { name, args, env: { ...bareEnvironment(), ...env }, logFile: '', say: console.log };
  await migrateService(plan, databases[name].migratorUrl);
}
console.log('the containers can start');
