import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@tyovayla/kernel/role';
import { workOff } from '@tyovayla/messaging/inbox';
import { readInboxLog } from '@tyovayla/messaging/inbox-log';
import { auditWrite } from '@tyovayla/persistence/audit';
import { answerWrite, claim } from '@tyovayla/persistence/idempotency';
import { StatisticsServiceService } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
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
import { openTogether } from '@tyovayla/testing/open-together';
import { projectRoot } from '@tyovayla/testing/project-root';
import { readFact } from '../adapters/events/incoming.ts';
import { statisticsMethods } from '../adapters/grpc/statistics-methods.ts';
import { pictureQuery } from '../adapters/postgres/picture.query.ts';
import { projectionRepository } from '../adapters/postgres/projection.repository.ts';
import { rebuildRepository } from '../adapters/postgres/rebuild.repository.ts';
import { readReferenceFigures } from '../adapters/reference/read-reference-figures.ts';
import { statisticsCatalogue } from '../application/catalogue.ts';
import { createPictureChanges } from '../application/picture-changes.ts';
import type { ArrivingEvent } from './fact-events.ts';
import { type StatisticsDatabase, startStatisticsDatabase } from './statistics-database.ts';

const name = 'statistics';
const area = 'meri-lappi';
const actor = { actorId: name, program: name, roles: [] };

/** The file of reference figures that the service carries. */
export const referenceFile = join(projectRoot, 'services/statistics/reference/meri-lappi-table-1.json');

/** The whole service but for the broker: real gRPC with certificates and tokens, real Postgres. */
export type StatisticsServer = {
  readonly clock: FixedClock;
  readonly database: StatisticsDatabase['database'];
  /** What the consumer does with events that arrive. */
  receive(events: readonly ArrivingEvent[]): Promise<void>;
  clientOf(program: string): GrpcClient<typeof StatisticsServiceService>;
  tokenFor(...roles: readonly Role[]): Promise<string>;
  stop(): Promise<void>;
};

const catalogueOn = ({ database }: StatisticsDatabase, clock: FixedClock) => {
  const changes = createPictureChanges();
  const catalogue = statisticsCatalogue({
    counting: { projection: projectionRepository, readFact },
    watch: {
      reader: pictureQuery,
      figures: readReferenceFigures(referenceFile),
      transactions: database,
      changes,
      clock,
      throttleMs: 20,
      lookMs: 200,
    },
    rebuild: {
      store: rebuildRepository({
        factsAfter: (afterPosition, limit) =>
          database.read(actor, (sql) => readInboxLog(sql, { consumer: name, afterPosition, limit })),
        lastFactsAfter: (tx, afterPosition, limit) => readInboxLog(tx, { consumer: name, afterPosition, limit }),
      }),
      elapsedMs: () => performance.now(),
      pageSize: 500,
    },
  });
  return { catalogue, changes };
};

const portsOn = ({ database }: StatisticsDatabase, clock: FixedClock): PipelinePorts => ({
  transactions: database,
  idempotency: { claim, answerWrite },
  outboxWrites: () => [],
  wakeRelay: () => {},
  auditWrite,
  clock,
  newId,
  logger: silentLogger,
  service: name,
});

const inboxOf = ({ database }: StatisticsDatabase, catalogue: ReturnType<typeof catalogueOn>['catalogue']) => ({
  consumer: name,
  producer: 'clients',
  transactions: database,
  actor,
  apply: catalogue.reactions.countFacts,
  policy: { tries: 1, firstDelayMs: 1 },
  logger: silentLogger,
});

export const startStatisticsServer = (): Promise<StatisticsServer> =>
  openTogether(async (opened) => {
    const server = opened(await startStatisticsDatabase(), (started) => started.stop());
    const clock = fixedClock('2026-11-24T10:00:00+02:00');
    const authority = opened(await openTestAuthority(), (one) => one.remove());
    const { issuer, jwksUri, sign } = opened(await startTestIssuer(), (idp) => idp.stop());
    const verifying = { issuer, jwksUri, audience: name, logger: silentLogger };
    const { catalogue, changes } = catalogueOn(server, clock);
    const grpc = opened(
      await serveGrpc({
        listen: '127.0.0.1:0',
        tls: authority.tls(name),
        area,
        definition: StatisticsServiceService,
        methods: statisticsMethods(catalogue),
        descriptors: readFileSync(join(projectRoot, 'proto/gen/descriptors.binpb')),
        tokenVerifier: opened(createTokenVerifier(verifying), (verifier) => verifier.stop()),
        ports: portsOn(server, clock),
      }),
      (started) => started.drain(500),
    );
    const inbox = inboxOf(server, catalogue);
    return {
      clock,
      database: server.database,
      receive: async (events: readonly ArrivingEvent[]) => {
        await workOff(inbox, { events, aggregateIds: [] });
        changes.notify();
      },
      clientOf: (program: string) => {
        const options = { tls: authority.tls(program), serverName: programName(name, area) };
        const address = `127.0.0.1:${grpc.port}`;
        return opened(grpcClient({ service: StatisticsServiceService }, address, options), (client) => client.close());
      },
      tokenFor: (...roles: readonly Role[]) => sign({ aud: name, roles }),
    };
  });
