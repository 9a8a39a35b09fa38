import { type SessionActor, StaleWrite, type Transactions, type Tx, type Write } from '@tyovayla/kernel/sql';

/** A table in memory that a transaction can roll back. Read it directly; change it by writes. */
export type MemoryTable<Row> = {
  get(id: string): Row | undefined;
  all(): readonly Row[];
  /** Adds a row; touches none where the id is taken. */
  insert(id: string, row: Row): Write;
  /** Replaces the row; touches none where there is none, or where `only` says no. */
  update(id: string, row: Row, only?: (current: Row) => boolean): Write;
};

/** Transactions in memory, one at a time. What a failed one has written is undone. */
export type MemoryTransactions = Transactions & {
  table<Row>(): MemoryTable<Row>;
  /** A write that runs code: `apply` gives the number of rows touched. */
  write(apply: () => number, expectRows?: number): Write;
  /** Transactions that were committed and rolled back so far. */
  readonly counts: { committed: number; rolledBack: number };
  /** Who the last transaction was opened for. */
  lastActor(): SessionActor | undefined;
};

/** Answers `sql.query` of code under test that does not go through a port; the default has no answer. */
export type MemorySql = <Row extends object>(text: string, values: readonly unknown[]) => Row[];

const noSql: MemorySql = (text) => {
  throw new Error(`a transaction in memory has no SQL: ${text.slice(0, 60)}`);
};

const run = (write: Write): void => {
  const [apply] = write.values;
  if (typeof apply !== 'function') throw new Error(`not a write in memory: ${write.text.slice(0, 60)}`);
  const touched = (apply as () => number)();
  if (write.expectRows !== undefined && touched !== write.expectRows) throw new StaleWrite('rows');
};

const inMemory = (apply: () => number, expectRows?: number): Write => ({
  text: 'in memory',
  values: [apply],
  ...(expectRows === undefined ? {} : { expectRows }),
});

const createTable = <Row>(rows: Map<string, Row>): MemoryTable<Row> => ({
  get: (id) => rows.get(id),
  all: () => [...rows.values()],
  insert: (id, row) =>
    inMemory(() => {
      if (rows.has(id)) return 0;
      rows.set(id, row);
      return 1;
    }, 1),
  update: (id, row, only = () => true) =>
    inMemory(() => {
      const current = rows.get(id);
      if (current === undefined || !only(current)) return 0;
      rows.set(id, row);
      return 1;
    }, 1),
});

/** Makes transactions in memory, for unit tests of commands, queries and reactions. */
export const memoryTransactions = (sql: MemorySql = noSql): MemoryTransactions => {
  const tables: Map<string, unknown>[] = [];
  const counts = { committed: 0, rolledBack: 0 };
  let last: Promise<unknown> = Promise.resolve();
  let actorOfLast: SessionActor | undefined;

  const txOf = (sent: Promise<void>[]): Tx => ({
    query: async (text, values = []) => sql(text, values),
    write: (writes) => {
      const written = (async () => writes.forEach(run))();
      sent.push(written);
      written.catch(() => {});
      return written;
    },
  });
  const restore = (before: readonly Map<string, unknown>[]): void => {
    tables.forEach((rows, index) => {
      rows.clear();
      for (const [id, row] of before[index] ?? []) rows.set(id, row);
    });
  };
  const transactOne = async <T>(actor: SessionActor, work: (tx: Tx) => Promise<T>): Promise<T> => {
    actorOfLast = actor;
    const before = tables.map((rows) => new Map(rows));
    try {
      const sent: Promise<void>[] = [];
      const value = await work(txOf(sent));
      await Promise.all(sent);
      counts.committed += 1;
      return value;
    } catch (error) {
      restore(before);
      counts.rolledBack += 1;
      throw error;
    }
  };
  return {
    transact: (actor, work) => {
      const mine = last.then(() => transactOne(actor, work));
      last = mine.catch(() => {});
      return mine;
    },
    table: <Row>() => {
      const rows = new Map<string, Row>();
      tables.push(rows as Map<string, unknown>);
      return createTable(rows);
    },
    write: inMemory,
    counts,
    lastActor: () => actorOfLast,
  };
};
