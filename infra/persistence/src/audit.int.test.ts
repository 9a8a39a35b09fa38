import type { AuditEntry } from '@tyovayla/kernel/audit-entry';
import { auditWrite, listAccesses } from './audit.ts';
import { persistenceMigrations } from './persistence-migrations.ts';
import { anAuditEntry } from './testing/audited.ts';
import { liisa, startTestDatabase, type TestDatabase } from './testing/test-database.ts';

describe('the access log', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase(persistenceMigrations);
  });
  afterAll(() => test.stop());

  const record = (...entries: readonly AuditEntry[]) =>
    test.database.transact(liisa, (tx) => tx.write(entries.map(auditWrite)));

  const accessesOf = (subjectId: string, page: Parameters<typeof listAccesses>[2]) =>
    test.database.read(liisa, (sql) => listAccesses(sql, [subjectId], page));

  it('tells a person everyone who saw or changed their data, and nobody else', async () => {
    const aino = [
      anAuditEntry({ subjectId: 'aino', result: 'SHOWN' }),
      anAuditEntry({ subjectId: 'aino', result: 'CHANGED', requestId: 'r1' }),
      anAuditEntry({ subjectId: 'aino', result: 'REFUSED', reason: 'CLIENT_NOT_FOUND', actorId: 'staff-0002' }),
    ];
    await record(...aino, anAuditEntry({ subjectId: 'eero' }), anAuditEntry({ subjectId: undefined }));

    const told = await accessesOf('aino', { limit: 10 });

    expect(told.toSorted((a, b) => a.entryId.localeCompare(b.entryId))).toEqual(aino);
  });

  it('is told under all ids that have stood for the person, as one list', async () => {
    const moments = [1, 2, 3, 4].map((minute) => new Date(Date.UTC(2027, 1, 1, 10, minute)));
    await record(
      ...moments.map((time, at) => anAuditEntry({ time, subjectId: at % 2 === 0 ? 'veikko' : 'veikko-before' })),
    );
    const told = await test.database.read(liisa, (sql) => listAccesses(sql, ['veikko', 'veikko-before'], { limit: 3 }));
    expect(told.map(({ time }) => time)).toEqual(moments.toReversed().slice(0, 3));
  });

  it('is told newest first, page by page, without a gap or a repetition', async () => {
    const sameMoment = new Date('2027-01-01T10:00:00Z');
    const entries = Array.from({ length: 7 }, (_, index) =>
      anAuditEntry({ subjectId: 'kaisa', time: index < 4 ? sameMoment : new Date(sameMoment.getTime() + index) }),
    );
    await record(...entries);

    const told: AuditEntry[] = [];
    let before: AuditEntry | undefined;
    do {
      const page = await accessesOf('kaisa', { limit: 3, before });
      told.push(...page);
      before = page.at(-1);
    } while (before !== undefined);

    expect(told.map(({ entryId }) => entryId).toSorted()).toEqual(entries.map(({ entryId }) => entryId).toSorted());
    expect(told.map(({ time }) => time.getTime())).toEqual(
      told.map(({ time }) => time.getTime()).toSorted((a, b) => b - a),
    );
  });

  it.each([
    'UPDATE audit_entry SET actor_id = NULL',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'DELETE FROM audit_chain',
    'UPDATE audit_checkpoint SET seq = 1',
  ])('can only grow in the hands of the service: %s is denied', async (statement) => {
    await expect(test.database.transact(liisa, (tx) => tx.query(statement))).rejects.toThrow('permission denied');
  });

  it('leaves nothing shown or changed where it cannot be written', async () => {
    await test.asAdmin(`REVOKE INSERT ON audit_entry FROM ${test.appRole}`);
    const timer = {
      text: "INSERT INTO timer (timer_id, kind, subject_id, due_on) VALUES (gen_random_uuid(), 'k', $1, '2027-01-01')",
      values: ['x'],
    };

    await expect(test.database.transact(liisa, (tx) => tx.write([timer, auditWrite(anAuditEntry())]))).rejects.toThrow(
      'permission denied',
    );

    await test.asAdmin(`GRANT INSERT ON audit_entry TO ${test.appRole}`);
    await expect(test.asAdmin('SELECT 1 FROM timer')).resolves.toEqual([]);
  });
});
