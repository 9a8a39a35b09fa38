import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import { assignmentContract } from '../../testing/assignment-contract.ts';
import { aClientCase } from '../../testing/builders.ts';
import { type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aHeldMeeting } from '../../testing/meeting-builders.ts';

let guidance: GuidanceServer | undefined;

afterAll(() => guidance?.stop());

assignmentContract('Postgres', async () => {
  guidance ??= await startGuidanceServer();
  return { ports: guidance.ports, cases: guidance.ports.cases, transactions: guidance.database };
});

describe('giving one specialist clients by hand at the same time', () => {
  it('is decided one after the other, each seeing what the one before gave', async () => {
    const { database, ports } = guidance as GuidanceServer;
    const staffId = 'staff-0107';
    const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
    const seen = await Promise.all(
      Array.from({ length: 8 }, () =>
        database.transact(itself, async (tx) => {
          const clients = await ports.caseloads.lockLoad(tx, staffId);
          await tx.write(ports.caseloads.change({ gains: staffId }, 'DESK'));
          return clients;
        }),
      ),
    );
    expect(seen.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('how many meetings were held in time', () => {
  it('is counted by team and specialist, of those held since the day', async () => {
    const { database, ports } = guidance as GuidanceServer;
    const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
    const teamId = `team-${randomUUID()}`;
    const clientCase = aClientCase({ clientId: randomUUID(), teamId });
    const held = (heldOn: string, dueOn: string) => {
      const asked = { dueOn: localDate(dueOn), scheduleBy: localDate(dueOn) };
      const { clientId } = clientCase;
      return { after: aHeldMeeting({ meetingId: randomUUID(), clientId, heldOn: localDate(heldOn), asked }) };
    };
    const meetings = [
      held('2026-01-15', '2026-01-15'),
      held('2026-01-16', '2026-01-15'),
      held('2025-11-03', '2025-11-03'),
    ];
    await database.transact(itself, (tx) =>
      tx.write([...ports.cases.insert(clientCase), ...ports.meetings.save(meetings)]),
    );
    const days = { today: localDate('2026-02-02'), heldSince: localDate('2025-11-04') };
    const { punctuality } = await database.transact(itself, (tx) => ports.teamLoads.figures(tx, days));
    expect(punctuality.filter((row) => row.teamId === teamId)).toEqual([
      { teamId, staffId: 'staff-0001', held: 2, heldOnTime: 1 },
    ]);
  });
});
