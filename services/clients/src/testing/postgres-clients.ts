import { randomBytes } from 'node:crypto';
import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { outboxWrites, replayOutbox } from '@tyovayla/messaging/outbox';
import { auditWrite } from '@tyovayla/persistence/audit';
import type { FieldKeys } from '@tyovayla/persistence/field-encryption';
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
import { clientsMigrations } from '../../migrations/clients-migrations.ts';
import { clientEvents } from '../adapters/events/outgoing.ts';
import { accessLog } from '../adapters/postgres/access-log.query.ts';
import { birthdayTimers } from '../adapters/postgres/birthday-timers.ts';
import { clientReader } from '../adapters/postgres/client.query.ts';
import { clientRepository } from '../adapters/postgres/client.repository.ts';
import { clientTable } from '../adapters/postgres/client.table.ts';
import { clientParts } from '../adapters/postgres/client-parts.ts';
import { handOverRepository } from '../adapters/postgres/hand-over.repository.ts';
import { identityRepository } from '../adapters/postgres/identity.repository.ts';
import { identityCodeVault } from '../adapters/postgres/identity-code-vault.ts';
import { mergeRepository } from '../adapters/postgres/merge.repository.ts';
import { networkClients } from '../adapters/postgres/network-clients.ts';
import { retentionRepository } from '../adapters/postgres/retention.repository.ts';
import { servingRecords } from '../adapters/postgres/serving.ts';
import { successionRepository } from '../adapters/postgres/succession.repository.ts';
import { type ClientsCatalogue, clientsCatalogue } from '../application/catalogue.ts';
import type { ClientsPorts } from '../application/ports.ts';
import { inMeriLappi, neighbours } from './builders.ts';
import { oneOffice } from './one-office.ts';

/** The service's commands and queries on a Postgres of their own. */
export type PostgresClients = {
  readonly database: Database;
  readonly postgres: Postgres;
  readonly migratorUrl: string;
  readonly clock: FixedClock;
  readonly keys: FieldKeys;
  readonly ports: ClientsPorts;
  readonly pipeline: PipelinePorts;
  readonly catalogue: ClientsCatalogue;
  /** The same service with other keys at hand, as after a rotation. */
  portsWith(keys: FieldKeys): ClientsPorts;
  stop(): Promise<void>;
};

/** Keys that live as long as the test. */
export const testKeys = (): FieldKeys => ({
  kek: { one: randomBytes(32) },
  activeKek: 'one',
  blindIndex: { one: randomBytes(32) },
  activeBlindIndex: 'one',
});

const portsOf = (keys: FieldKeys): ClientsPorts => {
  const vault = identityCodeVault(keys);
  return {
    clients: clientRepository(vault),
    handOvers: handOverRepository(keys),
    identities: identityRepository(vault),
    merges: mergeRepository(vault, keys),
    retention: retentionRepository,
    successions: successionRepository,
    parts: clientParts,
    serving: servingRecords,
    reader: clientReader(vault),
    networkClients,
    accessLog,
    events: clientEvents,
    birthdays: birthdayTimers,
    outbox: { replay: replayOutbox },
    area: {
      municipalities: inMeriLappi().areaMunicipalities,
      takeoverPrograms: ['population'],
      neighbours,
      registrarServesDays: 7,
    },
  };
};

const pipelineOn = (database: Database, clock: FixedClock): PipelinePorts => ({
  transactions: database,
  idempotency: { claim, answerWrite },
  outboxWrites: (events) => outboxWrites(events, { area: 'meri-lappi' }),
  wakeRelay: () => {},
  auditWrite,
  clock,
  newId,
  logger: silentLogger,
  service: 'clients',
});

export type PostgresClientsOptions = {
  /** Left out: all test staff serve everybody, as in an office of one team. */
  readonly serving?: 'AS_TOLD';
};

/** Starts a Postgres with the service's schema; the clock stands at noon of 2 February 2026. */
export const startPostgresClients = ({ serving }: PostgresClientsOptions = {}): Promise<PostgresClients> =>
  openTogether(async (opened) => {
    const postgres = opened(await startPostgres({ fast: true }), (started) => started.stop());
    const { url, migratorUrl, appRole } = await postgres.createService('clients');
    const migrations = [...persistenceMigrations, ...messagingMigrations, ...clientsMigrations];
    await migrate({ url: migratorUrl, migrations, appRole });
    if (serving === undefined) await oneOffice(migratorUrl);
    const options = { url, applicationName: 'clients', entities: [clientTable], poolSize: 20 };
    const database = opened(await openDatabase(options), (one) => one.close());
    const clock = fixedClock('2026-02-02T12:00:00+02:00');
    const keys = testKeys();
    const ports = portsOf(keys);
    return {
      database,
      postgres,
      migratorUrl,
      clock,
      keys,
      ports,
      pipeline: pipelineOn(database, clock),
      catalogue: clientsCatalogue(ports),
      portsWith: portsOf,
    };
  });
