import type { PictureView } from '../api/picture-schemas.ts';
import type { Caller, ClientsService, GuidanceService, Services, StatisticsService } from '../api/ports.ts';
import { refuse } from '../api/problem.ts';
import type { AccessListView, AccessQuery, ClientSummaryView, ClientView } from '../api/schemas.ts';
import { checkReason } from './check-reason.ts';
import { unservedClientId } from './in-memory-file.ts';
import { inMemoryMultiSector } from './in-memory-multi-sector.ts';
import { inMemoryProcess } from './in-memory-process.ts';
import { inMemoryRecord } from './in-memory-record.ts';
import { inMemoryStaffing } from './in-memory-staffing.ts';
import { newClientId, somePeople } from './people.ts';
import { reasonedReads } from './reasoned-reads.ts';
import { someExtract, someProcessExtract } from './some-extract.ts';
import { someRules } from './some-rules.ts';
import { computedPicture, statedTable } from './table-1.ts';

export type InMemoryOptions = {
  readonly today: string;
  /** No people and no figures: pages must look right on the first day too. */
  readonly empty?: boolean;
  /** Counts below this are withheld, as from callers outside the authority. */
  readonly smallFrom?: number;
  readonly guidanceDown?: boolean;
};

const missing = () => refuse({ status: 404, reason: 'CLIENT_NOT_FOUND', domain: 'clients' });
const conflict = (reason: string, metadata: Record<string, string> = {}) =>
  refuse({ status: 409, reason, domain: 'clients', metadata });

const running = (client: ClientView) => client.jobSearches.find((search) => search.endedDate === undefined);

const summaryOf = (client: ClientView): ClientSummaryView => {
  const search = running(client);
  const status = search?.statusSpells.at(-1)?.statusCode;
  const { clientId, givenNames, familyName, municipalityCode } = client;
  return {
    clientId,
    givenNames,
    familyName,
    municipalityCode,
    ...(search && status ? { statusCode: status, jobSearchStartedDate: search.startedDate } : {}),
  };
};

const noRules = {
  describeRules: async () => [],
  explainRule: async () => {
    throw refuse({ status: 404, reason: 'RULE_NOT_FOUND' });
  },
};

type World = {
  readonly options: InMemoryOptions;
  readonly clients: ClientView[];
  readonly accesses: Map<string, AccessListView['accesses']>;
  readonly added: Record<string, number>;
  readonly answers: Map<string, unknown>;
  readonly watchers: Set<() => void>;
  position: number;
};

const change = (world: World): void => {
  world.position += 1;
  for (const wake of world.watchers) wake();
};

const noteAccess = (world: World, clientId: string, action: string, result: string): void => {
  const entry = {
    accessTime: `${world.options.today}T09:15:00.000Z`,
    actorId: 'staff-0001',
    actorRole: 'CASE_SPECIALIST',
    action,
    dataGroup: 'client-record',
    purpose: 'employment-service',
    result,
  };
  world.accesses.set(clientId, [entry, ...(world.accesses.get(clientId) ?? [])]);
};

const seen = (world: World, clientId: string): ClientView => {
  const client = world.clients.find((one) => one.clientId === clientId);
  if (!client) throw missing();
  return client;
};

const replace = (world: World, clientId: string, edit: (client: ClientView) => ClientView): { version: number } => {
  const at = world.clients.findIndex((one) => one.clientId === clientId);
  const before = world.clients[at];
  if (!before) throw missing();
  const next = { ...edit(before), version: before.version + 1 };
  world.clients[at] = next;
  change(world);
  return { version: next.version };
};

const registering =
  (world: World): ClientsService['register'] =>
  async ({ requestId }, input) => {
    const known = world.answers.get(requestId);
    if (known) return known as Awaited<ReturnType<ClientsService['register']>>;
    const same = world.clients.find((one) => one.identityCode === input.identityCode);
    const search = same && running(same);
    if (same && search)
      throw conflict('JOB_SEARCH_ALREADY_RUNNING', { clientId: same.clientId, runningSince: search.startedDate });
    const clientId = newClientId(world.clients.length + 100);
    const startedDate = world.options.today;
    const spells = [{ statusCode: input.statusCode, fromDate: startedDate }];
    const jobSearches = [{ jobSearchId: `${clientId}-1`, startedDate, statusSpells: spells }];
    const { contact = {}, statusCode: _, protectionOrder, ...person } = input;
    const rest = { contact, jobSearches, labourMarketSubsidyDays: 0, version: 2, birthDate: '1990-01-01' };
    world.clients.push({ ...person, ...rest, clientId, ...(protectionOrder ? { protectionOrder } : {}) });
    world.added[input.municipalityCode] = (world.added[input.municipalityCode] ?? 0) + 1;
    change(world);
    const answer = { clientId, jobSearchId: `${clientId}-1`, startedDate };
    world.answers.set(requestId, answer);
    return answer;
  };

