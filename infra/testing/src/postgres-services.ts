import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';

/** How one service reaches its own database. */
export type ServiceDatabase = {
  /** As the app role: reads and writes what migrations granted. */
  readonly url: string;
  /** As the owner: changes the schema. Only `migrate` gets it. */
  readonly migratorUrl: string;
  readonly appRole: string;
};

/**
 * Makes a service's database with its owner and its app role, or finds them. The owner changes the schema; the app
 * role has no rights but those that migrations grant, and row-level security binds it. Passwords stand in
 * `secretsFile` (mode 600).
 */
export const createServiceDatabase = async (
  adminUrl: string,
  service: string,
  secretsFile: string,
): Promise<ServiceDatabase> => {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(service)) throw new Error(`not a name for a database: ${service}`);
  const migrator = { role: `${service}_migrator`, password: secretFor(secretsFile, `${service}_migrator`) };
  const app = { role: `${service}_app`, password: secretFor(secretsFile, `${service}_app`) };
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, migrator);
    await ensureRole(client, app);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [service]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${service} OWNER ${migrator.role}`);
    await client.query(`REVOKE ALL ON DATABASE ${service} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${service} TO ${app.role}`);
  });
  await withClient(urlFor(adminUrl, { database: service }), async (client) => {
    await client.query(`ALTER SCHEMA public OWNER TO ${migrator.role}`);
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await client.query(`GRANT USAGE ON SCHEMA public TO ${app.role}`);
  });
  return {
    url: urlFor(adminUrl, { database: service, ...app }),
    migratorUrl: urlFor(adminUrl, { database: service, ...migrator }),
    appRole: app.role,
  };
};

type Login = { readonly role: string; readonly password: string };

const ensureRole = async (client: Client, { role, password }: Login): Promise<void> => {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  // Utility statements take no parameters; the password is hexadecimal.
  await client.query(
    `${verb} ROLE ${role} LOGIN PASSWORD '${password}' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION`,
  );
};

const withClient = async (url: string, work: (client: Client) => Promise<void>): Promise<void> => {
  const client = new Client({ connectionString: url, application_name: 'launcher' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

type UrlParts = { readonly database: string; readonly role?: string; readonly password?: string };

const urlFor = (adminUrl: string, parts: UrlParts): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${parts.database}`;
  if (parts.role !== undefined) url.username = parts.role;
  if (parts.password !== undefined) url.password = parts.password;
  return url.href;
};

/** The password of this name in the file, made on first use: 24 random bytes in hexadecimal. */
export const secretFor = (file: string, name: string): string => {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const password = known[name] ?? randomBytes(24).toString('hex');
  if (known[name] === undefined)
    writeFileSync(file, JSON.stringify({ ...known, [name]: password }, undefined, 2), { mode: 0o600 });
  return password;
};
