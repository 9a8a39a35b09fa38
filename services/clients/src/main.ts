import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Clock } from '@tyovayla/kernel/clock';
import { connectBroker } from '@tyovayla/messaging/broker';
import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { outboxWrites, replayOutbox } from '@tyovayla/messaging/outbox';
import { startRelay } from '@tyovayla/messaging/relay';
import { ensureStream } from '@tyovayla/messaging/stream';
import { auditWrite } from '@tyovayla/persistence/audit';
import { startAuditChain } from '@tyovayla/persistence/audit-chain';
import { parseFieldKeys } from '@tyovayla/persistence/field-keys';
import { answerWrite, claim } from '@tyovayla/persistence/idempotency';
import { migrate } from '@tyovayla/persistence/migrate';
import { openDatabase } from '@tyovayla/persistence/open-database';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { createClock } from '@tyovayla/runtime/clock';
import { printConfigTable } from '@tyovayla/runtime/config';
import { type GrpcServer, serveGrpc } from '@tyovayla/runtime/grpc/server';
import { openTls } from '@tyovayla/runtime/grpc/tls';
import { createTokenVerifier } from '@tyovayla/runtime/identity/token';
import { runService, type StartedService } from '@tyovayla/runtime/lifecycle/run-service';
import { createLogger } from '@tyovayla/runtime/log';
import { newId } from '@tyovayla/runtime/new-id';
import type { Logger, PipelinePorts } from '@tyovayla/runtime/ports';
import { startTelemetry } from '@tyovayla/runtime/telemetry/telemetry';
import { clientRegistry } from '../migrations/2001-client-registry.ts';
import { clientEvents } from './adapters/events/outgoing.ts';
import { clientsMethods } from './adapters/grpc/clients-methods.ts';
import { accessLog } from './adapters/postgres/access-log.query.ts';
import { birthdayTimers } from './adapters/postgres/birthday-timers.ts';
import { clientReader } from './adapters/postgres/client.query.ts';
import { clientRepository } from './adapters/postgres/client.repository.ts';
import { clientTable } from './adapters/postgres/client.table.ts';
import { identityCodeVault } from './adapters/postgres/identity-code-vault.ts';
import { clientsCatalogue } from './application/catalogue.ts';
import type { ClientsPorts } from './application/ports.ts';
import { registrationReader } from './application/read-registration.ts';
import { readArea } from './area-reference.ts';
import { startBirthdaySweeper } from './birthday-sweeper.ts';
import { type ClientsConfig, clientsSettings, readClientsConfig, readMigrateConfig } from './config.ts';

const service = 'clients';
const descriptorsFile = new URL('../../../proto/gen/descriptors.binpb', import.meta.url);

/** What every part is made from. */
type Setting = { readonly config: ClientsConfig; readonly clock: Clock; readonly logger: Logger };

const tlsFiles = ({ TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile, TLS_CA_FILE: caFile }: ClientsConfig) => ({
  certFile,
  keyFile,
  caFile,
});

const clientsPorts = (config: ClientsConfig): ClientsPorts => {
  const vault = identityCodeVault(parseFieldKeys(readFileSync(config.KEYS_FILE, 'utf8')));
  return {
    clients: clientRepository(vault),
    reader: clientReader(vault),
    accessLog,
    events: clientEvents,
    birthdays: birthdayTimers,
    outbox: { replay: replayOutbox },
    area: readArea(new URL(`../reference/${config.AREA}.json`, import.meta.url)),
  };
};

/** Database, broker, relay and the access log's chain: what works whether or not anybody calls. */
const openGround = async ({ config, clock, logger }: Setting) => {
  const database = await openDatabase({
    url: config.DATABASE_URL,
    applicationName: service,
    entities: [clientTable],
    onConnectionLost: (error) => logger.warn({ err: error }, 'database connection lost'),
  });
  const broker = await connectBroker({ url: config.NATS_URL, tls: tlsFiles(config), name: service, logger });
  const plan = { service, area: config.AREA };
  await ensureStream(broker, plan);
  const relay = startRelay({ ...plan, broker, transactions: database, logger: logger.child('relay'), clock });
  const chain = startAuditChain({
    database,
    signingKey: createPrivateKey(readFileSync(config.AUDIT_SIGNING_KEY_FILE)),
    checkpointDir: config.AUDIT_CHECKPOINT_DIR,
    service,
    clock,
    onError: (error) => logger.error({ err: error }, 'access log not chained'),
  });
  return { database, broker, relay, chain };
};

