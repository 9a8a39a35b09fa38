import type { SessionActor, Sql, Transactions } from '@tyovayla/kernel/sql';
import { DataSource, type EntitySchema } from 'typeorm';
import { pgTypes } from './pg-types.ts';
import { quietLogger } from './quiet-logger.ts';
import { type PersistenceTx, runTransaction } from './transaction.ts';

export type DatabaseOptions = {
  /** postgres://role:password@host:port/database, with the app role. */
  readonly url: string;
  /** Connections at most; each running command holds one. */
  readonly poolSize?: number;
  readonly entities?: readonly EntitySchema[];
  /** Shown in pg_stat_activity, e.g. "clients". */
  readonly applicationName: string;
  /** Told when an idle connection breaks; the pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
};

/** A service's own database. */
export type Database = Transactions & {
  transact<T>(actor: SessionActor, work: (tx: PersistenceTx) => Promise<T>): Promise<T>;
  /** A read-only transaction: for readiness, operators and rebuilds. What is shown to people is audited, so it uses `transact`. */
  read<T>(actor: SessionActor, work: (sql: Sql) => Promise<T>): Promise<T>;
  readonly dataSource: DataSource;
  /** Resolves when the database answers; throws where it doesn't. For readiness. */
  ping(): Promise<void>;
  /** Waits for running transactions and closes all connections. */
  close(): Promise<void>;
};

const connectTimeoutMs = 5_000;
const statementTimeoutMs = 10_000;
const idleInTransactionTimeoutMs = 15_000;

const dataSourceFor = (options: DatabaseOptions): DataSource =>
  new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? 8,
    connectTimeoutMS: connectTimeoutMs,
    entities: [...(options.entities ?? [])],
    synchronize: false,
    logger: quietLogger,
    installExtensions: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    // Without a handler the shutdown of the server (57P01) would end this process too.
    poolErrorHandler: (error: Error) => options.onConnectionLost?.(error),
    extra: {
      types: pgTypes,
      // Statements that are sent without awaiting in between share one round trip.
      pipeline: true,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
      keepAlive: true,
    },
  });

/**
 * Opens a service's database and checks that it answers. Throws where it can't be reached.
 * Survives restarts of the server: broken connections are thrown away, the next transaction gets a new one.
 */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const dataSource = await dataSourceFor(options).initialize();
  const running = new Set<Promise<unknown>>();
  const tracked = <T>(transaction: Promise<T>): Promise<T> => {
    running.add(transaction);
    const ended = () => running.delete(transaction);
    transaction.then(ended, ended);
    return transaction;
  };
  return {
    dataSource,
    transact: (actor, work) => tracked(runTransaction(dataSource, { mode: 'BEGIN', actor }, work)),
    read: (actor, work) => tracked(runTransaction(dataSource, { mode: 'BEGIN READ ONLY', actor }, work)),
    ping: async () => {
      await dataSource.query('SELECT 1');
    },
    close: async () => {
      // TypeORM would take the connections out of the hands of those that still work.
      await Promise.allSettled(running);
      await dataSource.destroy();
    },
  };
};
