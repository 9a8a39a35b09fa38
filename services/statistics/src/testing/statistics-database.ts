import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { migrate } from '@tyovayla/persistence/migrate';
import { type Database, openDatabase } from '@tyovayla/persistence/open-database';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { startPostgres } from '@tyovayla/testing/postgres';
import { statisticsMigrations } from '../../migrations/statistics-migrations.ts';

/** A real Postgres with the service's schema, opened as the service opens it. */
export type StatisticsDatabase = { readonly database: Database; stop(): Promise<void> };

export const startStatisticsDatabase = async (): Promise<StatisticsDatabase> => {
  const postgres = await startPostgres({ fast: true });
  try {
    const service = await postgres.createService('statistics');
    const migrations = [...persistenceMigrations, ...messagingMigrations, ...statisticsMigrations];
    await migrate({ url: service.migratorUrl, migrations, appRole: service.appRole });
    const database = await openDatabase({ url: service.url, applicationName: 'statistics' });
    const stop = async (): Promise<void> => {
      await database.close();
      await postgres.stop();
    };
    return { database, stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
};
