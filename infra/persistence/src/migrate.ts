import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import pg from 'pg';
import { DataSource, MigrationExecutor, type MigrationInterface, type QueryRunner } from 'typeorm';
import { quietLogger } from './quiet-logger.ts';

export type MigrateOptions = {
  /** With the migrator role, which owns the tables. */
  readonly url: string;
  readonly migrations: readonly SqlMigration[];
  /** The role that the service runs as; gets exactly what the steps grant to `:app`. */
  readonly appRole: string;
  /** How long a step may wait for a lock before it gives up and leaves nothing, in milliseconds. */
  readonly lockTimeoutMs?: number;
};

/** Advisory lock held while migrating; any number, the same for every service (locks are per database). */
const migrationLock = 7_281_001;
const waitForOtherMigratorMs = 300_000;

/** TypeORM orders steps by the last 13 digits of their names: "Outbox1001" becomes "Outbox0000000001001". */
const runnerName = (name: string): string => {
  const parts = /^([A-Za-z]+)(\d{4,12})$/.exec(name);
  if (!parts) throw new Error(`a migration's name is letters and then its number: ${name}`);
  return `${parts[1]}${(parts[2] ?? '').padStart(13, '0')}`;
};

type MigrationClass = new () => MigrationInterface;

const asClass = (step: SqlMigration, quotedRole: string): MigrationClass =>
  class implements MigrationInterface {
    name = runnerName(step.name);

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of step.up) await runner.query(statement.replace(/(?<!:):app\b/g, quotedRole));
    }

    async down(): Promise<void> {
      throw new Error(`${step.name} can't be undone: schemas only expand, and contract one release later`);
    }
  };

const dataSourceFor = ({ url, migrations, appRole }: MigrateOptions): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: 'migrate',
    poolSize: 2,
    connectTimeoutMS: 5_000,
    migrations: migrations.map((step) => asClass(step, pg.escapeIdentifier(appRole))),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logger: quietLogger,
    installExtensions: false,
    poolErrorHandler: () => undefined,
  });

/**
 * Rows that a table has, at least, when Postgres first gathers statistics of it. A prepared statement keeps its plan until
 * then: for a table without statistics it uses the index, for one that was counted with a few rows it reads all of them,
 * also after thousands have come. Nothing is looked up by an index that would be dearer than reading so many rows.
 */
const countedFrom = 1_000;

// A vacuum counts rows as well. Takes no lock that anybody who reads or writes would wait for.
const thresholdsText = `DO $$ DECLARE counted regclass; BEGIN
  FOR counted IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relowner = current_user::regrole AND coalesce(reloptions::text, '') NOT LIKE '%autovacuum_%'
  LOOP
    EXECUTE format('ALTER TABLE %s SET (autovacuum_analyze_threshold = ${countedFrom},
      autovacuum_vacuum_threshold = ${countedFrom})', counted);
  END LOOP;
END $$`;

/**
 * Brings a database to the newest schema and gives the names of the steps that ran now. Safe to run again,
 * from several places at once (the others wait), and after a crash: a step is one transaction, so one that
 * fails or is killed leaves nothing. Throws what Postgres threw; steps before it stay.
 */
export const migrate = async (options: MigrateOptions): Promise<string[]> => {
  const dataSource = await dataSourceFor(options).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SET lock_timeout = ${waitForOtherMigratorMs}`);
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await runner.query(`SET lock_timeout = ${Math.trunc(options.lockTimeoutMs ?? 5_000)}`);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    const ran = new Set((await executor.executePendingMigrations()).map((migration) => migration.name));
    await runner.query(thresholdsText);
    return options.migrations.map((step) => step.name).filter((name) => ran.has(runnerName(name)));
  } finally {
    // The lock goes with the connection.
    await runner.release();
    await dataSource.destroy();
  }
};
