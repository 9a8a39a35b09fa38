import { type SessionActor, type Sql, StaleWrite, type Tx, type Write } from '@tyovayla/kernel/sql';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { sqlStateOf } from './database-errors.ts';
import { mergeWrites, staleWriteState } from './merge-writes.ts';
import { statementName } from './statement-name.ts';

/** A transaction as adapters/postgres may use it: also with TypeORM's manager, on the same connection. */
export type PersistenceTx = Tx & { readonly manager: EntityManager };

/** What `BEGIN` says: a read-only transaction can't even take a row lock. */
export type TransactionMode = 'BEGIN' | 'BEGIN READ ONLY';

/** What TypeORM's Postgres runner can do beyond the interface it publishes. */
type PostgresRunner = QueryRunner & { releasePostgresConnection(error?: Error): Promise<void> };

const sessionText =
  "SELECT set_config('app.actor_id', $1, true), set_config('app.program', $2, true), set_config('app.roles', $3, true)";
const sessionName = 'app_session';

/** "cached plan must not change result type": a migration ran under us, and only a new connection forgets the plan. */
const outdatedPlan = '0A000';

/** The connection's socket, as the driver keeps it. */
type Wired = { readonly connection: { readonly stream: { cork(): void; uncork(): void } } };

const corked = new WeakSet<PoolClient>();

/** What is sent within one turn of the event loop goes out in one packet: the kernel's part of a write is the dear one. */
const gather = (client: PoolClient): void => {
  if (corked.has(client)) return;
  corked.add(client);
  const { stream } = (client as unknown as Wired).connection;
  stream.cork();
  process.nextTick(() => {
    corked.delete(client);
    stream.uncork();
  });
};

const run = (client: PoolClient, text: string, values: readonly unknown[]): Promise<QueryResult> => {
  gather(client);
  const name = statementName(text);
  return client.query(
    name === undefined ? { text, values: values as unknown[] } : { name, text, values: values as unknown[] },
  );
};

const writeAll = async (client: PoolClient, writes: readonly Write[]): Promise<void> => {
  const { text, values } = mergeWrites(writes);
  try {
    await run(client, text, values);
  } catch (error) {
    throw sqlStateOf(error) === staleWriteState ? new StaleWrite((error as Error).message) : error;
  }
};

/** What the transaction still waits for. */
type Sent = { readonly opening: Promise<unknown>; readonly writes: Promise<void>[] };

const txOn = (runner: QueryRunner, client: PoolClient, { opening, writes: sent }: Sent): PersistenceTx => ({
  query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await run(client, text, values)).rows as Row[],
  write: (writes) => {
    if (writes.length === 0) return Promise.resolve();
    // Where BEGIN was cancelled the connection is alive and outside of a transaction: nothing may be changed there.
    const written = opening.then(() => writeAll(client, writes));
    sent.push(written);
    written.catch(() => {});
    return written;
  },
  get manager() {
    // The manager must know that a transaction is open: its own `transaction()` then makes a savepoint.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    return runner.manager;
  },
});

const open = (client: PoolClient, mode: TransactionMode, actor: SessionActor): Promise<unknown> => {
  gather(client);
  const values = [actor.actorId, actor.program, actor.roles.join(',')];
  return Promise.all([client.query(mode), client.query({ name: sessionName, text: sessionText, values })]);
};

const commit = async (client: PoolClient): Promise<void> => {
  gather(client);
  const result = await client.query('COMMIT');
  // Postgres answers COMMIT of a failed transaction with a quiet ROLLBACK: someone swallowed an error.
  if (result.command !== 'COMMIT') throw new Error('transaction was rolled back: a failed statement was ignored');
};

/** Waits for all, and throws what failed first. */
const settle = async (promises: readonly Promise<unknown>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(promises)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
};

const giveUp = async (runner: PostgresRunner, client: PoolClient, error: unknown): Promise<void> => {
  try {
    await client.query('ROLLBACK');
    await runner.releasePostgresConnection(sqlStateOf(error) === outdatedPlan ? (error as Error) : undefined);
  } catch (rollbackError) {
    // A connection whose state is unknown must not serve the next command.
    await runner.releasePostgresConnection(rollbackError as Error);
  }
};

/** "current transaction is aborted": a statement that was sent before this one, and not awaited, has failed. */
const aborted = '25P02';

/** What was wrong in the first place. */
const causeOf = (error: unknown, outcomes: readonly PromiseSettledResult<unknown>[]): unknown => {
  if (sqlStateOf(error) !== aborted) return error;
  const failed = outcomes.find((outcome) => outcome.status === 'rejected' && sqlStateOf(outcome.reason) !== aborted);
  return failed?.status === 'rejected' ? failed.reason : error;
};

/**
 * Runs `work` in one transaction on one pooled connection, with the actor told to row-level security for
 * exactly its length. Commits when `work` resolves, else rolls back and throws what `work` threw.
 * Nothing is retried here: serialization failures and deadlocks come out as they are.
 *
 * Round trips are what a transaction costs, so the opening shares one with the first queries of `work`, and COMMIT
 * with a last write that `work` leaves without awaiting it; both are waited for here.
 */
export const runTransaction = async <T>(
  dataSource: DataSource,
  { mode, actor }: { readonly mode: TransactionMode; readonly actor: SessionActor },
  work: (tx: PersistenceTx) => Promise<T>,
): Promise<T> => {
  const runner = dataSource.createQueryRunner() as PostgresRunner;
  const client: PoolClient = await runner.connect();
  const opening = open(client, mode, actor);
  opening.catch(() => {});
  const writes: Promise<void>[] = [];
  try {
    const value = await work(txOn(runner, client, { opening, writes }));
    // What waits for the opening goes on in the order of waiting: a last write is sent before COMMIT.
    await opening;
    await settle([...writes, commit(client)]);
    await runner.releasePostgresConnection();
    return value;
  } catch (error) {
    const outcomes = await Promise.allSettled([opening, ...writes]);
    await giveUp(runner, client, error);
    throw causeOf(error, outcomes);
  }
};

/** TypeORM's manager of a transaction that came from this package; for repositories, which receive the narrow type. */
export const managerOf = (sql: Sql): EntityManager => {
  const manager = (sql as Partial<PersistenceTx>).manager;
  if (manager === undefined) throw new Error('this transaction was not opened by persistence');
  return manager;
};
