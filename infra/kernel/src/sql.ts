/**
 * The narrow view of one database transaction that messaging, runtime and repositories share,
 * so that none of them needs to know the driver.
 */
export type Sql = {
  /** Runs one parameterised statement in the transaction and gives its rows. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
};

/** One data-changing statement of a command. All writes of a command go to Postgres together. */
export type Write = {
  /** INSERT, UPDATE or DELETE with $1, $2 …; no RETURNING, no trailing semicolon. */
  readonly text: string;
  readonly values: readonly unknown[];
  /** Rows that must be touched; another count is a stale version. Absent: any count. */
  readonly expectRows?: number;
};

/** A transaction that can also write many statements in one round trip. */
export type Tx = Sql & {
  /**
   * Sends all writes as one statement; throws StaleWrite where a count differs from `expectRows`. The last write of a
   * transaction need not be awaited: the transaction does that, and its commit then costs no round trip of its own.
   */
  write(writes: readonly Write[]): Promise<void>;
};

/** Who acts, told to row-level security for the length of one transaction. */
export type SessionActor = {
  readonly actorId: string;
  readonly program: string;
  readonly roles: readonly string[];
};

/** Opens transactions. Commits when `work` resolves, rolls back when it throws. */
export type Transactions = {
  transact<T>(actor: SessionActor, work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** Thrown by `Tx.write` where a versioned update touched another number of rows than expected. */
export class StaleWrite extends Error {
  override readonly name = 'StaleWrite';
}
