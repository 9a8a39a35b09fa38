import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, refused } from '@tyovayla/kernel/result';
import {
  ClientsServiceService,
  GetClientRequest,
  GetClientResponse,
  RecordSubsidyDaysRequest,
  RecordSubsidyDaysResponse,
  RegisterJobSeekerRequest,
  RegisterJobSeekerResponse,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import {
  StatisticsServiceService,
  WatchSituationPictureRequest,
  WatchSituationPictureResponse,
} from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import type { Access } from '../access.ts';
import type { Command } from '../command.ts';
import type { Feed } from '../feed.ts';
import type { MethodBinding } from '../grpc/binding.ts';
import { commandMethod } from '../grpc/command-method.ts';
import { queryMethod } from '../grpc/query-method.ts';
import { streamMethod } from '../grpc/stream-method.ts';
import type { Query } from '../query.ts';
import type { InMemoryPorts } from './in-memory-ports.ts';

/** A client of the sample: only what the pipelines' rules need. */
export type SampleClient = {
  readonly clientId: string;
  readonly version: number;
  readonly days: number;
  /** Staff id of the only one who may see a protected client. */
  readonly handlerId?: string;
};

export const sampleAccess: Access = {
  roles: ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'],
  programs: ['portal'],
  programsAlone: ['population'],
  purpose: 'employment-service',
  dataGroup: 'client-record',
};

const clientNotFound: Refusal = { kind: 'missing', code: 'CLIENT_NOT_FOUND', data: {} };

export type RecordDaysInput = { readonly clientId: string; readonly days: number };
type Loaded = { readonly clientId: string; readonly client?: SampleClient };

/** How a test can reach into the sample while a call is under way. */
export type SampleHooks = { beforeDecision: () => Promise<void> | void };

const subsidyRefusal = (client: SampleClient, days: number): Refusal | undefined =>
  days < client.days
    ? { kind: 'conflict', code: 'SUBSIDY_DAYS_DECREASED', data: { recordedDays: String(client.days) } }
    : undefined;

/** A small service over two contracts' methods, for tests of the runtime: clients with a count of days. */
export const sampleService = ({ transactions }: InMemoryPorts) => {
  const table = transactions.table<SampleClient>();
  const hooks: SampleHooks = { beforeDecision: () => {} };

  const recordSubsidyDays: Command<RecordDaysInput, Loaded, SampleClient, never, number> = {
    name: 'RecordSubsidyDays',
    access: sampleAccess,
    missing: clientNotFound,
    stale: { kind: 'stale', code: 'CLIENT_CHANGED_MEANWHILE', data: {} },
    load: async (_tx, { clientId }) => {
      const client = table.get(clientId);
      await hooks.beforeDecision();
      return client ? { clientId, client } : { clientId };
    },
    mayTouch: ({ client }, { actor }) =>
      client?.handlerId === undefined || client.handlerId === actor.id
        ? { allowed: true }
        : { allowed: false, rule: 'PROTECTION_ORDER', hidden: true },
    decide: ({ client }, { days }) => {
      if (!client) return refused({ ...clientNotFound, data: { asked: 'yes' } });
      const no = subsidyRefusal(client, days);
      if (no) return refused(no);
      const next = { ...client, days, version: client.version + 1 };
      return accepted({ next, facts: [], answer: next.version });
    },
    save: ({ next }, { client }) => [table.update(next.clientId, next, ({ version }) => version === client?.version)],
    publish: ({ next }, context) => [
      {
        eventId: context.newId(),
        type: 'tyovayla.clients.v1.SubsidyDaysRecorded',
        concept: 'client',
        aggregateId: next.clientId,
        aggregateVersion: next.version,
        occurTime: context.now,
        body: new Uint8Array(),
      },
    ],
    subjectOf: ({ clientId }) => clientId,
  };

  const getClient: Query<{ readonly clientId: string }, SampleClient> = {
    name: 'GetClient',
    access: sampleAccess,
    missing: clientNotFound,
    load: async (_sql, { clientId }) => {
      const client = table.get(clientId);
      await hooks.beforeDecision();
      return client ? accepted(client) : refused(clientNotFound);
    },
    maySee: ({ handlerId }, { actor }) =>
      handlerId === undefined || handlerId === actor.id
        ? { allowed: true }
        : { allowed: false, rule: 'PROTECTION_ORDER', hidden: true },
    subjectOf: ({ clientId }) => clientId,
  };

  const registerJobSeeker: Command<object, undefined, object, never, string> = {
    name: 'RegisterJobSeeker',
    access: sampleAccess,
    load: async () => undefined,
    decide: (_state, _input, context) => accepted({ next: {}, facts: [], answer: context.newId() }),
    save: () => [],
    publish: () => [],
    subjectOf: () => undefined,
  };

  const watchSituationPicture: Feed<string, string> = {
    name: 'WatchSituationPicture',
    access: { ...sampleAccess, dataGroup: 'figures' },
    open: (dayDate) => accepted(daysFrom(dayDate)),
  };

  const methods = {
    getClient: queryMethod({
      query: getClient,
      request: GetClientRequest,
      response: GetClientResponse,
      input: ({ clientId }) => ({ clientId }),
      view: () => GetClientResponse.create({}),
    }),
    recordSubsidyDays: commandMethod({
      command: recordSubsidyDays,
      request: RecordSubsidyDaysRequest,
      response: RecordSubsidyDaysResponse,
      input: ({ clientId, days }) => ({ clientId, days }),
      answer: (version) => RecordSubsidyDaysResponse.create({ version }),
    }),
    registerJobSeeker: commandMethod({
      command: registerJobSeeker,
      request: RegisterJobSeekerRequest,
      response: RegisterJobSeekerResponse,
      input: ({ identityCode }) =>
        identityCode.endsWith('!')
          ? refused([
              { field: 'identity_code', code: 'IDENTITY_CODE_CHECK_CHARACTER', description: 'wrong check character' },
            ])
          : accepted({}),
      answer: (clientId) => RegisterJobSeekerResponse.create({ clientId }),
    }),
    watchSituationPicture: streamMethod({
      feed: watchSituationPicture,
      request: WatchSituationPictureRequest,
      response: WatchSituationPictureResponse,
      input: ({ dayDate }) => dayDate,
      view: (dayDate) => WatchSituationPictureResponse.create({ picture: { dayDate } }),
    }),
  } satisfies Record<keyof typeof sampleDefinition, MethodBinding>;

  return { table, hooks, methods, recordSubsidyDays, getClient, registerJobSeeker, watchSituationPicture };
};

/** Two items at once, and then nothing until the watch is given up. */
async function* daysFrom(dayDate: string): AsyncGenerator<string> {
  yield `${dayDate || '2026-03-02'}`;
  yield '2026-03-03';
  await new Promise(() => {});
}

/** The methods of two contracts that the sample serves. */
export const sampleDefinition = {
  getClient: ClientsServiceService.getClient,
  recordSubsidyDays: ClientsServiceService.recordSubsidyDays,
  registerJobSeeker: ClientsServiceService.registerJobSeeker,
  watchSituationPicture: StatisticsServiceService.watchSituationPicture,
};

/** The contract's descriptors, for tests that run at the repository's root. */
export const sampleDescriptors = (): Uint8Array => readFileSync(join(process.cwd(), 'proto/gen/descriptors.binpb'));
