import type { AuditEntry } from '@tyovayla/kernel/audit-entry';
import { type AccessLog, accessPage, overseesLog } from './access-log.ts';
import { aProgram, aStaffMember } from './testing/actors.ts';
import { memoryTransactions } from './testing/memory-transactions.ts';

const clientId = '0190f000-0000-7000-8000-000000000001';

const entry = (minute: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
  entryId: `0190f000-0000-7000-8000-00000000010${minute}`,
  time: new Date(Date.UTC(2026, 1, 2, 10, minute)),
  actorKind: 'STAFF',
  actorId: 'staff-0001',
  actorRole: 'CASE_SPECIALIST',
  program: 'portal',
  action: 'GetClient',
  subjectId: clientId,
  dataGroup: 'client-record',
  purpose: 'employment-service',
  result: 'SHOWN',
  correlationId: 'correlation',
  ...change,
});

/** A log of these entries, given the newest first. */
const logOf = (entries: readonly AuditEntry[]): AccessLog => ({
  list: async (_sql, { limit, before }) =>
    entries.filter(({ time }) => before === undefined || time < before.time).slice(0, limit),
});

const page = (log: AccessLog, input: { readonly pageSize: number; readonly pageToken?: string }) =>
  memoryTransactions().transact({ actorId: 'staff-0007', program: 'portal', roles: ['AUDITOR'] }, (tx) =>
    accessPage(log, tx, { clientId, ...input }),
  );

describe('The access log on a client', () => {
  it('is shown page by page, each beginning where the one before ended', async () => {
    const log = logOf([entry(5), entry(4), entry(3)]);
    const first = await page(log, { pageSize: 2 });
    if (!first.ok || first.value.nextPageToken === undefined) throw new Error('there is another page');
    expect(first.value.rows.map(({ at }) => at.getUTCMinutes())).toEqual([5, 4]);
    const second = await page(log, { pageSize: 2, pageToken: first.value.nextPageToken });
    expect(second.ok && [second.value.rows.map(({ at }) => at.getUTCMinutes()), second.value.nextPageToken]).toEqual([
      [3],
      undefined,
    ]);
  });

  it('has no page for a token of another list', async () => {
    const answer = await page(logOf([]), { pageSize: 2, pageToken: 'page 2' });
    expect(answer).toMatchObject({ ok: false, refusal: { violations: [{ code: 'PAGE_TOKEN_INVALID' }] } });
  });

  it('says that a part was looked for in vain; a client who may have been hidden from who looked stays refused', async () => {
    const reasons = ['INITIAL_INTERVIEW_NOT_FOUND', 'CLIENT_CASE_NOT_FOUND', 'CLIENT_NOT_FOUND', 'NEED_NOT_STATED'];
    const log = logOf(reasons.map((reason, at) => entry(9 - at, { result: 'REFUSED', reason })));
    const answer = await page(log, { pageSize: 25 });
    expect(answer.ok && answer.value.rows.map(({ result }) => result)).toEqual([
      'NOTHING_FOUND',
      'REFUSED',
      'REFUSED',
      'REFUSED',
    ]);
  });

  it('tells for which reason something was shown, and of a refusal not by which rule', async () => {
    const log = logOf([
      entry(5, { reason: 'NEED_SUBSTITUTION' }),
      entry(4, { result: 'REFUSED', reason: 'PROTECTION_ORDER' }),
    ]);
    const answer = await page(log, { pageSize: 25 });
    expect(answer.ok && answer.value.rows.map(({ result, accessReason }) => [result, accessReason])).toEqual([
      ['SHOWN', 'NEED_SUBSTITUTION'],
      ['REFUSED', undefined],
    ]);
  });

  it('is overseen by auditors alone', () => {
    expect([aStaffMember('AUDITOR'), aStaffMember('SERVICE_MANAGER'), aProgram('portal')].map(overseesLog)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
