import type { AuditEntry } from '@tyovayla/kernel/audit-entry';
import type { Sql, Write } from '@tyovayla/kernel/sql';

type AuditRow = {
  readonly entry_id: string;
  readonly recorded_at: Date;
  readonly actor_kind: AuditEntry['actorKind'];
  readonly actor_id: string;
  readonly actor_role: string;
  readonly program: string;
  readonly action: string;
  readonly data_group: string;
  readonly purpose: string;
  readonly subject_id: string | null;
  readonly result: AuditEntry['result'];
  readonly rule: string | null;
  readonly request_id: string | null;
  readonly correlation_id: string;
};

const columns =
  'entry_id, recorded_at, actor_kind, actor_id, actor_role, program, action, data_group, purpose, subject_id, result, rule, request_id, correlation_id';
const insertText = `INSERT INTO audit_entry (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
const listText = `SELECT ${columns} FROM audit_entry WHERE subject_id = $1 ORDER BY recorded_at DESC, entry_id DESC LIMIT $2`;
const listBeforeText = `SELECT ${columns} FROM audit_entry WHERE subject_id = $1 AND (recorded_at, entry_id) < ($3, $4) ORDER BY recorded_at DESC, entry_id DESC LIMIT $2`;

/** The access log's line, written in the same transaction as what it tells of: what can't be logged isn't shown. */
export const auditWrite = (entry: AuditEntry): Write => ({
  text: insertText,
  values: [
    entry.entryId,
    entry.time,
    entry.actorKind,
    entry.actorId,
    entry.actorRole,
    entry.program,
    entry.action,
    entry.dataGroup,
    entry.purpose,
    entry.subjectId,
    entry.result,
    entry.reason,
    entry.requestId,
    entry.correlationId,
  ],
});

const entryOf = (row: AuditRow): AuditEntry => ({
  entryId: row.entry_id,
  time: row.recorded_at,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  actorRole: row.actor_role,
  program: row.program,
  action: row.action,
  dataGroup: row.data_group,
  purpose: row.purpose,
  result: row.result,
  correlationId: row.correlation_id,
  ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
  ...(row.rule === null ? {} : { reason: row.rule }),
  ...(row.request_id === null ? {} : { requestId: row.request_id }),
});

/** Where a page of accesses begins: after this entry of the page before. */
export type AccessPosition = Pick<AuditEntry, 'time' | 'entryId'>;

type AccessPage = { readonly limit: number; readonly before?: AccessPosition | undefined };

const accessesOf = async (
  sql: Sql,
  subjectId: string,
  { before, limit }: AccessPage,
): Promise<readonly AuditEntry[]> => {
  const rows = before
    ? await sql.query<AuditRow>(listBeforeText, [subjectId, limit, before.time, before.entryId])
    : await sql.query<AuditRow>(listText, [subjectId, limit]);
  return rows.map(entryOf);
};

const newestFirst = (one: AuditEntry, other: AuditEntry): number =>
  other.time.getTime() - one.time.getTime() || (one.entryId < other.entryId ? 1 : -1);

/**
 * Who has seen or changed a person's data, newest first, under all ids that have stood for the person: GDPR article 15
 * and the client's own view.
 */
export const listAccesses = async (
  sql: Sql,
  subjectIds: readonly string[],
  page: AccessPage,
): Promise<readonly AuditEntry[]> => {
  const pages = await Promise.all(subjectIds.map((id) => accessesOf(sql, id, page)));
  return pages.flat().sort(newestFirst).slice(0, page.limit);
};
