import { inMemoryAccessLog } from '@tyovayla/runtime/testing/in-memory-access-log';
import { type InMemoryOptions, type InMemoryPorts, inMemoryPorts } from '@tyovayla/runtime/testing/in-memory-ports';
import { clientEvents } from '../adapters/events/outgoing.ts';
import { type ClientsCatalogue, clientsCatalogue } from '../application/catalogue.ts';
import type { BirthdayTimer, ClientsPorts } from '../application/ports.ts';
import { inMeriLappi, neighbours } from './builders.ts';
import { inMemoryClients } from './in-memory-clients.ts';
import { inMemoryHandOvers } from './in-memory-hand-overs.ts';
import { inMemoryNetworkClients } from './in-memory-network-clients.ts';
import { inMemoryParts } from './in-memory-parts.ts';
import { inMemoryServing } from './in-memory-serving.ts';

/** The service's commands and queries on the pipelines, in memory. */
export type InMemoryService = {
  readonly world: InMemoryPorts;
  readonly ports: ClientsPorts;
  readonly catalogue: ClientsCatalogue;
  /** Birthdays that are still to be told. */
  birthdays(): readonly BirthdayTimer[];
};

/** What becomes one and two again is tried on Postgres, where row-level security sets records aside. */
const onPostgresOnly = (): never => {
  throw new Error('records become one on Postgres only');
};

/** Starts the service in memory, at noon of 2 February 2026 where nothing else is said. */
export const inMemoryService = (options: InMemoryOptions = {}): InMemoryService => {
  const world = inMemoryPorts({ now: new Date('2026-02-02T10:00:00Z'), ...options });
  const timers = world.transactions.table<BirthdayTimer & { readonly fired: boolean }>();
  const serving = inMemoryServing(world.transactions);
  const { repository, reader, identities } = inMemoryClients(world.transactions, serving);
  const parts = inMemoryParts(world.transactions);
  const open = () => timers.all().filter(({ fired }) => !fired);
  const ports: ClientsPorts = {
    clients: repository,
    handOvers: inMemoryHandOvers(world.transactions),
    identities,
    // Looked for on Postgres: in memory nobody grows old.
    retention: {
      lookOn: () => world.transactions.write(() => 0),
      looked: onPostgresOnly,
      open: onPostgresOnly,
      anonymise: onPostgresOnly,
    },
    successions: {
      decide: onPostgresOnly,
      find: onPostgresOnly,
      successorOf: onPostgresOnly,
      clientsOf: onPostgresOnly,
      handOverOn: onPostgresOnly,
      followed: onPostgresOnly,
    },
    merges: { load: onPostgresOnly, save: onPostgresOnly, loadMerged: onPostgresOnly, saveSplit: onPostgresOnly },
    parts,
    serving: serving.records,
    reader,
    networkClients: inMemoryNetworkClients({ reader, interpreters: parts.interpreters }),
    accessLog: inMemoryAccessLog(world),
    events: clientEvents,
    birthdays: {
      // Setting one twice changes nothing, so no count is expected.
      set: (timer) => {
        const { text, values } = timers.insert(`${timer.clientId} ${timer.age}`, { ...timer, fired: false });
        return { text, values };
      },
      move: (timer) => {
        const id = `${timer.clientId} ${timer.age}`;
        const row = { ...timer, fired: false };
        return timers.get(id) === undefined ? timers.insert(id, row) : timers.update(id, row);
      },
      cancel: ({ clientId, age }) => {
        const id = `${clientId} ${age}`;
        const timer = timers.get(id);
        return timer === undefined ? world.transactions.write(() => 0) : timers.update(id, { ...timer, fired: true });
      },
      fired: (timerId) => {
        const timer = timers.all().find((known) => known.timerId === timerId);
        if (timer === undefined) throw new Error('no such timer');
        return timers.update(`${timer.clientId} ${timer.age}`, { ...timer, fired: true }, ({ fired }) => !fired);
      },
    },
    outbox: { replay: async () => 0 },
    area: {
      municipalities: inMeriLappi().areaMunicipalities,
      takeoverPrograms: ['population'],
      neighbours,
      registrarServesDays: 7,
    },
  };
  return { world, ports, catalogue: clientsCatalogue(ports), birthdays: open };
};
