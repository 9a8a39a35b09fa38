import { hasRole, isActor, isProgram, protectRows } from './row-level-security.ts';
import { liisa, startTestDatabase, type TestDatabase } from './testing/test-database.ts';

const protectedNote = {
  name: 'Note2000',
  up: [
    'CREATE TABLE note (handler_id text NOT NULL, hidden boolean NOT NULL)',
    ...protectRows('note', [
      {
        name: 'note_seen',
        command: 'SELECT',
        using: `NOT hidden OR (${hasRole('PROTECTED_CLIENT_HANDLER')} AND ${isActor('handler_id')})`,
      },
      { name: 'note_written', command: 'INSERT', check: isProgram('portal') },
    ]),
    'GRANT SELECT, INSERT ON note TO :app',
  ],
};

describe('rows under a protection', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    // One connection: what one transaction leaves behind, the next would see.
    test = await startTestDatabase([protectedNote], { poolSize: 1 });
    await test.asAdmin("INSERT INTO note VALUES ('staff-0004', true), ('staff-0004', false)");
  });
  afterAll(() => test.stop());

  const handler = { actorId: 'staff-0004', program: 'portal', roles: ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'] };
  const seenBy = async (actor: typeof handler) =>
    (
      await test.database.transact(actor, (tx) =>
        tx.query<{ hidden: boolean }>('SELECT hidden FROM note ORDER BY hidden'),
      )
    ).map(({ hidden }) => (hidden ? 'hidden' : 'open'));

  it('are seen by the handler they are assigned to, and by nobody else with the role', async () => {
    await expect(seenBy(handler)).resolves.toEqual(['open', 'hidden']);
    await expect(seenBy({ ...handler, actorId: 'staff-0044' })).resolves.toEqual(['open']);
  });

  it.each([
    ['another role', ['CASE_SPECIALIST']],
    ['no role', []],
    ['a role whose name only contains it', ['NOT_A_PROTECTED_CLIENT_HANDLER']],
  ])('stay closed to the same person with %s', async (_, roles) => {
    await expect(seenBy({ ...handler, roles })).resolves.toEqual(['open']);
  });

  it('stay closed outside a transaction of ours, whoever used the connection before', async () => {
    await seenBy(handler);
    const seen: { hidden: boolean }[] = await test.database.dataSource.query('SELECT hidden FROM note');

    expect(seen.map(({ hidden }) => hidden)).toEqual([false]);
  });

  it('cannot be written through another program', async () => {
    const write = (program: string) =>
      test.database.transact({ ...liisa, program }, (tx) =>
        tx.write([{ text: "INSERT INTO note VALUES ('staff-0001', false)", values: [] }]),
      );

    await expect(write('population')).rejects.toThrow('row-level security');
    await expect(write('portal')).resolves.toBeUndefined();
  });

  it('bind the owner of the table too', async () => {
    const [row] = await test.asAdmin(
      "SELECT relrowsecurity AND relforcerowsecurity AS forced FROM pg_class WHERE relname = 'note'",
    );

    expect(row).toEqual({ forced: true });
  });
});
