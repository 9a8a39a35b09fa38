import { type InMemoryOptions, type InMemoryPorts, inMemoryPorts } from '@tyovayla/runtime/testing/in-memory-ports';
import { clientEvents } from '../adapters/events/outgoing.ts';
import { type ClientsCatalogue, clientsCatalogue } from '../application/catalogue.ts';
import type { BirthdayTimer, ClientsPorts } from '../application/ports.ts';
import type { ClientAccess } from '../application/queries/client-access.ts';
import { inMeriLappi } from './builders.ts';
import { inMemoryClients } from './in-memory-clients.ts';

/** The service's commands and queries on the pipelines, in memory. */
export type InMemoryService = {
  readonly world: InMemoryPorts;
  readonly ports: ClientsPorts;
  readonly catalogue: ClientsCatalogue;
  /** Birthdays that are still to be told. */
  birthdays(): readonly BirthdayTimer[];
};

/** Starts the service in memory, at noon of 2 February 2026 where nothing else is said. */
export const inMemoryService = (options: InMemoryOptions = {}): InMemoryService => {
  const world = inMemoryPorts({ now: new Date('2026-02-02T10:00:00Z'), ...options });
  const timers = world.transactions.table<BirthdayTimer & { readonly fired: boolean }>();
  const { repository, reader } = inMemoryClients(world.transactions);
  const accesses = (): readonly (ClientAccess & { readonly subjectId?: string | undefined })[] =>
    world
      .audit()
      .map(({ time, ...entry }) => ({ ...entry, at: time }))
      .reverse();
  const open = () => timers.all().filter(({ fired }) => !fired);
  const ports: ClientsPorts = {
    clients: repository,
    reader,
    accessLog: {
      list: async (_sql, { clientId, limit }) =>
        accesses()
          .filter(({ subjectId }) => subjectId === clientId)
          .slice(0, limit),
    },
    events: clientEvents,
    birthdays: {
      // Setting one twice changes nothing, so no count is expected.
      set: (timer) => {
        const { text, values } = timers.insert(`${timer.clientId} ${timer.age}`, { ...timer, fired: false });
        return { text, values };
      },
      fired: (timerId) => {
        const timer = timers.all().find((known) => known.timerId === timerId);
        if (timer === undefined) throw new Error('no such timer');
        return timers.update(`${timer.clientId} ${timer.age}`, { ...timer, fired: true }, ({ fired }) => !fired);
      },
      due: async (_sql, today, limit) =>
        open()
          .filter(({ turnsOn }) => turnsOn <= today)
          .slice(0, limit),
    },
    outbox: { replay: async () => 0 },
    area: { municipalities: inMeriLappi().areaMunicipalities, takeoverPrograms: ['population'] },
  };
  return { world, ports, catalogue: clientsCatalogue(ports), birthdays: open };
};
