import { localDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { Client as PgClient } from 'pg';
import { readChangeIdentityCode } from '../../application/commands/change-identity-code.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { AreaCode } from '../../domain/client/job-search.ts';
import { retentionKinds } from '../../retention-kinds.ts';
import { aRegistration, identityCodeOf, neighbours } from '../../testing/builders.ts';
import { handler, manager, officeOn, specialist } from '../../testing/office-on-postgres.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';
import { extractTo } from '../grpc/extract-methods.ts';

let clients: PostgresClients;

const order = { validFrom: '2026-01-01', validTo: '', handlerId: 'staff-0004' };

const { done, rows, eventsOf, sweep: fire } = officeOn(() => clients);

let people = 0;
const newCode = () => {
  people += 1;
  return identityCodeOf(`19${40 + people}-06-05`, 913);
};

const somebody = async (form: Parameters<typeof aRegistration>[0] = {}): Promise<ClientId> => {
  const today = clients.pipeline.clock.today();
  const registration = aRegistration({ identityCode: newCode(), familyName: 'Muistila', ...form }, today);
  return (await done(clients.catalogue.commands.registerJobSeeker, registration, handler)).clientId;
};

const end = (clientId: ClientId, actor: Actor = specialist) =>
  done(
    clients.catalogue.commands.endJobSearch,
    { clientId, reason: 'EMPLOYED', endedOn: clients.pipeline.clock.today() },
    actor,
  );

const sweep = async (on: string): Promise<void> => {
  clients.clock.set(`${on}T12:00:00+02:00`);
  await fire(retentionKinds(clients.catalogue.commands));
};

const isShown = async (clientId: ClientId, actor: Actor = specialist): Promise<boolean> => {
  const input = { clientId, accessReason: 'RECORD_KEEPING' } as const;
  return (await runQuery(clients.pipeline, clients.catalogue.queries.getClient, { actor, input })).ok;
};

/** Whether a text stands anywhere in the database, past row-level security. */
const stands = async (text: string): Promise<boolean> => {
  const url = new URL(clients.postgres.adminUrl);
  url.pathname = new URL(clients.migratorUrl).pathname;
  const owner = new PgClient({ connectionString: url.href });
  await owner.connect();
  const { rows } = await owner.query<{ t: string }>(
    "SELECT table_name AS t FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const tables: string[] = [];
  for (const { t } of rows) tables.push(JSON.stringify((await owner.query(`SELECT * FROM ${t}`)).rows));
  await owner.end();
  return tables.some((rowsOfTable) => rowsOfTable.includes(text));
};

beforeAll(async () => {
  clients = await startPostgresClients();
});

afterAll(() => clients.stop());

beforeEach(() => {
  clients.clock.set('2026-02-02T12:00:00+02:00');
});

describe('a client whose data need not be kept any more (handbook R1.20, R1.24)', () => {
  it('is nobody’s to find five years after the last job search; the counted history and the access log stay', async () => {
    const code = newCode();
    const aino = await somebody({ identityCode: code, familyName: 'Unohdettu' });
    await end(aino);
    expect(await stands('Unohdettu')).toBe(true);
    await sweep('2031-02-01');
    expect(await isShown(aino)).toBe(true);
    await sweep('2031-02-02');
    expect(await isShown(aino)).toBe(false);
    expect(await stands('Unohdettu')).toBe(false);
    expect((await eventsOf(aino)).at(-1)).toBe('ClientAnonymised');
    const [left] = await rows<{ entries: number }>(
      'SELECT count(*)::int AS entries FROM audit_entry WHERE subject_id = $1',
      [aino],
    );
    expect(left?.entries).toBeGreaterThan(2);
    expect(await stands(`"client_id":"${aino}"`)).toBe(true);
    expect(await somebody({ identityCode: code })).not.toBe(aino);
  });

  it('stays where a job search runs anew, and is kept for five years from its end', async () => {
    const code = newCode();
    const aino = await somebody({ identityCode: code });
    await end(aino);
    clients.clock.set('2030-05-05T12:00:00+03:00');
    expect(await somebody({ identityCode: code })).toBe(aino);
    await sweep('2031-02-02');
    expect(await isShown(aino)).toBe(true);
    await end(aino);
    await sweep('2036-02-01');
    expect(await isShown(aino)).toBe(true);
    await sweep('2036-02-02');
    expect(await isShown(aino)).toBe(false);
  });

  it('goes with former codes, homes, cases for other areas and protection', async () => {
    const saara = await somebody({ protectionOrder: order });
    const changed = readChangeIdentityCode({ clientId: saara, identityCode: newCode(), ground: 'PROTECTION' });
    if (!changed.ok) throw new Error(changed.refusal.code);
    await done(clients.catalogue.commands.changeIdentityCode, changed.value, handler);
    clients.clock.set('2026-02-04T12:00:00+02:00');
    const toArea = neighbours[0] as AreaCode;
    const transferredOn = localDate('2026-02-04');
    await done(
      clients.catalogue.commands.transferClientOut,
      { clientId: saara, toArea, transferredOn, planIds: [] },
      handler,
    );
    await sweep('2031-02-03');
    expect(await isShown(saara, handler)).toBe(false);
    const [left] = await rows<{ homes: number; codes: number; records: number }>(
      `SELECT (SELECT count(*)::int FROM residence WHERE client_id = $1) AS homes,
          (SELECT count(*)::int FROM former_identity_code WHERE client_id = $1) AS codes,
          (SELECT count(*)::int FROM transfer_out WHERE client_id = $1 AND record_sealed IS NOT NULL) AS records`,
      [saara],
    );
    expect(left).toEqual({ homes: 0, codes: 0, records: 0 });
  });

  it('goes with the records that went into theirs, also by way of another', async () => {
    const [kept, merged] = [await somebody(), await somebody({ familyName: 'Kaksoinen' })];
    await done(
      clients.catalogue.commands.mergeClients,
      {
        keptClientId: kept,
        mergedClientId: merged,
        resolutions: { BOTH_JOB_SEARCHES_RUN: 'KEPT', NAME_DIFFERS: 'KEPT' },
      },
      handler,
    );
    const last = await somebody();
    const resolutions = { BOTH_JOB_SEARCHES_RUN: 'KEPT' } as const;
    const { mergeClients } = clients.catalogue.commands;
    await done(mergeClients, { keptClientId: last, mergedClientId: kept, resolutions }, handler);
    await end(last);
    expect(await stands('Kaksoinen')).toBe(true);
    await sweep('2031-02-02');
    expect(await stands('Kaksoinen')).toBe(false);
    expect([await isShown(last), await isShown(kept), await isShown(merged)]).toEqual([false, false, false]);
  });
});

describe('what a person gets who asks what is kept of them (GDPR article 15)', () => {
  const extract = async (clientId: ClientId, actor: Actor = specialist) => {
    const input = { clientId, accessReason: 'DATA_SUBJECT_REQUEST' } as const;
    const shown = await runQuery(clients.pipeline, clients.catalogue.queries.extractClientData, { actor, input });
    if (!shown.ok) throw new Error(shown.refusal.code);
    return extractTo(shown.value);
  };

  it('is everything, by group, with why it is kept', async () => {
    const code = newCode();
    const aino = await somebody({ identityCode: code });
    const changed = readChangeIdentityCode({ clientId: aino, identityCode: newCode(), ground: 'REGISTER_CORRECTION' });
    if (!changed.ok) throw new Error(changed.refusal.code);
    await done(clients.catalogue.commands.changeIdentityCode, changed.value);
    const { groups, extractedDate } = await extract(aino);
    expect(extractedDate).toBe('2026-02-02');
    const identity = groups.find((group) => group.code === 'IDENTITY');
    expect(identity).toMatchObject({ purpose: 'IDENTIFY_CLIENT', specialCategory: false });
    expect(identity?.records.map(({ kind }) => kind)).toEqual(['Client', 'Residence', 'FormerIdentityCode']);
    const fields = identity?.records.flatMap((record) => record.fields) ?? [];
    expect(fields).toContainEqual({ name: 'family_name', valueJson: '"Muistila"' });
    expect(fields).toContainEqual({ name: 'identity_code', valueJson: JSON.stringify(code) });
    expect(groups.find((group) => group.code === 'LANGUAGE')?.records[0]?.fields).toEqual([
      { name: 'service_language', valueJson: '"SERVICE_LANGUAGE_FI"' },
    ]);
    expect(groups.find((group) => group.code === 'WORK_ABILITY')).toMatchObject({ specialCategory: true, records: [] });
    expect(groups.every(({ legalBases }) => legalBases.length > 0)).toBe(true);
  });

  it('is not for those who may not see all of it, and stands in the access log', async () => {
    const aino = await somebody();
    await expect(extract(aino, manager)).rejects.toThrow('ROLE_NOT_ALLOWED');
    const saara = await somebody({ protectionOrder: order });
    await expect(extract(saara)).rejects.toThrow('CLIENT_NOT_FOUND');
    await extract(saara, handler);
    const input = { clientId: saara, pageSize: 25, accessReason: 'DATA_SUBJECT_REQUEST' } as const;
    const { listClientAccesses } = clients.catalogue.queries;
    const log = await runQuery(clients.pipeline, listClientAccesses, { actor: handler, input });
    const rows = log.ok ? log.value.rows : [];
    expect(rows.find(({ action, result }) => action === 'ExtractClientData' && result === 'SHOWN')).toMatchObject({
      purpose: 'data-subject-request',
      dataGroup: 'all-groups',
      accessReason: 'DATA_SUBJECT_REQUEST',
    });
  });
});
