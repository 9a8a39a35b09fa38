import { readFileSync } from 'node:fs';
import { replayOutbox } from '@tyovayla/messaging/outbox';
import { parseFieldKeys } from '@tyovayla/persistence/field-keys';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { serviceMain } from '@tyovayla/service/service-main';
import { clientRegistry } from '../migrations/2001-client-registry.ts';
import { clientEvents } from './adapters/events/outgoing.ts';
import { clientsMethods } from './adapters/grpc/clients-methods.ts';
import { accessLog } from './adapters/postgres/access-log.query.ts';
import { birthdayTimers } from './adapters/postgres/birthday-timers.ts';
import { clientReader } from './adapters/postgres/client.query.ts';
import { clientRepository } from './adapters/postgres/client.repository.ts';
import { clientTable } from './adapters/postgres/client.table.ts';
import { identityCodeVault } from './adapters/postgres/identity-code-vault.ts';
import { readArea } from './adapters/reference/read-area.ts';
import { clientsCatalogue } from './application/catalogue.ts';
import type { ClientsPorts } from './application/ports.ts';
import { registrationReader } from './application/read-registration.ts';
import { startBirthdaySweeper } from './birthday-sweeper.ts';
import { type ClientsConfig, clientsSettings } from './config.ts';

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

await serviceMain({
  name: 'clients',
  settings: clientsSettings,
  migrations: [clientRegistry],
  entities: [clientTable],
  definition: ClientsServiceService,
  publishes: true,
  compose: ({ database, clock, ports: pipeline }, config) => {
    const ports = clientsPorts(config);
    const catalogue = clientsCatalogue(ports);
    const { birthdays, area } = ports;
    const { turnAge } = catalogue.commands;
    const sweeper = startBirthdaySweeper({ transactions: database, pipeline, turnAge, birthdays });
    return { methods: clientsMethods(catalogue, registrationReader(area, clock)), stopIntake: [sweeper.stop] };
  },
});
