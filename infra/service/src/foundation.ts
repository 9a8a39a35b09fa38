import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import type { Clock } from '@tyovayla/kernel/clock';
import { type Broker, connectBroker } from '@tyovayla/messaging/broker';
import { type Consumer, type ConsumerOptions, startConsumer } from '@tyovayla/messaging/consumer';
import { outboxWrites } from '@tyovayla/messaging/outbox';
import { type Relay, startRelay } from '@tyovayla/messaging/relay';
import { ensureStream } from '@tyovayla/messaging/stream';
import { auditWrite } from '@tyovayla/persistence/audit';
import { startAuditChain } from '@tyovayla/persistence/audit-chain';
import { answerWrite, claim } from '@tyovayla/persistence/idempotency';
import { type Database, type DatabaseOptions, openDatabase } from '@tyovayla/persistence/open-database';
import type { EventReplay } from '@tyovayla/proto/tyovayla/common/v1/event_replay';
import { createClock } from '@tyovayla/runtime/clock';
import { clockOffsetOf } from '@tyovayla/runtime/clock-offset';
import type { commonConfig } from '@tyovayla/runtime/common-config';
import type { ConfigOf } from '@tyovayla/runtime/config';
import { grpcClient } from '@tyovayla/runtime/grpc/client';
import { openTls, type TlsIdentity } from '@tyovayla/runtime/grpc/tls';
import { programName } from '@tyovayla/runtime/identity/peer';
import { createTokenVerifier, type TokenVerifier } from '@tyovayla/runtime/identity/token';
import type { Check } from '@tyovayla/runtime/lifecycle/readiness';
import { createLogger } from '@tyovayla/runtime/log';
import { newId } from '@tyovayla/runtime/new-id';
import type { Logger, PipelinePorts } from '@tyovayla/runtime/ports';
import { startTelemetry } from '@tyovayla/runtime/telemetry/telemetry';
import { startHousekeeping } from './housekeeping.ts';

export type CommonConfig = ConfigOf<typeof commonConfig>;

export type FoundationOptions = {
  /** The service's short name: database, stream, token audience. */
  readonly name: string;
  readonly config: CommonConfig;
  readonly entities?: DatabaseOptions['entities'];
  /** True where the service publishes events: it then has a stream and a relay. */
  readonly publishes: boolean;
};

type Closing = () => Promise<unknown> | unknown;

/** What a consumer of another service's events needs to be told; the rest stands in the foundation. */
export type ListeningOptions = Pick<ConsumerOptions, 'producer' | 'apply' | 'afterCommit' | 'follows'> & {
  /** The producer's contract and address: where missed facts are asked for. */
  readonly contract: { readonly service: ReplayContract };
  readonly address: string;
  /** False where the service is as good as before while nothing comes; then readiness does not hang on it. */
  readonly isNeededToServe?: boolean;
};

/** Every service that publishes lets its readers ask for facts again. */
type ReplayContract = ServiceDefinition & {
  readonly replayEvents: MethodDefinition<{ replay?: EventReplay | undefined }, { events: number }>;
};

/** Everything that a service with a database stands on, opened and wired once. */
export type Foundation = {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly tls: TlsIdentity;
  readonly database: Database;
  readonly broker: Broker;
  readonly tokenVerifier: TokenVerifier;
  readonly ports: PipelinePorts;
  /** Reacts to another service's events from now on. */
  listen(options: ListeningOptions): Consumer;
  /** Readiness checks by name; grows with `listen`. */
  readonly checks: Record<string, Check>;
  /** Ends what takes up work by itself; grows with `listen`. */
  readonly stopIntake: Closing[];
  /** Ends the rest, in this order. */
  readonly close: Closing[];
};

const tlsFilesOf = (config: CommonConfig) => ({
  certFile: config.TLS_CERT_FILE,
  keyFile: config.TLS_KEY_FILE,
  caFile: config.TLS_CA_FILE,
});

const openRelay = async ({ name, config }: FoundationOptions, parts: Parts): Promise<Relay> => {
  const { broker, database, logger, clock } = parts;
  const plan = { service: name, area: config.AREA };
  await ensureStream(broker, plan);
  return startRelay({ ...plan, broker, transactions: database, logger: logger.child('relay'), clock });
};

type Parts = Pick<Foundation, 'broker' | 'database' | 'logger' | 'clock'>;