type Ground = Awaited<ReturnType<typeof openGround>>;

const pipelinePorts = ({ config, clock, logger }: Setting, { database, relay }: Ground): PipelinePorts => ({
  transactions: database,
  idempotency: { claim, answerWrite },
  outboxWrites: (events) => outboxWrites(events, { area: config.AREA }),
  wakeRelay: relay.wake,
  auditWrite,
  clock,
  newId,
  logger,
  service,
});

type Serving = { readonly methods: ReturnType<typeof clientsMethods>; readonly ports: PipelinePorts };

const serve = async ({ config, logger }: Setting, { methods, ports }: Serving) => {
  const tls = await openTls(tlsFiles(config), logger);
  const { OIDC_ISSUER: issuer, OIDC_JWKS_URI: jwksUri } = config;
  const tokenVerifier = createTokenVerifier({ issuer, jwksUri, audience: service, logger });
  const server: GrpcServer = await serveGrpc({
    listen: config.GRPC_LISTEN,
    tls,
    area: config.AREA,
    definition: ClientsServiceService,
    methods,
    descriptors: readFileSync(descriptorsFile),
    tokenVerifier,
    ports,
    reflection: config.REFLECTION === 'on',
  });
  return { server, tokenVerifier, tls };
};

const start = async (setting: Setting): Promise<StartedService> => {
  const { config, clock, logger } = setting;
  const telemetry = await startTelemetry({
    service,
    area: config.AREA,
    otlpEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    traceFile: config.TRACE_FILE,
    traceRatio: config.TRACE_RATIO,
    logger,
  });
  const ports = clientsPorts(config);
  const catalogue = clientsCatalogue(ports);
  const ground = await openGround(setting);
  const pipeline = pipelinePorts(setting, ground);
  const { database, broker, relay, chain } = ground;
  const { birthdays, area } = ports;
  const { turnAge } = catalogue.commands;
  const sweeper = startBirthdaySweeper({ transactions: database, pipeline, turnAge, birthdays });
  const methods = clientsMethods(catalogue, registrationReader(area, clock));
  const { server, tokenVerifier, tls } = await serve(setting, { methods, ports: pipeline });
  return {
    // The broker is not among them: while it is away events wait in the outbox, and the work goes on.
    checks: { database: database.ping },
    server,
    stopIntake: [sweeper.stop],
    close: [relay.stop, chain.stop, broker.close, database.close, tokenVerifier.stop, tls.stop, telemetry.stop],
  };
};

const run = async (): Promise<void> => {
  const config = readClientsConfig();
  const logger = createLogger({ service, level: config.LOG_LEVEL });
  const clock = createClock(config.CLOCK_OFFSET_MS);
  await runService({ name: service, logger, start: () => start({ config, clock, logger }) });
};

const runMigrations = async (): Promise<void> => {
  const { DATABASE_URL, MIGRATOR_DATABASE_URL } = readMigrateConfig();
  const logger = createLogger({ service });
  const migrations = [...persistenceMigrations, ...messagingMigrations, clientRegistry];
  const appRole = decodeURIComponent(new URL(DATABASE_URL).username);
  const ran = await migrate({ url: MIGRATOR_DATABASE_URL, migrations, appRole });
  logger.info({ count: ran.length }, 'database migrated');
};

const modes: Readonly<Record<string, () => Promise<void> | void>> = {
  run,
  migrate: runMigrations,
  config: () => printConfigTable(clientsSettings),
};

const mode = modes[process.argv[2] ?? 'run'];
if (mode === undefined) throw new Error('usage: main.ts [run | migrate | config]');
await mode();
