import { randomUUID } from 'node:crypto';
import type { Transactions } from '@tyovayla/kernel/sql';
import { blindIndexes } from '@tyovayla/persistence/blind-index';
import type { Actor } from '@tyovayla/runtime/actor';
import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { startTimerSweeper } from '@tyovayla/service/timer-sweeper';
import { eventually } from '@tyovayla/testing/eventually';
import { clientsCatalogue } from '../../application/catalogue.ts';
import { birthdayKinds } from '../../birthday-kinds.ts';
import { aNationalRecordForm, aRegistration, identityCodeOf, today } from '../../testing/builders.ts';
import { type PostgresClients, startPostgresClients, testKeys } from '../../testing/postgres-clients.ts';

let clients: PostgresClients;

const admin = { actorId: 'clients', program: 'clients', roles: [] };
const specialist = aStaffMember('CASE_SPECIALIST');

type Form = Parameters<typeof aRegistration>[0];

const register = (form: Form, actor: Actor = specialist, requestId: string = randomUUID()) =>
  tryCommand(clients.pipeline, clients.catalogue.commands.registerJobSeeker, {
    actor,
    input: aRegistration(form),
    requestId,
  });

const count = async (text: string, values: readonly unknown[] = []): Promise<number> => {
  const [row] = await clients.database.read(admin, (sql) => sql.query<{ n: number }>(text, values));
  return row?.n ?? -1;
};

beforeAll(async () => {
  clients = await startPostgresClients();
});

afterAll(() => clients.stop());

describe('registering one person from many places at once', () => {
  it('makes one client: one registration wins, the others learn that a job search runs', async () => {
    const identityCode = identityCodeOf('1990-10-10', 920);
    const results = await Promise.all(Array.from({ length: 20 }, () => register({ identityCode })));
    const codes = results.map((result) => (result.ok ? 'registered' : result.refusal.code)).sort();
    expect(codes).toEqual([...Array(19).fill('JOB_SEARCH_ALREADY_RUNNING'), 'registered']);
    const { clients: repository } = clients.ports;
    const applicant = await clients.database.transact(admin, (tx) => repository.loadApplicant(tx, identityCode));
    if (applicant.kind !== 'KNOWN') throw new Error('nobody was registered');
    const { clientId } = applicant.client;
    expect(await count('SELECT count(*)::int AS n FROM job_search WHERE client_id = $1', [clientId])).toBe(1);
    expect(await count('SELECT count(*)::int AS n FROM outbox WHERE aggregate_id = $1', [clientId])).toBe(2);
  });

  it('answers one request sent twenty times with one answer', async () => {
    const requestId = randomUUID();
    const form = { identityCode: identityCodeOf('1990-10-10', 922) };
    const results = await Promise.all(Array.from({ length: 20 }, () => register(form, specialist, requestId)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]?.ok).toBe(true);
  });

  it('lets two changes of one client follow one another, so that none is lost', async () => {
    const registered = await register({ identityCode: identityCodeOf('1990-10-10', 924) });
    if (!registered.ok) throw new Error(registered.refusal.code);
    const { clientId } = registered.value;
    const codes = ['01', '03', '04', '05', '07', '08', '09', '00'] as const;
    const results = await Promise.all(
      codes.map((statusCode) =>
        tryCommand(clients.pipeline, clients.catalogue.commands.recordEmploymentStatus, {
          actor: specialist,
          input: { clientId, statusCode, from: today },
          requestId: randomUUID(),
        }),
      ),
    );
    const versions = results.map((result) => (result.ok ? result.value.version : 0));
    expect(versions.toSorted((one, other) => one - other)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    const last = await count('SELECT max(aggregate_version)::int AS n FROM outbox WHERE aggregate_id = $1', [clientId]);
    expect(last).toBe(10);
  });
});

describe('what stands in the database of an identity code', () => {
  it('is nothing in clear, in any table', async () => {
    const identityCode = identityCodeOf('1991-11-11', 930);
    await register({ identityCode });
    const tables = ['client', 'job_search', 'status_spell', 'outbox', 'audit_entry', 'idempotency', 'timer'];
    for (const table of tables) {
      const found = await count(`SELECT count(*)::int AS n FROM ${table} t WHERE t::text LIKE $1`, [
        `%${identityCode}%`,
      ]);
      expect([table, found]).toEqual([table, 0]);
    }
  });

  it('is found again while index keys rotate, and makes no second client', async () => {
    const identityCode = identityCodeOf('1991-11-11', 932);
    const first = await register({ identityCode });
    const fresh = testKeys();
    const rotated = {
      ...clients.keys,
      blindIndex: { ...clients.keys.blindIndex, two: fresh.blindIndex.one as Uint8Array },
      activeBlindIndex: 'two',
    };
    expect(blindIndexes(rotated, identityCode)).toHaveLength(2);
    const { registerJobSeeker } = clientsCatalogue(clients.portsWith(rotated)).commands;
    const again = await tryCommand(clients.pipeline, registerJobSeeker, {
      actor: specialist,
      input: aRegistration({ identityCode }),
      requestId: randomUUID(),
    });
    expect([first.ok, again.ok ? '' : again.refusal.code]).toEqual([true, 'JOB_SEARCH_ALREADY_RUNNING']);
  });
});

describe('birthdays to come', () => {
  it('are told on their day through the pipeline, each once, also by two replicas at once', async () => {
    const registered = await register({ identityCode: identityCodeOf('2001-02-04', 940) });
    if (!registered.ok) throw new Error(registered.refusal.code);
    const options = {
      transactions: clients.database,
      pipeline: clients.pipeline,
      kinds: birthdayKinds(clients.catalogue.commands),
      everyMs: 3_600_000,
    };
    const [one, other] = [startTimerSweeper(options), startTimerSweeper(options)];
    const told = () =>
      count("SELECT count(*)::int AS n FROM outbox WHERE aggregate_id = $1 AND type LIKE '%.ClientTurned25'", [
        registered.value.clientId,
      ]);
    clients.clock.set('2026-02-03T21:59:00Z');
    await Promise.all([one.runOnce(), other.runOnce()]);
    expect(await told()).toBe(0);
    clients.clock.set('2026-02-03T22:01:00Z');
    await Promise.all([one.runOnce(), other.runOnce()]);
    await eventually(told, { within: 5_000 });
    expect(await told()).toBe(1);
    await Promise.all([one.stop(), other.stop()]);
    clients.clock.set('2026-02-02T12:00:00+02:00');
  });
});

describe('the way of a registration to the database', () => {
  it('is one round trip to load, and one to write', async () => {
    const asked: string[] = [];
    let writes = 0;
    const database: Transactions = clients.database;
    const transactions: Transactions = {
      transact: (actor, work) =>
        database.transact(actor, (tx) =>
          work({
            query: (text, values) => {
              asked.push(text);
              return tx.query(text, values);
            },
            write: (all) => {
              writes += 1;
              return tx.write(all);
            },
          }),
        ),
    };
    const counting = { ...clients.pipeline, transactions };
    const result = await tryCommand(counting, clients.catalogue.commands.registerJobSeeker, {
      actor: aProgram('population'),
      input: aRegistration({
        identityCode: identityCodeOf('1992-12-12', 950),
        statusCode: '',
        nationalRecord: aNationalRecordForm(),
      }),
      requestId: randomUUID(),
    });
    expect(result.ok).toBe(true);
    // The claim of the request id, sent together with the one question who the person is.
    expect([asked.length, writes]).toEqual([2, 1]);
  });
});
