import { localDate } from '@tyovayla/kernel/local-date';
import type { SessionActor } from '@tyovayla/kernel/sql';
import { aBenefit } from '../../testing/benefit-builders.ts';
import { aClientCase, aProtectedCase, clientIdOf } from '../../testing/builders.ts';
import { caseRepositoryContract } from '../../testing/case-repository-contract.ts';
import { type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aBookedMeeting, aPlannedMeeting } from '../../testing/meeting-builders.ts';

let guidance: GuidanceServer;

beforeAll(async () => {
  guidance = await startGuidanceServer();
});

afterAll(() => guidance?.stop());

caseRepositoryContract('Postgres', async () => ({ ...guidance.ports, transactions: guidance.database }));

const itself: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };

const session = (actorId: string, ...roles: readonly string[]): SessionActor => ({ actorId, program: 'portal', roles });

const meetingIds = { ordinary: clientIdOf(501), theirs: clientIdOf(502) };

// The second lock on protected clients: it holds where an access rule fails.
describe('row-level security of cases and what is in them', () => {
  const [ordinary, hidden] = [clientIdOf(101), clientIdOf(102)];

  beforeAll(async () => {
    const { ports, database } = guidance;
    const cases = [aClientCase({ clientId: ordinary }), aProtectedCase({ clientId: hidden })];
    await database.transact(itself, (tx) => tx.write(cases.flatMap(ports.cases.insert)));
    const meetings = [
      aPlannedMeeting({ clientId: ordinary, meetingId: meetingIds.ordinary }),
      aBookedMeeting({ clientId: hidden, meetingId: meetingIds.theirs }),
    ];
    await database.transact(itself, (tx) => tx.write(ports.meetings.save(meetings.map((after) => ({ after })))));
    const benefits = [ordinary, hidden].map((clientId) => aBenefit({ clientId, recordId: clientId }));
    await database.transact(itself, (tx) =>
      tx.write(benefits.flatMap((benefit) => ports.benefits.record({ benefit }))),
    );
  });

  it('shows study places that a protected client applied for to the assigned handler alone, who alone records them', async () => {
    const { database, ports } = guidance;
    const [day, applicationId] = [localDate('2026-02-20'), clientIdOf(701)];
    const application = { applicationId, appliedOn: day, recordedOn: day, places: 2 };
    const by = (staffId: string, role: string) => ({
      record: () =>
        database.transact(session(staffId, role), (tx) =>
          tx.write([ports.studyApplications.record({ clientId: hidden, recordedBy: staffId, application })]),
        ),
      seen: () => database.transact(session(staffId, role), (tx) => ports.studyApplications.ofClient(tx, hidden)),
    });
    const [manager, handler] = [by('staff-0003', 'SERVICE_MANAGER'), by('staff-0004', 'PROTECTED_CLIENT_HANDLER')];
    await expect(manager.record()).rejects.toThrow(/row-level security/);
    await handler.record();
    expect([await manager.seen(), await handler.seen()]).toEqual([[], [application]]);
  });

  it.each([
    ['a case specialist', session('staff-0001', 'CASE_SPECIALIST'), 0],
    ['a service manager', session('staff-0003', 'SERVICE_MANAGER'), 0],
    ['the assigned handler', session('staff-0004', 'PROTECTED_CLIENT_HANDLER'), 1],
  ] as const)('shows %s a protected client’s benefits only where they are theirs to see', async (_, actor, count) => {
    const seen = await guidance.database.transact(actor, (tx) => guidance.ports.benefits.ofClient(tx, hidden));
    expect(seen).toHaveLength(count);
  });

  const seenBy = (actor: SessionActor) =>
    guidance.database.transact(actor, async (tx) => {
      const rows = await tx.query<{ client_id: string }>(
        `SELECT client_id FROM client_case WHERE client_id = ANY ($1::uuid[])
         UNION ALL SELECT client_id FROM meeting WHERE client_id = ANY ($1::uuid[])`,
        [[ordinary, hidden]],
      );
      return rows.map(({ client_id: id }) => (id === ordinary ? 'ordinary' : 'hidden')).toSorted();
    });

  it.each([
    ['a case specialist', session('staff-0001', 'CASE_SPECIALIST'), ['ordinary', 'ordinary']],
    ['a service manager', session('staff-0003', 'SERVICE_MANAGER'), ['ordinary', 'ordinary']],
    ['another handler', session('staff-0014', 'PROTECTED_CLIENT_HANDLER'), ['ordinary', 'ordinary']],
    ['the handler’s own person in another role', session('staff-0004', 'CASE_SPECIALIST'), ['ordinary', 'ordinary']],
    [
      'the assigned handler',
      session('staff-0004', 'PROTECTED_CLIENT_HANDLER'),
      ['hidden', 'hidden', 'ordinary', 'ordinary'],
    ],
    ['the service itself', itself, ['hidden', 'hidden', 'ordinary', 'ordinary']],
    ['an auditor', session('staff-0007', 'AUDITOR'), []],
    ['another program', { actorId: 'clients', program: 'clients', roles: [] }, []],
  ] as const)('shows %s what is theirs to see', async (_, actor, seen) => {
    expect(await seenBy(actor)).toEqual(seen);
  });

  it('lets nobody but the handler change a protected client’s meeting', async () => {
    const before = aBookedMeeting({ clientId: hidden, meetingId: meetingIds.theirs });
    const after = { ...before, version: before.version + 1 };
    const change = (actor: SessionActor) =>
      guidance.database.transact(actor, (tx) => tx.write(guidance.ports.meetings.save([{ before, after }])));
    await expect(change(session('staff-0001', 'CASE_SPECIALIST'))).rejects.toThrow();
    await change(session('staff-0004', 'PROTECTED_CLIENT_HANDLER'));
  });

  it('lets no member of staff make a case', async () => {
    const insert = guidance.ports.cases.insert(aClientCase({ clientId: clientIdOf(103) }));
    const made = guidance.database.transact(session('staff-0003', 'SERVICE_MANAGER'), (tx) => tx.write(insert));
    await expect(made).rejects.toThrow(/row-level security/);
  });
});

describe('two who book one specialist for one time at once', () => {
  it('wait for each other, so that the second sees what the first has stored', async () => {
    const { ports, database } = guidance;
    const clients = [clientIdOf(201), clientIdOf(202)];
    await database.transact(itself, (tx) =>
      tx.write(clients.flatMap((clientId) => ports.cases.insert(aClientCase({ clientId })))),
    );
    const on = { specialistId: 'staff-0042', on: aBookedMeeting().booking.on };
    const book = (clientId: string) =>
      database.transact(itself, async (tx) => {
        const others = await ports.meetings.bookingsOf(tx, on);
        const booking = { ...aBookedMeeting().booking, specialistId: on.specialistId };
        const after = aBookedMeeting({ clientId, meetingId: clientId, booking });
        await tx.write(ports.meetings.save([{ after }]));
        return others.length;
      });
    expect(new Set(await Promise.all(clients.map(book)))).toEqual(new Set([0, 1]));
  });
});
