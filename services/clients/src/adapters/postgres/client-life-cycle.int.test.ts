import { localDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aProgram } from '@tyovayla/runtime/testing/actors';
import type { ClientId } from '../../domain/client/client.ts';
import type { AreaCode } from '../../domain/client/job-search.ts';
import { aNationalRecordForm, aRegistration, identityCodeOf, today } from '../../testing/builders.ts';
import { handler, officeOn, specialist } from '../../testing/office-on-postgres.ts';
import { type PostgresClients, startPostgresClients } from '../../testing/postgres-clients.ts';

let clients: PostgresClients;

const exchange = aProgram('area-exchange');
const order = { validFrom: '2026-01-01', validTo: '2026-01-31', handlerId: 'staff-0004' };
const rovaniemi = 'rovaniemi' as AreaCode;

const { run, done, recordOf, rows, eventsOf } = officeOn(() => clients);

let people = 0;
/** Somebody new in each test, unemployed since September with 310 paid days. */
const somebody = async (form: Parameters<typeof aRegistration>[0] = {}): Promise<ClientId> => {
  people += 1;
  const identityCode = identityCodeOf(`19${60 + people}-05-04`, 910);
  const nationalRecord = aNationalRecordForm({ subsidyDays: 310, subsidy300Reached: '2026-01-02' });
  const registration = aRegistration({ identityCode, statusCode: '', nationalRecord, ...form });
  const { clientId } = await done(clients.catalogue.commands.registerJobSeeker, registration, aProgram('population'));
  return clientId;
};

const residencesOf = async (clientId: ClientId) =>
  (
    await rows<{ from_on: string; municipality_code: string }>(
      'SELECT from_on, municipality_code FROM residence WHERE client_id = $1 ORDER BY from_on',
      [clientId],
    )
  ).map(({ from_on, municipality_code }) => `${from_on} ${municipality_code}`);

beforeAll(async () => {
  clients = await startPostgresClients();
});

afterAll(() => clients.stop());

describe('a client who moves from Kemi to Simo', () => {
  it('has both homes in the registry, each from its first day on, and a correction replaces that day’s', async () => {
    const aino = await somebody();
    const { moveClient } = clients.catalogue.commands;
    await done(moveClient, { clientId: aino, municipalityCode: '845', from: localDate('2026-01-15') });
    await done(moveClient, { clientId: aino, municipalityCode: '751', from: localDate('2026-01-15') });
    expect(await residencesOf(aino)).toEqual(['2025-09-01 240', '2026-01-15 751']);
    const record = await recordOf(aino);
    expect([record.person.municipalityCode, record.residentSince]).toEqual(['751', '2026-01-15']);
    expect((await eventsOf(aino)).slice(-2)).toEqual(['MunicipalityChanged', 'MunicipalityChanged']);
  });

  it('does not move outside the area by it', async () => {
    const aino = await somebody();
    const result = await run(clients.catalogue.commands.moveClient, {
      clientId: aino,
      municipalityCode: '698',
      from: today,
    });
    expect(result.ok ? 'moved' : result.refusal.code).toBe('MUNICIPALITY_NOT_IN_AREA');
  });

  it('under protection moves without a word, and lifting the order leaves no former home behind', async () => {
    const { moveClient, liftProtectionOrder } = clients.catalogue.commands;
    const saara = await somebody({ protectionOrder: order });
    const before = await eventsOf(saara);
    await done(moveClient, { clientId: saara, municipalityCode: '751', from: localDate('2026-01-15') }, handler);
    expect(await eventsOf(saara)).toEqual(before);
    await done(liftProtectionOrder, { clientId: saara }, handler);
    expect(await residencesOf(saara)).toEqual([`${today} 751`]);
  });
});

