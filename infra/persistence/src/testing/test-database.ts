import type { SessionActor } from '@tyovayla/kernel/sql';
import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { openTogether } from '@tyovayla/testing/open-together';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import pg from 'pg';
import { migrate } from '../migrate.ts';
import { type Database, openDatabase } from '../open-database.ts';

/** A database of one test file, on a server of its own. */
export type TestDatabase = {
  readonly postgres: Postgres;
  readonly database: Database;
  readonly url: string;
  readonly migratorUrl: string;
  readonly appRole: string;
  /** The service's database as the superuser: for tampering and for looking at everything. */
  readonly adminUrl: string;
  /** Runs one statement as the superuser. */
  asAdmin(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
};

/** Liisa, a case specialist, who works through the portal. */
export const liisa: SessionActor = { actorId: 'staff-0001', program: 'portal', roles: ['CASE_SPECIALIST'] };

/** Starts Postgres, makes a service's database, migrates it and opens it with the app role. */
export const startTestDatabase = (
  migrations: readonly SqlMigration[],
  options: { readonly poolSize?: number } = {},
): Promise<TestDatabase> =>
  openTogether(async (opened) => {
    const postgres = opened(await startPostgres({ fast: true }), (started) => started.stop());
    const { url, migratorUrl, appRole } = await postgres.createService('persistence_test');
    await migrate({ url: migratorUrl, migrations, appRole });
    const opening = { url, applicationName: 'persistence-test', ...options };
    const database = opened(await openDatabase(opening), (one) => one.close());
    const adminUrl = new URL(postgres.adminUrl);
    adminUrl.pathname = '/persistence_test';
    return {
      postgres,
      database,
      url,
      migratorUrl,
      appRole,
      adminUrl: adminUrl.href,
      asAdmin: (text: string, values: readonly unknown[] = []) => asAdmin(adminUrl.href, text, values),
    };
  });

const asAdmin = async (url: string, text: string, values: readonly unknown[]) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};