const changes = (
  world: World,
): Pick<ClientsService, 'recordStatus' | 'endJobSearch' | 'recordProtectionOrder' | 'liftProtectionOrder'> => ({
  recordStatus: async (_, clientId, { statusCode, fromDate }) =>
    replace(world, clientId, (client) => {
      const [search, ...former] = client.jobSearches;
      const last = search?.statusSpells.at(-1);
      if (!search || !last || search.endedDate) throw conflict('JOB_SEARCH_NOT_RUNNING');
      if (last.statusCode === statusCode) throw conflict('STATUS_UNCHANGED');
      const spells = [...search.statusSpells.slice(0, -1), { ...last, toDate: fromDate }, { statusCode, fromDate }];
      return { ...client, jobSearches: [{ ...search, statusSpells: spells }, ...former] };
    }),
  endJobSearch: async (_, clientId, { endedDate, reason }) =>
    replace(world, clientId, (client) => {
      const [search, ...former] = client.jobSearches;
      if (!search || search.endedDate) throw conflict('JOB_SEARCH_NOT_RUNNING');
      return { ...client, jobSearches: [{ ...search, endedDate, endReason: reason }, ...former] };
    }),
  recordProtectionOrder: async (_, clientId, protectionOrder) =>
    replace(world, clientId, (client) => ({ ...client, protectionOrder })),
  liftProtectionOrder: async (_, clientId) =>
    replace(world, clientId, ({ protectionOrder: _order, ...client }) => client),
});

const clientsOf = (world: World): ClientsService => ({
  ...noRules,
  ...changes(world),
  ...inMemoryRecord({
    today: world.options.today,
    look: (clientId) => seen(world, clientId),
    edit: (clientId, edit) => replace(world, clientId, edit),
  }),
  extract: async (_, clientId) => {
    const { givenNames } = seen(world, clientId);
    return someExtract(world.options.today, givenNames);
  },
  register: registering(world),
  find: async (caller, { identityCode, accessReason }) => {
    const client = world.clients.find((one) => one.identityCode === identityCode.toUpperCase());
    if (!client) throw missing();
    await checkReason(caller, client, { accessReason, domain: 'clients' });
    const { clientId } = client;
    const needRequired = clientId === unservedClientId;
    return { clientId, needRequired, ...(!needRequired && { client: summaryOf(client) }) };
  },
  get: async (caller, clientId, { accessReason }) => {
    const client = seen(world, clientId);
    if (clientId === unservedClientId) throw refuse({ status: 403, reason: 'NEED_NOT_STATED', domain: 'clients' });
    await checkReason(caller, client, { accessReason, domain: 'clients' });
    noteAccess(world, clientId, 'GetClient', 'SHOWN');
    return client;
  },
  profilePublication: async (_, clientId) => {
    seen(world, clientId);
    return { recorded: false };
  },
  names: async (_, clientIds) => {
    const seenOf = world.clients.filter(({ clientId }) => clientIds.includes(clientId));
    for (const { clientId } of seenOf) noteAccess(world, clientId, 'GetClient', 'SHOWN');
    return Object.fromEntries(seenOf.map((one) => [one.clientId, `${one.familyName}, ${one.givenNames}`]));
  },
  list: async (_, query) => {
    const prefix = query.name.toLowerCase();
    const hits = world.clients
      .map(summaryOf)
      .filter((one) =>
        `${one.familyName}\n${one.givenNames}`
          .toLowerCase()
          .split('\n')
          .some((name) => name.startsWith(prefix)),
      )
      .filter((one) => query.municipality === undefined || one.municipalityCode === query.municipality)
      .filter((one) => query.status === undefined || one.statusCode === query.status);
    const from = Number(query.pageToken || '0');
    const to = from + query.pageSize;
    return { clients: hits.slice(from, to), ...(to < hits.length ? { nextPageToken: String(to) } : {}) };
  },
  accesses: async (_, clientId) => {
    seen(world, clientId);
    return { accesses: world.accesses.get(clientId) ?? [] };
  },
});

