import type { ClaimOutcome, RequestClaim } from '@tyovayla/kernel/request-claim';
import type { Sql, Tx, Write } from '@tyovayla/kernel/sql';

type StoredRequest = { readonly payload_hash: Buffer; readonly answer: Buffer | null };

const insertText =
  'INSERT INTO idempotency (program, actor_id, request_id, payload_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1 AS claimed';
const selectText =
  'SELECT payload_hash, answer FROM idempotency WHERE program = $1 AND actor_id = $2 AND request_id = $3 FOR UPDATE';
const answerText = 'UPDATE idempotency SET answer = $4 WHERE program = $1 AND actor_id = $2 AND request_id = $3';
const forgetText =
  'DELETE FROM idempotency WHERE ctid = ANY(ARRAY(SELECT ctid FROM idempotency WHERE created_at < $1 ORDER BY created_at LIMIT $2)) RETURNING 1';

/**
 * Claims a request id in the command's own transaction. While another transaction holds the same claim this
 * waits for its end: if that committed, its answer comes back; if it rolled back, the claim is ours.
 * A claim whose transaction stored no answer (it was refused and had no effect) may be taken again.
 */
export const claim = async (tx: Tx, request: RequestClaim): Promise<ClaimOutcome> => {
  const key = [request.program, request.actorId, request.requestId];
  const inserted = await tx.query(insertText, [...key, request.payloadHash]);
  if (inserted.length === 1) return { kind: 'new' };
  const [stored] = await tx.query<StoredRequest>(selectText, key);
  if (stored === undefined) throw new Error('a claimed request vanished: it was forgotten while it was asked for');
  if (!stored.payload_hash.equals(request.payloadHash)) return { kind: 'other-payload' };
  return stored.answer === null ? { kind: 'new' } : { kind: 'seen', answer: stored.answer };
};

/** Stores the answer to a claimed request, together with the command's other writes. */
export const answerWrite = (request: RequestClaim, answer: Uint8Array): Write => ({
  text: answerText,
  values: [request.program, request.actorId, request.requestId, answer],
  expectRows: 1,
});

/** Forgets requests older than `before`, at most `limit` of them, and says how many: answers hold people's data. */
export const forgetRequests = async (sql: Sql, before: Date, limit: number): Promise<number> =>
  (await sql.query(forgetText, [before, limit])).length;
