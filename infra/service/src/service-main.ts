import { readFileSync } from 'node:fs';
import type { ServiceDefinition } from '@grpc/grpc-js';
import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { migrate } from '@tyovayla/persistence/migrate';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { migrateConfig } from '@tyovayla/runtime/common-config';
import { type ConfigOf, printConfigTable, readConfig, type Settings } from '@tyovayla/runtime/config';
import type { MethodBinding } from '@tyovayla/runtime/grpc/binding';
import { serveGrpc } from '@tyovayla/runtime/grpc/server';
import { runService, type StartedService } from '@tyovayla/runtime/lifecycle/run-service';
import { createLogger } from '@tyovayla/runtime/log';
import { type CommonConfig, type Foundation, type FoundationOptions, openFoundation } from './foundation.ts';

/** What a service adds to the foundation: how its contract is answered, and what else runs. */
export type ServiceParts<Definition extends ServiceDefinition> = {
  readonly methods: { readonly [Method in keyof Definition]: MethodBinding };
  /** Ends before the server drains: sweepers, consumers that were not started with `foundation.listen`. */
  readonly stopIntake?: StartedService['stopIntake'];
  /** Ends before the foundation: clients of other services. */
  readonly close?: StartedService['close'];
};

export type ServiceMain<S extends Settings, Definition extends ServiceDefinition> = Omit<
  FoundationOptions,
  'config'
> & {
  readonly settings: S;
  /** The service's own steps; those of the foundation come before them. */
  readonly migrations: readonly SqlMigration[];
  /** ts-proto's definition of the service. */
  readonly definition: Definition;
  /** Constructs the service's own parts. */
  compose(foundation: Foundation, config: ConfigOf<S>): Promise<ServiceParts<Definition>> | ServiceParts<Definition>;
};

const descriptorsFile = new URL('../../../proto/gen/descriptors.binpb', import.meta.url);

const start = async <S extends Settings, D extends ServiceDefinition>(
  main: ServiceMain<S, D>,
  config: ConfigOf<S> & CommonConfig,
): Promise<StartedService> => {
  const foundation = await openFoundation({ ...main, config });
  const { methods, stopIntake = [], close = [] } = await main.compose(foundation, config);
  const server = await serveGrpc({
    listen: config.GRPC_LISTEN,
    tls: foundation.tls,
    area: config.AREA,
    definition: main.definition,
    methods,
    descriptors: readFileSync(descriptorsFile),
    tokenVerifier: foundation.tokenVerifier,
    ports: foundation.ports,
    reflection: config.REFLECTION === 'on',
  });
  return {
    checks: foundation.checks,
    server,
    stopIntake: [...stopIntake, ...foundation.stopIntake],
    close: [...close, ...foundation.close],
  };
};

const runMigrations = async (name: string, own: readonly SqlMigration[]): Promise<void> => {
  const { DATABASE_URL, MIGRATOR_DATABASE_URL } = readConfig(migrateConfig);
  const migrations = [...persistenceMigrations, ...messagingMigrations, ...own];
  const appRole = decodeURIComponent(new URL(DATABASE_URL).username);
  const ran = await migrate({ url: MIGRATOR_DATABASE_URL, migrations, appRole });
  createLogger({ service: name }).info({ count: ran.length }, 'database migrated');
};

/**
 * The entry point of a service with a database: `main.ts` runs it, `main.ts migrate` brings its database to the
 * newest schema and ends, `main.ts config` prints the table of its settings.
 */
export const serviceMain = async <S extends Settings, D extends ServiceDefinition>(
  main: ServiceMain<S, D>,
): Promise<void> => {
  const { name, settings, migrations } = main;
  const mode = process.argv[2] ?? 'run';
  if (mode === 'migrate') await runMigrations(name, migrations);
  else if (mode === 'config') printConfigTable(settings);
  else if (mode !== 'run') throw new Error('usage: main.ts [run | migrate | config]');
  else {
    const config = readConfig(settings) as ConfigOf<S> & CommonConfig;
    const logger = createLogger({ service: name, level: config.LOG_LEVEL });
    await runService({ name, logger, start: () => start(main, config) });
  }
};
