import { randomUUID } from 'node:crypto';
import { AccessReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import { dataGroups, notExtracted } from '../../domain/data-groups.ts';
import { aBenefit } from '../../testing/benefit-builders.ts';
import { aClientCase, aJobSearch } from '../../testing/builders.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aReferredCase } from '../../testing/multi-sector-builders.ts';
import { aServiceNeedRequest, refusalOf, registered } from '../../testing/portal-calls.ts';

let guidance: GuidanceServer;

beforeAll(async () => {
  guidance = await startGuidanceServer();
});
afterAll(() => guidance?.stop());

const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
const referring = { actorId: 'staff-0001', program: 'portal', roles: ['CASE_SPECIALIST'] };
const handler: Caller = { staffId: 'staff-0004', role: 'PROTECTED_CLIENT_HANDLER' };
const stranger: Caller = { staffId: 'staff-0999', role: 'CASE_SPECIALIST' };
const why = { accessReason: AccessReason.ACCESS_REASON_DATA_SUBJECT_REQUEST };

const specialistOf = async (clientId: string): Promise<Caller> => {
  const found = await guidance.database.transact(itself, (tx) => guidance.ports.cases.find(tx, clientId));
  return { staffId: found?.specialistId ?? '', role: 'CASE_SPECIALIST' };
};

const extract = async (clientId: string, by: Caller, reason: { accessReason?: AccessReason } = {}) =>
  guidance.portal.extractClientData({ clientId, ...reason }, await guidance.as(by));

/** Kinds of records that stand in an extract, with how many of each. */
const kindsIn = ({ groups }: Awaited<ReturnType<typeof extract>>): Readonly<Record<string, number>> => {
  const kinds = groups.flatMap(({ records }) => records.map(({ kind }) => kind));
  return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((other) => other === kind).length]));
};

const tablesInStore = async (): Promise<readonly string[]> => {
  const rows = await guidance.database.transact(itself, (tx) =>
    tx.query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"),
  );
  return rows.map(({ tablename }) => tablename);
};

describe('a client’s own extract of what guidance keeps', () => {
  it('leaves out no table of the store, but for those that are left out with a reason', async () => {
    const told = dataGroups.flatMap(({ kinds }) => kinds);
    const known = [...told, ...Object.keys(notExtracted)];
    expect((await tablesInStore()).filter((table) => !known.includes(table))).toEqual([]);
  });

  it('tells whole records by group, with law and purpose, and every group', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    const specialist = await specialistOf(clientId);
    const need = aServiceNeedRequest(clientId, { note: 'Toivoo koulutusta' });
    await guidance.portal.assessServiceNeed(need, await guidance.as(specialist));
    const benefit = aBenefit({ clientId, recordId: randomUUID() });
    await guidance.database.transact(itself, (tx) => tx.write(guidance.ports.benefits.record({ benefit })));
    const shown = await extract(clientId, specialist);
    expect(shown.extractedDate).toBe('2026-02-02');
    expect(shown.groups.map(({ code }) => code)).toEqual(dataGroups.map(({ code }) => code));
    expect(kindsIn(shown)).toMatchObject({ client_case: 1, meeting: 1, service_need: 1, benefit: 1 });
    const group = shown.groups.find(({ code }) => code === 'SERVICE_NEED');
    expect(group).toMatchObject({
      purpose: 'EMPLOYMENT_SERVICE',
      specialCategory: true,
      legalBases: [{ act: 'EU 2016/679' }, { act: 'EU 2016/679', section: '9(2)(b)' }, { act: '380/2023' }],
    });
    expect(group?.records[0]?.fields.map(({ name, valueJson }) => [name, valueJson])).toContainEqual([
      'note',
      '"Toivoo koulutusta"',
    ]);
  });

  it('tells also what stayed with a record that went into the client’s, and nothing of anybody else', async () => {
    const [kept, away, other] = [randomUUID(), randomUUID(), randomUUID()];
    await guidance.hear(registered(kept), registered(away), registered(other));
    const specialist = await specialistOf(kept);
    const before = kindsIn(await extract(kept, specialist));
    await guidance.hear({
      kind: 'HistoryReplaced',
      clientId: kept,
      merge: { kind: 'JOINED', clientId: away },
      jobSearch: aJobSearch(),
      residence: { municipalityCode: '240' },
    });
    const after = kindsIn(await extract(kept, await specialistOf(kept)));
    expect(before).toMatchObject({ meeting: 1, client_case: 1 });
    // The kept record's interview, which was cancelled, the one of the job search that goes on, and the other record's.
    expect(after).toMatchObject({ meeting: 3, client_case: 2 });
  });

  it.each([
    ['tells the multi-sector case to a specialist with a seat in the network', 'staff-0001', 1],
    ['leaves it out for a specialist without one', 'staff-0002', undefined],
  ] as const)('%s', async (_, specialistId, cases) => {
    const clientId = randomUUID();
    await guidance.put(aClientCase({ clientId, specialistId }));
    const one = { ...aReferredCase(clientId), caseId: randomUUID() };
    const members = one.members.map((member) => ({ ...member, memberId: randomUUID() }));
    await guidance.database.transact(referring, (tx) =>
      tx.write(guidance.ports.multiSectorCases.insert({ ...one, members })),
    );
    const shown = kindsIn(await extract(clientId, { staffId: specialistId, role: 'CASE_SPECIALIST' }));
    const { client_case: own, multi_sector_case: network, multi_sector_member: seats } = shown;
    expect([own, network, seats]).toEqual([1, cases, cases]);
  });

  it('is for those who serve the client; a manager and others are refused', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId));
    expect(await refusalOf(extract(clientId, stranger))).toMatchObject({ reason: 'NEED_NOT_STATED' });
    const manager: Caller = { staffId: 'staff-0003', role: 'SERVICE_MANAGER' };
    expect(await refusalOf(extract(clientId, manager))).toMatchObject({ code: 'PERMISSION_DENIED' });
  });

  it('of a client under protection is the handler’s alone, for a reason that stands in the access log', async () => {
    const clientId = randomUUID();
    await guidance.hear(registered(clientId, { handlerId: handler.staffId }));
    expect(await refusalOf(extract(clientId, handler))).toMatchObject({ reason: 'ACCESS_REASON_REQUIRED' });
    expect(kindsIn(await extract(clientId, handler, why))).toMatchObject({ client_case: 1, meeting: 1 });
    const ofNobody = await refusalOf(extract(randomUUID(), stranger, why));
    expect(await refusalOf(extract(clientId, stranger, why))).toEqual(ofNobody);
    const page = { clientId, pageSize: 0, pageToken: '' };
    const auditor: Caller = { staffId: 'staff-0007', role: 'AUDITOR' };
    const { accesses } = await guidance.portal.listClientAccesses(page, await guidance.as(auditor));
    expect(accesses.find(({ result }) => result === 'SHOWN')).toMatchObject({
      action: 'ExtractClientData',
      dataGroup: 'all-groups',
      purpose: 'data-subject-request',
      accessReason: 'DATA_SUBJECT_REQUEST',
    });
  });
});
