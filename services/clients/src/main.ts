import { readFileSync } from 'node:fs';
import { replayOutbox } from '@tyovayla/messaging/outbox';
import { parseFieldKeys } from '@tyovayla/persistence/field-keys';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { serviceMain } from '@tyovayla/service/service-main';
import { startTimerSweeper } from '@tyovayla/service/timer-sweeper';
import { clientsMigrations } from '../migrations/clients-migrations.ts';
import { applyGuidanceEvents, followsGuidance } from './adapters/events/incoming.ts';
import { clientEvents } from './adapters/events/outgoing.ts';
import { clientsMethods } from './adapters/grpc/clients-methods.ts';
import { accessLog } from './adapters/postgres/access-log.query.ts';
import { birthdayTimers } from './adapters/postgres/birthday-timers.ts';
import { clientReader } from './adapters/postgres/client.query.ts';
import { clientRepository } from './adapters/postgres/client.repository.ts';
import { clientTable } from './adapters/postgres/client.table.ts';
import { clientParts } from './adapters/postgres/client-parts.ts';
import { handOverRepository } from './adapters/postgres/hand-over.repository.ts';
import { identityRepository } from './adapters/postgres/identity.repository.ts';
import { identityCodeVault } from './adapters/postgres/identity-code-vault.ts';
import { mergeRepository } from './adapters/postgres/merge.repository.ts';
import { networkClients } from './adapters/postgres/network-clients.ts';
import { retentionRepository } from './adapters/postgres/retention.repository.ts';
import { servingRecords } from './adapters/postgres/serving.ts';
import { successionRepository } from './adapters/postgres/succession.repository.ts';
import { readArea } from './adapters/reference/read-area.ts';
import { clientsCatalogue } from './application/catalogue.ts';
import type { ClientsPorts } from './application/ports.ts';
import { registrationReader } from './application/read-registration.ts';
import { birthdayKinds } from './birthday-kinds.ts';
import { type ClientsConfig, clientsSettings } from './config.ts';
import { retentionKinds } from './retention-kinds.ts';
import { successionKinds } from './succession-kinds.ts';

const clientsPorts = (config: ClientsConfig): ClientsPorts => {
  const keys = parseFieldKeys(readFileSync(config.KEYS_FILE, 'utf8'));
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
    area: readArea(new URL(`../reference/${config.AREA}.json`, import.meta.url)),
  };
};

await serviceMain({
  name: 'clients',
  settings: clientsSettings,
  migrations: clientsMigrations,
  entities: [clientTable],
  definition: ClientsServiceService,
  publishes: true,
  compose: ({ listen, database, clock, ports: pipeline }, config) => {
    const ports = clientsPorts(config);
    const catalogue = clientsCatalogue(ports);
    listen({
      producer: 'guidance',
      apply: applyGuidanceEvents(catalogue.reactions.followService),
      follows: followsGuidance,
      // While nothing comes who serves whom stands still, and everything else goes on.
      isNeededToServe: false,
      contract: { service: GuidanceServiceService },
      address: config.GUIDANCE_ADDRESS,
    });
    const kinds = {
      ...birthdayKinds(catalogue.commands),
      ...retentionKinds(catalogue.commands),
      ...successionKinds(catalogue.commands),
    };
    const sweeper = startTimerSweeper({ transactions: database, pipeline, kinds, everyMs: config.TIMER_EVERY_MS });
    return {
      methods: clientsMethods(catalogue, registrationReader(ports.area, clock), clock),
      stopIntake: [sweeper.stop],
    };
  },
});
