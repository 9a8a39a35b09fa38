import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { outboxWrites } from '@tyovayla/messaging/outbox';
import { auditWrite } from '@tyovayla/persistence/audit';
import { answerWrite, claim } from '@tyovayla/persistence/idempotency';
import { migrate } from '@tyovayla/persistence/migrate';
import { type Database, openDatabase } from '@tyovayla/persistence/open-database';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { silentLogger } from '@tyovayla/runtime/log';
import { newId } from '@tyovayla/runtime/new-id';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { type FixedClock, fixedClock } from '@tyovayla/testing/fixed-clock';
import { openTogether } from '@tyovayla/testing/open-together';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import { projectRoot } from '@tyovayla/testing/project-root';
import { guidanceMigrations } from '../../migrations/guidance-migrations.ts';
import type { GuidancePorts } from '../application/ports.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import { guidancePorts } from '../guidance-ports.ts';
import { type SomeClientNames, someClientNames } from './some-client-names.ts';

/** The service's commands and tables on a Postgres of their own, without gRPC and the broker. */
export type PostgresGuidance = {
  readonly database: Database;
  readonly postgres: Postgres;
  readonly clock: FixedClock;
  readonly ports: GuidancePorts;
  /** In place of the client registry. */
  readonly clientNames: SomeClientNames;
  readonly pipeline: PipelinePorts;
  /** Puts a case there as if news had brought it. */
  put(clientCase: ClientCase): Promise<void>;
  stop(): Promise<void>;
};

const area = 'meri-lappi';
const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
const reference = pathToFileURL(join(projectRoot, `services/guidance/reference/${area}/`));

const pipelineOn = (database: Database, clock: FixedClock): PipelinePorts => ({
  transactions: database,
  idempotency: { claim, answerWrite },
  outboxWrites: (events) => outboxWrites(events, { area }),
  wakeRelay: () => {},
  auditWrite,
  clock,
  newId,
  logger: silentLogger,
  service: 'guidance',
});

/** Starts a Postgres with the service's schema; the clock stands at noon of Monday 2 February 2026. */
export const startPostgresGuidance = (): Promise<PostgresGuidance> =>
  openTogether(async (opened) => {
    const clock = fixedClock('2026-02-02T12:00:00+02:00');
    const clientNames = someClientNames();
    const ports = guidancePorts({ reference, clock, clientNames });
    const postgres = opened(await startPostgres({ fast: true }), (started) => started.stop());
    const { url, migratorUrl, appRole } = await postgres.createService('guidance');
    const migrations = [...persistenceMigrations, ...messagingMigrations, ...guidanceMigrations];
    await migrate({ url: migratorUrl, migrations, appRole });
    const options = { url, applicationName: 'guidance', poolSize: 10 };
    const database = opened(await openDatabase(options), (one) => one.close());
    return {
      database,
      postgres,
      clock,
      ports,
      clientNames,
      pipeline: pipelineOn(database, clock),
      put: (clientCase: ClientCase) => database.transact(itself, (tx) => tx.write(ports.cases.insert(clientCase))),
    };
  });
