import { hash, type KeyObject } from 'node:crypto';
import type { Clock } from '@tyovayla/kernel/clock';
import type { SessionActor, Sql, Transactions } from '@tyovayla/kernel/sql';
import { type CanonicalRow, canonicalEntry, canonicalSelect } from './audit-canonical.ts';
import { appendCheckpoint, lastCheckpoint, signCheckpoint } from './audit-checkpoint.ts';

export type AuditChainOptions = {
  readonly database: Transactions;
  /** Ed25519 private key; only the public half goes to the auditor. */
  readonly signingKey: KeyObject;
  /** Folder of the witness: to be kept where the database's administrators can't write. */
  readonly checkpointDir: string;
  readonly service: string;
  readonly clock: Pick<Clock, 'now'>;
  /** How often to look for new entries, ms. */
  readonly pollMs?: number;
  /** A checkpoint at least this often while entries come, ms … */
  readonly checkpointEveryMs?: number;
  /** … and at the latest after this many entries. */
  readonly checkpointEveryEntries?: number;
  /** Told when a run fails, e.g. because the chain was altered under us; the next run tries again. */
  readonly onError: (error: unknown) => void;
};

export type AuditChain = {
  /** Chains what is committed now and gives the number of entries; swears a checkpoint if one is due. */
  runOnce(): Promise<number>;
  /** Chains what is left, swears a last checkpoint and ends. */
  stop(): Promise<void>;
};

/** Thrown where the stored chain contradicts what this service has chained or sworn to. */
export class ChainAltered extends Error {
  override readonly name = 'ChainAltered';
}

type Link = { readonly seq: bigint; readonly entryId: string; readonly xid: string; readonly hash: Buffer };
type LinkRow = {
  readonly seq: bigint;
  readonly entry_id: string;
  readonly entry_xid: string;
  readonly entry_hash: Buffer;
};
/** The last link of the table, and how many entries this run has put there. */
type Run = { readonly end: Link; readonly added: number };
type Known = { readonly seq: bigint; readonly hash: Buffer };

/** Advisory lock of the one writer; any number, locks are per database. */
const chainLock = 7_281_002;
const batchSize = 2_000;
const genesis: Link = { seq: 0n, entryId: '00000000-0000-0000-0000-000000000000', xid: '0', hash: Buffer.alloc(32) };

const lockText = 'SELECT pg_try_advisory_xact_lock($1) AS locked';
const endText =
  'SELECT seq, entry_id, entry_xid::text AS entry_xid, entry_hash FROM audit_chain WHERE seq = $1 OR seq = (SELECT max(seq) FROM audit_chain) ORDER BY seq';
/** Below the oldest running transaction nothing can appear any more: no entry is overtaken, none is chained twice. */
const nextText = `SELECT ${canonicalSelect} FROM audit_entry
  WHERE (xid, entry_id) > ($1::xid8, $2::uuid) AND xid < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY audit_entry.xid, audit_entry.entry_id LIMIT ${batchSize}`;
const insertText = `INSERT INTO audit_chain (seq, entry_id, entry_xid, prev_hash, entry_hash)
  SELECT $1::bigint + n, entry_id, entry_xid, prev_hash, entry_hash
  FROM unnest($2::uuid[], $3::xid8[], $4::bytea[], $5::bytea[]) WITH ORDINALITY AS link (entry_id, entry_xid, prev_hash, entry_hash, n)`;
const checkpointText =
  'INSERT INTO audit_checkpoint (seq, service, hash, at, signature) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING';

const linkOf = (row: LinkRow): Link => ({
  seq: row.seq,
  entryId: row.entry_id,
  xid: row.entry_xid,
  hash: row.entry_hash,
});

/** Takes the writer's lock and reads the end of the chain; undefined while another process writes. */
const takeEnd = async (sql: Sql, known: Known): Promise<Link | undefined> => {
  const [lock] = await sql.query<{ locked: boolean }>(lockText, [chainLock]);
  if (!lock?.locked) return undefined;
  const links = (await sql.query<LinkRow>(endText, [known.seq])).map(linkOf);
  const sworn = known.seq === 0n || links.some((link) => link.seq === known.seq && link.hash.equals(known.hash));
  if (!sworn) throw new ChainAltered(`the audit chain no longer holds its link ${known.seq}`);
  return links.at(-1) ?? genesis;
};

