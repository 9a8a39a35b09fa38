import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { clientRegistry } from './2001-client-registry.ts';
import { clientParts } from './2010-client-parts.ts';
import { clientLifeCycle } from './2020-client-life-cycle.ts';
import { leanRowRules } from './2040-lean-row-rules.ts';
import { joinedParts } from './2050-joined-parts.ts';
import { serving } from './2060-serving.ts';
import { networkClients } from './2070-network-clients.ts';

/** Every step of the service's schema; run in the order of their numbers. */
export const clientsMigrations: readonly SqlMigration[] = [
  clientRegistry,
  clientParts,
  clientLifeCycle,
  leanRowRules,
  joinedParts,
  serving,
  networkClients,
];
