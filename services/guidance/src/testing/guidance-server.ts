import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Role } from '@tyovayla/kernel/role';
import { messagingMigrations } from '@tyovayla/messaging/messaging-migrations';
import { outboxWrites } from '@tyovayla/messaging/outbox';
import { auditWrite } from '@tyovayla/persistence/audit';
import { answerWrite, claim } from '@tyovayla/persistence/idempotency';
import { migrate } from '@tyovayla/persistence/migrate';
import { type Database, openDatabase } from '@tyovayla/persistence/open-database';
import { persistenceMigrations } from '@tyovayla/persistence/persistence-migrations';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { type GrpcClient, grpcClient } from '@tyovayla/runtime/grpc/client';
import { serveGrpc } from '@tyovayla/runtime/grpc/server';
import { programName } from '@tyovayla/runtime/identity/peer';
import { createTokenVerifier } from '@tyovayla/runtime/identity/token';
import { silentLogger } from '@tyovayla/runtime/log';
import { newId } from '@tyovayla/runtime/new-id';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { startTestIssuer } from '@tyovayla/runtime/testing/test-issuer';
import { openTestAuthority } from '@tyovayla/runtime/testing/test-server';
import { type FixedClock, fixedClock } from '@tyovayla/testing/fixed-clock';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import { projectRoot } from '@tyovayla/testing/project-root';
import { guidanceMigrations } from '../../migrations/guidance-migrations.ts';
import { guidanceMethods } from '../adapters/grpc/guidance-methods.ts';
import { applyCaseNews } from '../application/case-reaction.ts';
import type { GuidancePorts } from '../application/ports.ts';
import { caseReactions } from '../application/reactions/case-reactions.ts';
import type { ClientNews } from '../domain/client-case/client-news.ts';
import { guidancePorts } from '../guidance-ports.ts';

const name = 'guidance';
const area = 'meri-lappi';
const itself = { actorId: name, program: name, roles: [] };
const noon = '2026-02-02T12:00:00+02:00';

/** Who calls, and when. */
export type Caller = { readonly staffId: string; readonly role: Role };

/** The whole service but for the broker: real gRPC with certificates and tokens, real Postgres. */
export type GuidanceServer = {
  readonly clock: FixedClock;
  readonly database: Database;
  readonly postgres: Postgres;
  readonly ports: GuidancePorts;
  readonly pipeline: PipelinePorts;
  /** Lets the client registry's news come in, as the consumer would; each in a transaction of its own. */
  hear(...news: readonly ClientNews[]): Promise<void>;
  /** The service's methods for the portal. */
  readonly portal: GrpcClient<typeof GuidanceServiceService>;
  /** A caller's token, to go with a call. */
  as(caller: Caller): Promise<{ readonly token: string }>;
  stop(): Promise<void>;
};

const receivedAt = (clock: FixedClock, clientId: string): ReceivedEvent => ({
  eventId: newId(),
  type: 'tyovayla.clients.v1.Told',
  producer: 'clients',
  aggregateId: clientId,
  aggregateVersion: 1,
  occurTime: clock.now(),
  body: new Uint8Array(),
  position: 1n,
});

const pipelineOn = (database: Database, clock: FixedClock): PipelinePorts => ({
  transactions: database,
  idempotency: { claim, answerWrite },
  outboxWrites: (events) => outboxWrites(events, { area }),
  wakeRelay: () => {},
  auditWrite,
  clock,
  newId,
  logger: silentLogger,
  service: name,
});

const openStore = async (): Promise<{ readonly postgres: Postgres; readonly database: Database }> => {
  const postgres = await startPostgres({ fast: true });
  const { url, migratorUrl, appRole } = await postgres.createService(name);
  const migrations = [...persistenceMigrations, ...messagingMigrations, ...guidanceMigrations];
  await migrate({ url: migratorUrl, migrations, appRole });
  return { postgres, database: await openDatabase({ url, applicationName: name, poolSize: 10 }) };
};

const referenceFolder = pathToFileURL(join(projectRoot, `services/guidance/reference/${area}/`));

/** Starts the service; its clock stands at noon of Monday 2 February 2026 until the test moves it. */
export const startGuidanceServer = async (): Promise<GuidanceServer> => {
  const { postgres, database } = await openStore();
  const clock = fixedClock(noon);
  const ports = guidancePorts(referenceFolder, clock);
  const pipeline = pipelineOn(database, clock);
  const authority = await openTestAuthority();
  const { issuer, jwksUri, ...idp } = await startTestIssuer();
  const tokenVerifier = createTokenVerifier({ issuer, jwksUri, audience: name, logger: silentLogger });
  const grpc = await serveGrpc({
    listen: '127.0.0.1:0',
    tls: authority.tls(name),
    area,
    definition: GuidanceServiceService,
    methods: guidanceMethods(ports),
    descriptors: readFileSync(join(projectRoot, 'proto/gen/descriptors.binpb')),
    tokenVerifier,
    ports: pipeline,
  });
  const options = { tls: authority.tls('portal'), serverName: programName(name, area) };
  const portal = grpcClient({ service: GuidanceServiceService }, `127.0.0.1:${grpc.port}`, options);
  const apply = applyCaseNews({ ...ports, pipeline }, caseReactions(ports));
  return {
    clock,
    database,
    postgres,
    ports,
    pipeline,
    portal,
    hear: async (...news) => {
      for (const one of news) {
        const heard = [{ news: one, received: receivedAt(clock, one.clientId) }];
        await database.transact(itself, (tx) => apply(tx, heard));
      }
    },
    as: async ({ staffId, role }) => ({ token: await idp.sign({ aud: name, sub: staffId, roles: [role] }) }),
    stop: async () => {
      portal.close();
      await grpc.drain(500);
      tokenVerifier.stop();
      await idp.stop();
      authority.remove();
      await database.close();
      await postgres.stop();
    },
  };
};
