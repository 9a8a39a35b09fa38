import type { SessionActor } from '@tyovayla/kernel/sql';
import { readInboxLog } from '@tyovayla/messaging/inbox-log';
import type { Database } from '@tyovayla/persistence/open-database';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { StatisticsServiceService } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import { serviceMain } from '@tyovayla/service/service-main';
import { statisticsMigrations } from '../migrations/statistics-migrations.ts';
import { readFact } from './adapters/events/incoming.ts';
import { statisticsMethods } from './adapters/grpc/statistics-methods.ts';
import { pictureQuery } from './adapters/postgres/picture.query.ts';
import { projectionRepository } from './adapters/postgres/projection.repository.ts';
import { type ReadLog, rebuildRepository } from './adapters/postgres/rebuild.repository.ts';
import { readReferenceFigures } from './adapters/reference/read-reference-figures.ts';
import { statisticsCatalogue } from './application/catalogue.ts';
import { createPictureChanges } from './application/picture-changes.ts';
import { statisticsSettings } from './config.ts';

const name = 'statistics';
const rebuilder: SessionActor = { actorId: name, program: name, roles: [] };

const receivedFacts = (database: Database): ReadLog => ({
  // A transaction of its own for each page: reading holds back what is arriving.
  factsAfter: (afterPosition, limit) =>
    database.read(rebuilder, (sql) => readInboxLog(sql, { consumer: name, afterPosition, limit })),
  lastFactsAfter: (tx, afterPosition, limit) => readInboxLog(tx, { consumer: name, afterPosition, limit }),
});

const referenceFile = (area: string): string => `${import.meta.dirname}/../reference/${area}-table-1.json`;

await serviceMain({
  name,
  settings: statisticsSettings,
  migrations: statisticsMigrations,
  definition: StatisticsServiceService,
  publishes: false,
  compose: ({ listen, database, clock }, config) => {
    const changes = createPictureChanges();
    const catalogue = statisticsCatalogue({
      counting: { projection: projectionRepository, readFact },
      watch: {
        reader: pictureQuery,
        figures: readReferenceFigures(referenceFile(config.AREA)),
        transactions: database,
        changes,
        clock,
        throttleMs: 150,
        lookMs: 1_000,
      },
      rebuild: {
        store: rebuildRepository(receivedFacts(database)),
        elapsedMs: () => performance.now(),
        pageSize: 5_000,
      },
    });
    listen({
      producer: 'clients',
      apply: catalogue.reactions.countFacts,
      afterCommit: changes.notify,
      contract: { service: ClientsServiceService },
      address: config.CLIENTS_ADDRESS,
    });
    return { methods: statisticsMethods(catalogue) };
  },
});