const pictureOf = (world: World, dayDate: string): PictureView =>
  computedPicture(
    dayDate || world.options.today,
    world.position,
    { added: world.added, empty: world.options.empty ?? false, withheld: !world.options.empty },
    world.options.smallFrom ?? 0,
  );

async function* watching(world: World, dayDate: string, signal: AbortSignal): AsyncIterable<PictureView> {
  while (!signal.aborted) {
    yield pictureOf(world, dayDate);
    const before = world.position;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        world.watchers.delete(wake);
        resolve();
      };
      world.watchers.add(wake);
      signal.addEventListener('abort', wake);
      if (world.position !== before) wake();
    });
  }
}

const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let at = from; at <= to && months.length < 60; ) {
    months.push(at);
    const [year = 0, month = 0] = at.split('-').map(Number);
    at = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  }
  return months;
};

const statisticsOf = (world: World): StatisticsService => ({
  describeRules: someRules.describeRules,
  explainRule: someRules.explainRule,
  picture: async (_, query) =>
    query.day !== undefined
      ? pictureOf(world, query.day)
      : { ...pictureOf(world, `${query.to}-28`), countingDays: monthsBetween(query.from ?? '', query.to ?? '').length },
  stated: async () => statedTable(),
  series: async (_, { row, from, to }) => ({
    months: monthsBetween(from, to).map((month, at) => ({
      dayDate: `${month}-28`,
      cells: (pictureOf(world, '').rows.find((one) => one.row === row)?.cells ?? []).map((cell) =>
        cell.value === undefined ? cell : { ...cell, value: Math.round(cell.value * (1 + Math.sin(at / 2) / 12)) },
      ),
    })),
  }),
  watch: (_: Caller, dayDate, signal) => watching(world, dayDate, signal),
});

const guidanceOf = (world: World): GuidanceService => {
  const parts = { ...inMemoryProcess(world.options), ...inMemoryMultiSector(world.options) };
  const check = (caller: Caller, { clientId, accessReason }: AccessQuery & { readonly clientId: string }) => {
    const client = world.clients.find((one) => one.clientId === clientId);
    return checkReason(caller, client, { accessReason, domain: 'guidance' });
  };
  return {
    ...noRules,
    ...inMemoryStaffing(world.options),
    ...parts,
    ...reasonedReads(parts, check),
    accesses: async (caller, look) => {
      await check(caller, look);
      if (world.options.guidanceDown) throw refuse({ status: 503, reason: 'SERVICE_UNAVAILABLE', domain: 'guidance' });
      return { accesses: [] };
    },
    extract: async (caller, clientId, query) => {
      await check(caller, { clientId, ...query });
      if (world.options.guidanceDown) throw refuse({ status: 503, reason: 'SERVICE_UNAVAILABLE', domain: 'guidance' });
      return someProcessExtract(world.options.today);
    },
    initialInterview: async (caller, clientId, query) => {
      await check(caller, { clientId, ...query });
      if (world.options.guidanceDown) throw refuse({ status: 503, reason: 'SERVICE_UNAVAILABLE', domain: 'guidance' });
      const search = running(seen(world, clientId));
      if (!search) throw missing();
      return {
        state: 'DUE',
        dueDate: '2026-12-08',
        workingDays: 10,
        ruleValidFromDate: '2026-01-01',
        status: 'PLANNED',
      };
    },
  };
};

/** The services that the portal calls, in memory: the same shapes and the refusals that its pages must show. */
export const inMemoryServices = (options: InMemoryOptions): Services => {
  const world: World = {
    options,
    clients: options.empty ? [] : somePeople(),
    accesses: new Map(),
    added: {},
    answers: new Map(),
    watchers: new Set(),
    position: 1,
  };
  return { clients: clientsOf(world), statistics: statisticsOf(world), guidance: guidanceOf(world) };
};
