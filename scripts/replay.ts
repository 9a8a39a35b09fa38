import { parseArgs } from 'node:util';
import type { Sql } from '@tyovayla/kernel/sql';
import { replayOutbox } from '@tyovayla/messaging/outbox';
import { dismissMalformed, listParked, type ParkedFilter, redriveParked } from '@tyovayla/messaging/parking';
import { openDatabase } from '@tyovayla/persistence/open-database';

type Arguments = {
  readonly task: 'list' | 'redrive' | 'dismiss' | 'replay';
  readonly url: string;
  readonly filter: ParkedFilter;
  readonly aggregate: string | undefined;
  readonly from: number;
};

const isTask = (text: string | undefined): text is Arguments['task'] =>
  text === 'list' || text === 'redrive' || text === 'dismiss' || text === 'replay';

const readArguments = (): Arguments => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      consumer: { type: 'string' },
      event: { type: 'string' },
      aggregate: { type: 'string' },
      from: { type: 'string', default: '1' },
    },
  });
  const [task] = positionals;
  const { url, consumer, event, aggregate } = values;
  const from = Number(values.from);
  if (!isTask(task) || positionals.length !== 1 || url === undefined) {
    throw new Error(
      'one of list, redrive, dismiss and replay, and --url are needed; see node scripts/replay.js --help',
    );
  }
  if (task === 'replay' && aggregate === undefined) throw new Error('replay needs --aggregate');
  if (!Number.isSafeInteger(from) || from < 1) throw new Error('--from is a version, 1 or more');
  const filter = {
    ...(consumer === undefined ? {} : { consumer }),
    ...(event === undefined ? {} : { eventId: event }),
  };
  return { task, url, filter, aggregate, from };
};

const events = (count: number): string => (count === 1 ? '1 event' : `${count} events`);

const list = async (sql: Sql, { filter }: Arguments): Promise<void> => {
  const parked = await listParked(sql, filter);
  if (parked.length === 0) console.log('no parked events');
  for (const event of parked) {
    const { consumer, producer, eventId, type, aggregateId, aggregateVersion, attempts, lastError, receivedAt } = event;
    console.log(
      `${receivedAt.toISOString()}  ${consumer} from ${producer}  ${eventId}  ${type}  ${aggregateId} ${aggregateVersion}  ${attempts} tries  ${lastError}`,
    );
  }
};

const redrive = async (sql: Sql, { filter }: Arguments): Promise<void> => {
  console.log(`${events(await redriveParked(sql, filter))} will be tried again`);
};

const dismiss = async (sql: Sql, { filter }: Arguments): Promise<void> => {
  const count = await dismissMalformed(sql, filter);
  console.log(`${count === 1 ? '1 message' : `${count} messages`} put out of the way`);
};

const replay = async (sql: Sql, { aggregate = '', from }: Arguments): Promise<void> => {
  const count = await replayOutbox(sql, { aggregateId: aggregate, fromVersion: from });
  console.log(`${events(count)} will be published again`);
};

const tasks = { list, redrive, dismiss, replay };

const main = async (): Promise<void> => {
  const given = readArguments();
  const database = await openDatabase({ url: given.url, applicationName: 'replay', poolSize: 1 });
  try {
    const operator = { actorId: 'operator', program: 'replay', roles: [] };
    await database.transact(operator, (tx) => tasks[given.task](tx, given));
  } finally {
    await database.close();
  }
};

await main().catch((error: unknown) => {
  console.error(`could not do it: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