const chainBatch = async (sql: Sql, end: Link): Promise<Run> => {
  const entries = await sql.query<CanonicalRow>(nextText, [end.xid, end.entryId]);
  if (entries.length === 0) return { end, added: 0 };
  const previous: Buffer[] = [];
  const hashes: Buffer[] = [];
  let last = end.hash;
  for (const entry of entries) {
    previous.push(last);
    last = hash('sha256', Buffer.concat([last, Buffer.from(canonicalEntry(entry))]), 'buffer');
    hashes.push(last);
  }
  const ids = entries.map((entry) => entry.entry_id);
  const xids = entries.map((entry) => entry.xid);
  await sql.query(insertText, [end.seq, ids, xids, previous, hashes]);
  const seq = end.seq + BigInt(entries.length);
  return { end: { seq, entryId: ids.at(-1) ?? '', xid: xids.at(-1) ?? '', hash: last }, added: entries.length };
};

const chainActor = (service: string): SessionActor => ({ actorId: 'audit-chain', program: service, roles: [] });

/** Starts chaining and gives the loop's handle. */
const startLoop = (runOnce: () => Promise<number>, options: AuditChainOptions): { stop(): void } => {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const turn = async (): Promise<void> => {
    await runOnce().catch((error: unknown) => options.onError(error));
    if (!stopped) timer = setTimeout(() => void turn(), options.pollMs ?? 500).unref();
  };
  void turn();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

/** Signs the chain's end when it is time, and remembers what was sworn to. */
const startSwearing = ({ database, service, checkpointDir, clock, signingKey, ...options }: AuditChainOptions) => {
  let swornSeq = 0n;
  let swornAt = performance.now();
  const swear = async (end: Known): Promise<void> => {
    if (end.seq === swornSeq) return;
    const { seq, hash: endHash } = end;
    const signed = signCheckpoint(signingKey, { service, seq, hash: endHash, at: clock.now().toISOString() });
    const values = [seq, service, endHash, signed.at, signed.signature];
    await database.transact(chainActor(service), (tx) => tx.write([{ text: checkpointText, values }]));
    await appendCheckpoint(checkpointDir, signed);
    swornSeq = seq;
    swornAt = performance.now();
  };
  return {
    swear,
    /** The last thing sworn to in this folder, by this process or one before it. */
    last: async (): Promise<Known> => {
      const last = (await lastCheckpoint(checkpointDir, service)) ?? genesis;
      swornSeq = last.seq;
      return last;
    },
    swearIfDue: async (end: Known): Promise<void> => {
      const isFull = end.seq - swornSeq >= BigInt(options.checkpointEveryEntries ?? 10_000);
      if (isFull || performance.now() - swornAt >= (options.checkpointEveryMs ?? 60_000)) await swear(end);
    },
  };
};

/**
 * Chains the access log after commit, so that an entry can't be altered, removed, added or moved later without
 * being noticed: entry_hash = SHA-256(prev_hash ‖ canonical entry), 32 zero bytes before the first. A bare chain
 * can be cut or rewritten as a whole, therefore its end is signed from time to time and the signature is kept
 * elsewhere. Every replica of a service may run this; one at a time writes.
 */
export const startAuditChain = (options: AuditChainOptions): AuditChain => {
  const { database, service } = options;
  const witness = startSwearing(options);
  let known: Known | undefined;

  const chainNext = (from: Known): Promise<Run | undefined> =>
    database.transact(chainActor(service), async (tx) => {
      const end = await takeEnd(tx, from);
      return end && (await chainBatch(tx, end));
    });

  const chainAll = async (): Promise<number> => {
    known ??= await witness.last();
    let added = 0;
    for (;;) {
      const run = await chainNext(known);
      if (run === undefined) return added;
      known = run.end;
      added += run.added;
      await witness.swearIfDue(known);
      if (run.added < batchSize) return added;
    }
  };

  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  const runOnce = () => inTurn(chainAll);
  const loop = startLoop(runOnce, options);
  return {
    runOnce,
    stop: async () => {
      loop.stop();
      // A service that shuts down because its database is gone must still end; the next start chains the rest.
      await inTurn(async () => {
        await chainAll();
        await witness.swear(known ?? genesis);
      }).catch(options.onError);
    },
  };
};
