import { hash } from 'node:crypto';

/*
 * The form that a link's hash is made over, written down independently of the writer (infra/persistence):
 *
 *   entry_hash = SHA-256(prev_hash ‖ form)      prev_hash: 32 raw bytes, zero for the first link
 *   form       = one field per column, in the order below: "<bytes>:<text>," or "~," for NULL
 *   text       = UTF-8; uuid lower-case with hyphens; xid decimal; times in whole microseconds since the epoch
 */
const fields: readonly (readonly [column: string, expression: string])[] = [
  ['entry_id', 'e.entry_id::text'],
  ['recorded_at', '(extract(epoch from e.recorded_at) * 1000000)::bigint::text'],
  ['actor_kind', 'e.actor_kind'],
  ['actor_id', 'e.actor_id'],
  ['actor_role', 'e.actor_role'],
  ['program', 'e.program'],
  ['action', 'e.action'],
  ['data_group', 'e.data_group'],
  ['purpose', 'e.purpose'],
  ['subject_id', 'e.subject_id'],
  ['result', 'e.result'],
  ['rule', 'e.rule'],
  ['request_id', 'e.request_id'],
  ['correlation_id', 'e.correlation_id'],
  ['stored_at', '(extract(epoch from e.stored_at) * 1000000)::bigint::text'],
  ['xid', 'e.xid::text'],
];

/** The select list that gives the fields of a row of audit_entry (as `e`) in their order. */
export const fieldExpressions = fields.map(([, expression]) => expression).join(', ');

export const fieldCount = fields.length;

/** The hash that a link to this entry must have; hexadecimal in and out. */
export const hashOfLink = (previous: string, values: readonly (string | null)[]): string => {
  const form = values
    .map((value) => (value === null ? '~,' : `${Buffer.byteLength(value, 'utf8')}:${value},`))
    .join('');
  return hash('sha256', Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(form, 'utf8')]), 'hex');
};