describe('a case that goes to another area', () => {
  const out = (clientId: ClientId, actor: Actor = specialist) =>
    done(
      clients.catalogue.commands.transferClientOut,
      { clientId, toArea: rovaniemi, transferredOn: today, planIds: ['0197c000-0000-7000-8000-000000000001'] },
      actor,
    );
  const fetch = (transferId: string, actor: Actor = exchange) =>
    runQuery(clients.pipeline, clients.catalogue.queries.getHandOver, { actor, input: { transferId } });

  it('waits sealed for the receiving area, is read by its program alone, and is erased once it has it', async () => {
    const aino = await somebody();
    const { transferId } = await out(aino);
    const [stored] = await rows<{ record_sealed: Buffer }>(
      'SELECT record_sealed FROM transfer_out WHERE transfer_id = $1',
      [transferId],
    );
    expect(stored?.record_sealed.toString('latin1')).not.toMatch(/Lahtinen|1961|rovaniemi/);
    const shown = await fetch(transferId);
    expect(shown.ok && shown.value.record).toMatchObject({
      familyName: 'Lahtinen',
      startedOn: '2025-09-01',
      subsidyDays: 310,
      subsidy300ReachedOn: '2026-01-02',
      planIds: ['0197c000-0000-7000-8000-000000000001'],
    });
    for (const actor of [specialist, handler, aProgram('population'), aProgram('guidance')])
      expect((await fetch(transferId, actor)).ok).toBe(false);
    await done(clients.catalogue.commands.acknowledgeTransfer, { transferId }, exchange);
    const gone = await fetch(transferId);
    expect(gone.ok ? 'shown' : gone.refusal.code).toBe('TRANSFER_ACKNOWLEDGED');
    const again = await run(clients.catalogue.commands.acknowledgeTransfer, { transferId }, exchange);
    expect(again.ok ? 'acknowledged' : again.refusal.code).toBe('TRANSFER_ACKNOWLEDGED');
  });

  it('is listed for the exchange until then, without anything of the person', async () => {
    const { transferId } = await out(await somebody());
    const list = async () => {
      const input = { limit: 100 };
      const shown = await runQuery(clients.pipeline, clients.catalogue.queries.listHandOvers, {
        actor: exchange,
        input,
      });
      return shown.ok ? shown.value.filter((row) => row.transferId === transferId) : [];
    };
    expect(await list()).toEqual([{ transferId, toArea: 'rovaniemi', transferredOn: today }]);
    await done(clients.catalogue.commands.acknowledgeTransfer, { transferId }, exchange);
    expect(await list()).toEqual([]);
  });

  it('has left the register: no search runs, and its end is none of the national reasons', async () => {
    const aino = await somebody();
    await out(aino);
    const { jobSearches } = await recordOf(aino);
    expect(jobSearches[0]).toMatchObject({ status: 'TRANSFERRED', transferredOn: today, toArea: 'rovaniemi' });
    const ended = await run(clients.catalogue.commands.endJobSearch, {
      clientId: aino,
      reason: 'OTHER',
      endedOn: today,
    });
    expect(ended.ok ? 'ended' : ended.refusal.code).toBe('JOB_SEARCH_NOT_RUNNING');
  });

  it('of a person under protection tells the other area so, in the sealed record only', async () => {
    const saara = await somebody({ protectionOrder: order });
    const { transferId } = await out(saara, handler);
    const shown = await fetch(transferId);
    expect(shown.ok && shown.value.record.protectionOrder).toMatchObject({ handlerId: 'staff-0004' });
  });
});

describe('a case that comes from another area', () => {
  const takeIn = (form: Parameters<typeof aRegistration>[0], actor: Actor = exchange) =>
    run(
      clients.catalogue.commands.receiveTransfer,
      {
        registration: aRegistration({ statusCode: '', nationalRecord: aNationalRecordForm(), ...form }),
        fromArea: rovaniemi,
        takenInOn: localDate('2026-01-20'),
      },
      actor,
    );

  it('goes on with its own start, in a record of its own', async () => {
    const result = await takeIn({ identityCode: identityCodeOf('1991-01-01', 911) });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.startedOn).toBe('2025-09-01');
    const { jobSearches } = await recordOf(result.value.clientId);
    expect(jobSearches[0]).toMatchObject({
      status: 'RUNNING',
      startedOn: '2025-09-01',
      takenIn: { on: '2026-01-20', fromArea: 'rovaniemi' },
    });
    expect(await residencesOf(result.value.clientId)).toEqual(['2026-01-20 240']);
    expect(await eventsOf(result.value.clientId)).toEqual(['ClientRegistered', 'JobSearchTakenIn']);
  });

  it('that had left comes back into the person’s own record, in front of the search that left', async () => {
    const code = identityCodeOf('1991-01-02', 911);
    const aino = await somebody({ identityCode: code });
    const { transferClientOut } = clients.catalogue.commands;
    const transferredOn = localDate('2026-01-10');
    await done(transferClientOut, { clientId: aino, toArea: rovaniemi, transferredOn, planIds: [] });
    const nationalRecord = aNationalRecordForm({ subsidyDays: 310, subsidy300Reached: '2026-01-02' });
    const result = await takeIn({ identityCode: code, nationalRecord, municipalityCode: '751' });
    expect(result.ok && result.value.clientId).toBe(aino);
    const { jobSearches, person } = await recordOf(aino);
    expect(jobSearches.map(({ status }) => status)).toEqual(['RUNNING', 'TRANSFERRED']);
    expect(person.municipalityCode).toBe('751');
  });

  it('is not brought by hand: nobody back-dates a job search', async () => {
    const result = await takeIn({ identityCode: identityCodeOf('1991-01-03', 911) }, handler);
    expect(result.ok ? 'taken in' : result.refusal.code).toBe('NATIONAL_RECORD_NOT_ALLOWED');
    const bySpecialist = await takeIn({ identityCode: identityCodeOf('1991-01-03', 911) }, specialist);
    expect(bySpecialist.ok ? 'taken in' : bySpecialist.refusal.code).toBe('ROLE_NOT_ALLOWED');
  });

  it('of a person under protection is taken in by a handler, and by the exchange where nobody knew them', async () => {
    const first = await takeIn({ identityCode: identityCodeOf('1991-01-04', 911), protectionOrder: order }, handler);
    const second = await takeIn({ identityCode: identityCodeOf('1991-01-05', 911), protectionOrder: order });
    expect([first.ok, second.ok]).toEqual([true, true]);
  });

  it('of a client who is under protection here is for their handler', async () => {
    const code = identityCodeOf('1991-01-06', 911);
    const saara = await somebody({ identityCode: code, protectionOrder: order });
    const { endJobSearch } = clients.catalogue.commands;
    await done(endJobSearch, { clientId: saara, reason: 'OTHER', endedOn: today }, handler);
    const result = await takeIn({ identityCode: code });
    expect(result.ok ? 'taken in' : result.refusal.code).toBe('REGISTRATION_NEEDS_HANDLER');
  });
});