const openChain = ({ name, config }: FoundationOptions, { database, clock, logger }: Parts) =>
  startAuditChain({
    database,
    signingKey: createPrivateKey(readFileSync(config.AUDIT_SIGNING_KEY_FILE)),
    checkpointDir: config.AUDIT_CHECKPOINT_DIR,
    service: name,
    clock,
    onError: (error) => logger.error({ err: error }, 'access log not chained'),
  });

const portsOf = ({ name, config }: FoundationOptions, parts: Parts, relay: Relay | undefined): PipelinePorts => ({
  transactions: parts.database,
  idempotency: { claim, answerWrite },
  outboxWrites: (events) => outboxWrites(events, { area: config.AREA }),
  wakeRelay: () => relay?.wake(),
  auditWrite,
  clock: parts.clock,
  newId,
  logger: parts.logger.child('pipeline'),
  service: name,
});

type Lists = Pick<Foundation, 'checks' | 'stopIntake' | 'close'>;

const listenWith = (options: FoundationOptions, parts: Parts & Pick<Foundation, 'tls'>, lists: Lists) => {
  const { name, config } = options;
  return ({ contract, address, isNeededToServe = true, ...listening }: ListeningOptions): Consumer => {
    const { producer } = listening;
    // Its own name in its certificate, not just any of the area's: each development certificate also says "localhost".
    const serverName = programName(producer, config.AREA);
    const facts = grpcClient(contract, address, { tls: parts.tls, serverName });
    const consumer = startConsumer({
      ...listening,
      broker: parts.broker,
      transactions: parts.database,
      consumer: name,
      area: config.AREA,
      logger: parts.logger.child(`consumer ${producer}`),
      clock: parts.clock,
      requestReplay: async (aggregateId, fromVersion) => {
        await facts.replayEvents({ replay: { aggregateId, fromVersion } });
      },
    });
    if (isNeededToServe) {
      lists.checks[`consumer ${producer}`] = () => {
        if (consumer.status().lagging) throw new Error('the consumer does not move');
      };
    }
    lists.stopIntake.push(() => consumer.stop());
    lists.close.unshift(facts.close);
    return consumer;
  };
};

/** Opens database, broker, keys and telemetry of a service and wires the pipelines' ports. Throws where one is unsafe. */
export const openFoundation = async (options: FoundationOptions): Promise<Foundation> => {
  const { name, config, entities, publishes } = options;
  const logger = createLogger({ service: name, level: config.LOG_LEVEL });
  const clock = createClock(clockOffsetOf(config));
  const telemetry = await startTelemetry({
    service: name,
    area: config.AREA,
    otlpEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    traceFile: config.TRACE_FILE,
    traceRatio: config.TRACE_RATIO,
    logger,
  });
  const tls = await openTls(tlsFilesOf(config), logger);
  const database = await openDatabase({
    url: config.DATABASE_URL,
    applicationName: name,
    onConnectionLost: (error) => logger.warn({ err: error }, 'database connection lost'),
    ...(entities === undefined ? {} : { entities }),
  });
  const broker = await connectBroker({ url: config.NATS_URL, tls: tlsFilesOf(config), name, logger });
  const parts = { logger, clock, database, broker };
  const relay = publishes ? await openRelay(options, parts) : undefined;
  const chain = openChain(options, parts);
  const housekeeping = startHousekeeping({ database, service: name, logger: logger.child('housekeeping') });
  const { OIDC_ISSUER: issuer, OIDC_JWKS_URI: jwksUri } = config;
  const tokenVerifier = createTokenVerifier({ issuer, jwksUri, audience: name, logger: logger.child('token') });
  // The broker is not among the checks: while it is away events wait in the outbox, and the work goes on.
  const checks: Record<string, Check> = { database: database.ping };
  const stopIntake: Closing[] = [];
  const close: Closing[] = [
    housekeeping.stop,
    chain.stop,
    broker.close,
    database.close,
    tokenVerifier.stop,
    tls.stop,
    telemetry.stop,
  ];
  return {
    ...parts,
    tls,
    tokenVerifier,
    ports: portsOf(options, parts, relay),
    listen: listenWith(options, { ...parts, tls }, { checks, stopIntake, close }),
    checks,
    stopIntake,
    close,
  };
};
