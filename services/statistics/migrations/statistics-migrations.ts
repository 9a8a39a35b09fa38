import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { projection } from './2001-projection.ts';

/** The service's own tables, oldest step first; they come after those of persistence and messaging. */
export const statisticsMigrations: readonly SqlMigration[] = [projection];
