import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { migrate } from '@tyovayla/persistence/migrate';
import { type Database, openDatabase } from '@tyovayla/persistence/open-database';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { openTogether } from '@tyovayla/testing/open-together';
import { startPostgres } from '@tyovayla/testing/postgres';
import { statisticsMigrations } from '../../migrations/statistics-migrations.ts';

/** A real Postgres with the service's schema, opened as the service opens it. */
export type StatisticsDatabase = { readonly database: Database; stop(): Promise<void> };

export const startStatisticsDatabase = (): Promise<StatisticsDatabase> =>
  openTogether(async (opened) => {
    const postgres = opened(await startPostgres({ fast: true }), (started) => started.stop());
    const { url, migratorUrl, appRole } = await postgres.createService('statistics');
    const migrations = [...persistenceMigrations, ...messagingMigrations, ...statisticsMigrations];
    await migrate({ url: migratorUrl, migrations, appRole });
    const options = { url, applicationName: 'statistics' };
    return { database: opened(await openDatabase(options), (one) => one.close()) };
  });
