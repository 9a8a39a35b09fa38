import { type SessionActor, type Sql, StaleWrite, type Tx, type Write } from '@tyovayla/kernel/sql';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { sqlStateOf } from './database-errors.ts';
import { mergeWrites } from './merge-writes.ts';
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

const run = (client: PoolClient, text: string, values: readonly unknown[]): Promise<QueryResult> => {
  const name = statementName(text);
  return client.query(
    name === undefined ? { text, values: values as unknown[] } : { name, text, values: values as unknown[] },
  );
};

const checkCount = (write: Write | undefined, touched: number): void => {
  if (write?.expectRows === undefined || write.expectRows === touched) return;
  throw new StaleWrite(`expected to touch ${write.expectRows} rows, touched ${touched}`);
};

const writeAll = async (client: PoolClient, writes: readonly Write[]): Promise<void> => {
  if (writes.length === 0) return;
  const merged = mergeWrites(writes);
  const values = writes.length === 1 && writes[0] ? writes[0].values : writes.flatMap((write) => write.values);
  const result = await run(client, merged.text, values);
  checkCount(writes[merged.main], result.rowCount ?? 0);
  for (const index of merged.counted) checkCount(writes[index], Number(result.rows[0][`c${index}`]));
};

const txOn = (runner: QueryRunner, client: PoolClient): PersistenceTx => ({
  query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await run(client, text, values)).rows as Row[],
  write: (writes) => writeAll(client, writes),
  get manager() {
    // The manager must know that a transaction is open: its own `transaction()` then makes a savepoint.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    return runner.manager;
  },
});

const commit = async (client: PoolClient): Promise<void> => {
  const result = await client.query('COMMIT');
  // Postgres answers COMMIT of a failed transaction with a quiet ROLLBACK: someone swallowed an error.
  if (result.command !== 'COMMIT') throw new Error('transaction was rolled back: a failed statement was ignored');
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

/**
 * Runs `work` in one transaction on one pooled connection, with the actor told to row-level security for
 * exactly its length. Commits when `work` resolves, else rolls back and throws what `work` threw.
 * Nothing is retried here: serialization failures and deadlocks come out as they are.
 */
export const runTransaction = async <T>(
  dataSource: DataSource,
  opening: { readonly mode: TransactionMode; readonly actor: SessionActor },
  work: (tx: PersistenceTx) => Promise<T>,
): Promise<T> => {
  const runner = dataSource.createQueryRunner() as PostgresRunner;
  const client: PoolClient = await runner.connect();
  const { actor, mode } = opening;
  try {
    // Sent together; both are awaited, so that no statement of `work` can run outside the transaction.
    await Promise.all([
      client.query(mode),
      client.query({
        name: sessionName,
        text: sessionText,
        values: [actor.actorId, actor.program, actor.roles.join(',')],
      }),
    ]);
    const value = await work(txOn(runner, client));
    await commit(client);
    await runner.releasePostgresConnection();
    return value;
  } catch (error) {
    await giveUp(runner, client, error);
    throw error;
  }
};

/** TypeORM's manager of a transaction that came from this package; for repositories, which receive the narrow type. */
export const managerOf = (sql: Sql): EntityManager => {
  const manager = (sql as Partial<PersistenceTx>).manager;
  if (manager === undefined) throw new Error('this transaction was not opened by persistence');
  return manager;
};
