import type { AuditEntry } from '@tyovayla/kernel/audit-entry';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Sql } from '@tyovayla/kernel/sql';
import type { Actor } from './actor.ts';
import { type Page, pageOf, pageTokenInvalid } from './page.ts';

/** As the entry has it; a part of a record that was looked for in vain was refused to nobody. */
export type ToldResult = AuditEntry['result'] | 'NOTHING_FOUND';

/** One entry of the access log as it is shown: who saw or changed a client's data, when and for what. No personal data. */
export type RecordedAccess = Pick<
  AuditEntry,
  'entryId' | 'actorId' | 'actorRole' | 'action' | 'dataGroup' | 'purpose'
> & {
  readonly result: ToldResult;
  readonly at: Date;
  /** Why the client was looked at, as it was stated; absent where no reason was asked. */
  readonly accessReason?: string;
};

/** Where a page ends: the next begins after this entry. */
export type AccessPosition = Pick<AuditEntry, 'time' | 'entryId'>;

/** A service's own access log on one client, the newest entry first. */
export type AccessLog = {
  list(
    sql: Sql,
    page: { readonly clientId: string; readonly limit: number; readonly before?: AccessPosition },
  ): Promise<readonly AuditEntry[]>;
};

/** What is asked for; `pageToken` is absent for the first page. */
export type AccessPageInput = { readonly clientId: string; readonly pageSize: number; readonly pageToken?: string };

const tokenShape = /^(\d{13})_([0-9a-f-]{36})$/;

const tokenOf = ({ at, entryId }: RecordedAccess): string => `${at.getTime()}_${entryId}`;

const positionOf = (token: string): AccessPosition | undefined => {
  const [, millis, entryId] = tokenShape.exec(token) ?? [];
  return millis === undefined || entryId === undefined ? undefined : { time: new Date(Number(millis)), entryId };
};

/** Where the whole client is not found, the client may have been hidden from who looked: that stays a refusal. */
const hidesClient = new Set(['CLIENT_NOT_FOUND', 'CLIENT_CASE_NOT_FOUND']);

const toldResult = (result: AuditEntry['result'], reason = ''): ToldResult =>
  result === 'REFUSED' && reason.endsWith('_NOT_FOUND') && !hidesClient.has(reason) ? 'NOTHING_FOUND' : result;

/** An entry as it is shown. Of a refusal the reason is the rule that denied, which is nobody's to read here. */
export const recordedAccess = ({ entryId, time, reason, ...entry }: AuditEntry): RecordedAccess => ({
  entryId,
  at: time,
  actorId: entry.actorId,
  actorRole: entry.actorRole,
  action: entry.action,
  dataGroup: entry.dataGroup,
  purpose: entry.purpose,
  result: toldResult(entry.result, reason),
  ...(entry.result === 'SHOWN' && reason !== undefined && { accessReason: reason }),
});

/** An auditor oversees the log of every client, and is shown nothing of the client. */
export const overseesLog = (actor: Actor): boolean => actor.kind === 'STAFF' && actor.roles.includes('AUDITOR');

/**
 * A page of who has seen or changed a client's data, the newest first: for the client and for those who oversee. Whether
 * the actor may read it is for the service to say before. Refuses a token that is none of this list.
 */
export const accessPage = async (
  log: AccessLog,
  sql: Sql,
  { clientId, pageSize, pageToken }: AccessPageInput,
): Promise<Result<Page<RecordedAccess>, Refusal>> => {
  const before = pageToken === undefined ? undefined : positionOf(pageToken);
  if (pageToken !== undefined && before === undefined) return refused(pageTokenInvalid);
  const found = await log.list(sql, { clientId, limit: pageSize + 1, ...(before && { before }) });
  return accepted(pageOf(found.map(recordedAccess), pageSize, tokenOf));
};

/** An entry as the contracts of all services carry it. */
export const accessMessage = ({ entryId: _own, at, accessReason, ...access }: RecordedAccess) => ({
  ...access,
  accessTime: at.toISOString(),
  ...(accessReason !== undefined && { accessReason }),
});
