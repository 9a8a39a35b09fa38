import type { Logger } from 'typeorm';

/** TypeORM prints statements and migration errors by itself; here errors are thrown, and statements hold people's data. */
export const quietLogger: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
