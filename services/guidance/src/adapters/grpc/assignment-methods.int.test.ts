import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import { HandOverReason } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import { DayTaskKind } from '@tyovayla/proto/tyovayla/guidance/v1/my_day';
import {
  assignmentCalls,
  handler,
  itself,
  kemi,
  manager,
  reasonOf,
  started,
  tornio,
} from '../../testing/assignment-calls.ts';
import { type Caller, type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';

let guidance: GuidanceServer;
let calls: ReturnType<typeof assignmentCalls>;

beforeAll(async () => {
  guidance = await startGuidanceServer();
  calls = assignmentCalls(guidance);
});

afterAll(() => guidance?.stop());

describe('who serves a client', () => {
  it('is a specialist of the client’s place from the first day, and the whole team beside', async () => {
    const clientId = randomUUID();
    await guidance.hear(started(clientId));
    const { teamId, specialistId, needFirst } = await calls.whose(clientId, kemi);
    expect([teamId, specialistId]).toEqual(['employer-services', 'staff-0001']);
    expect(needFirst).toBe(false);
    expect((await calls.whose(clientId, tornio)).needFirst).toBe(true);
  });

  it('is another specialist after a hand-over, with the figures of both', async () => {
    const clientId = await calls.clientOf(kemi);
    const handedOver = await guidance.portal.handOverCase(
      {
        requestId: randomUUID(),
        clientId,
        fromStaffId: 'staff-0001',
        toStaffId: 'staff-0002',
        reason: HandOverReason.HAND_OVER_REASON_NEED_CHANGED,
        writtenGround: '',
      },
      await guidance.as(kemi),
    );
    expect(handedOver.load).toMatchObject({ most: 120, warning: false });
    expect(await calls.whose(clientId)).toMatchObject({ teamId: 'multi-sector', specialistId: 'staff-0002' });
    expect(await reasonOf(calls.meetingsOf(clientId, kemi))).toBe('NEED_NOT_STATED');
  });

  it('is one of two when two hand the case over at the same time: the other is told', async () => {
    const clientId = await calls.clientOf(kemi);
    const handOver = async (toStaffId: string) =>
      guidance.portal.handOverCase(
        {
          requestId: randomUUID(),
          clientId,
          fromStaffId: 'staff-0001',
          toStaffId,
          reason: HandOverReason.HAND_OVER_REASON_LOAD,
          writtenGround: '',
        },
        await guidance.as(manager),
      );
    const answers = await Promise.all(['staff-0102', 'staff-0103'].map((toStaffId) => reasonOf(handOver(toStaffId))));
    expect(answers.toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      'SPECIALIST_CHANGED_MEANWHILE',
      'not refused',
    ]);
  });

  it('is nobody once the job search has ended', async () => {
    const clientId = randomUUID();
    const start = started(clientId);
    const { jobSearchId } = start.jobSearch;
    await guidance.hear(start, {
      kind: 'JobSearchEnded',
      clientId,
      jobSearchId,
      endedOn: localDate('2026-02-02'),
      reason: 'EMPLOYED',
    });
    expect((await calls.whose(clientId)).specialistId).toBe('');
  });

  it('is decided by the team and the service manager alone', async () => {
    const clientId = await calls.clientOf(kemi);
    await calls.openAccess(clientId, tornio);
    expect(await reasonOf(calls.assign(clientId, 'staff-0002', { caller: tornio }))).toBe('ANOTHER_TEAMS_CLIENT');
    expect(await reasonOf(calls.assign(clientId, 'staff-0002', { caller: kemi }))).toBe('ANOTHER_TEAMS_CLIENT');
    expect(await reasonOf(calls.assign(clientId, 'staff-9999'))).toBe('SPECIALIST_NOT_AT_WORK');
    expect(await reasonOf(calls.assign(clientId, 'staff-0001'))).toBe('CLIENT_ASSIGNED_ALREADY');
  });

  it('is a full specialist only where a service manager writes why, and the ground is kept', async () => {
    const clientId = await calls.clientOf(kemi);
    const staffId = 'staff-0117';
    const given = guidance.ports.caseloads.change({ gains: staffId }, 'DESK');
    for (let clients = 0; clients < 120; clients += 1)
      await guidance.database.transact(itself, (tx) => tx.write(given));
    expect(await reasonOf(calls.assign(clientId, staffId))).toBe('CASELOAD_FULL');
    const ground = 'Ainoa viittomakielinen asiantuntija';
    const { load } = await calls.assign(clientId, staffId, { writtenGround: ground });
    expect(load).toMatchObject({ clients: 121, most: 120, warning: true });
    const kept = await guidance.database.read(itself, (sql) =>
      sql.query('SELECT staff_id, written_ground, granted_by FROM caseload_exception WHERE client_id = $1', [clientId]),
    );
    expect(kept).toEqual([{ staff_id: staffId, written_ground: ground, granted_by: 'staff-0003' }]);
  });

  it('is proposed anew after a move, and stays until a person says so', async () => {
    const clientId = await calls.clientOf(kemi);
    await guidance.hear({ kind: 'ResidenceChanged', clientId, residence: { municipalityCode: '851' } });
    const { specialistId, proposedStaffId } = await calls.whose(clientId);
    expect(specialistId).toBe('staff-0001');
    expect(proposedStaffId).not.toBe('');
    const { tasks } = await guidance.portal.getMyDay(
      { teamId: '', municipalityCode: '851', kinds: [], pageSize: 0, pageToken: '' },
      await guidance.as(kemi),
    );
    const proposals = tasks.filter((task) => task.clientId === clientId);
    expect(proposals).toMatchObject([{ kind: DayTaskKind.DAY_TASK_KIND_HAND_OVER_PROPOSED, dueDate: '2026-02-02' }]);
    await guidance.portal.declineHandOver({ requestId: randomUUID(), clientId }, await guidance.as(kemi));
    expect((await calls.whose(clientId)).proposedStaffId).toBe('');
  });
});

describe('a substitute', () => {
  it('serves the absent colleague’s clients, and has them on the day list, from the first to the last day', async () => {
    const clientId = await calls.clientOf(kemi);
    await guidance.hear({ kind: 'ResidenceChanged', clientId, residence: { municipalityCode: '851' } });
    const day = async () => {
      const request = { teamId: '', municipalityCode: '', kinds: [], pageSize: 200, pageToken: '' };
      const substitute: Caller = { staffId: 'staff-0101', role: 'CASE_SPECIALIST' };
      return guidance.portal.getMyDay(request, await guidance.as(substitute));
    };
    const has = async () => (await day()).tasks.some((task) => task.clientId === clientId);
    expect(await has()).toBe(false);
    const { substitution } = await guidance.portal.setSubstitute(
      {
        requestId: randomUUID(),
        absentStaffId: 'staff-0001',
        substituteStaffId: 'staff-0101',
        fromDate: '2026-02-02',
        toDate: '2026-02-03',
      },
      await guidance.as(manager),
    );
    expect(await has()).toBe(true);
    expect((await day()).substitutedStaffIds).toEqual(['staff-0001']);
    guidance.clock.set('2026-02-04T08:00:00+02:00');
    expect(await has()).toBe(false);
    guidance.clock.set('2026-02-02T12:00:00+02:00');
    const { substitutionId = '', version = 0 } = substitution ?? {};
    const end = { requestId: randomUUID(), substitutionId, expectedVersion: version };
    expect(await guidance.portal.endSubstitution(end, await guidance.as(kemi))).toMatchObject({ version: 2 });
    expect(await has()).toBe(false);
    const again = { ...end, requestId: randomUUID() };
    const refusal = reasonOf(guidance.portal.endSubstitution(again, await guidance.as(kemi)));
    expect(await refusal).toBe('SUBSTITUTION_CHANGED_MEANWHILE');
  });

  it('is of the same team, and one at a time', async () => {
    const set = async (substituteStaffId: string, caller = manager) =>
      guidance.portal.setSubstitute(
        {
          requestId: randomUUID(),
          absentStaffId: 'staff-0102',
          substituteStaffId,
          fromDate: '2026-03-02',
          toDate: '2026-03-06',
        },
        await guidance.as(caller),
      );
    expect(await reasonOf(set('staff-0002'))).toBe('SUBSTITUTE_OF_ANOTHER_TEAM');
    expect(await reasonOf(set('staff-0103', tornio))).toBe('NOT_YOUR_TEAM');
    await set('staff-0103');
    expect(await reasonOf(set('staff-0104'))).toBe('SUBSTITUTIONS_OVERLAP');
  });
});

describe('the manager’s view', () => {
  it('counts the teams’ clients, without those under protection', async () => {
    const load = async () => guidance.portal.getTeamLoad({ teamId: '' }, await guidance.as(manager));
    const clientsOf = ({ teams }: Awaited<ReturnType<typeof load>>) =>
      teams.reduce((sum, { clients }) => sum + clients, 0);
    const before = clientsOf(await load());
    const [one, other] = [await calls.clientOf(kemi), await calls.clientOf(kemi)];
    expect(clientsOf(await load())).toBe(before + 2);
    await guidance.hear({ kind: 'ResidenceChanged', clientId: one, residence: { handlerId: handler.staffId } });
    const view = await load();
    expect(clientsOf(view)).toBe(before + 1);
    expect(view.teams.map(({ teamId }) => teamId)).toEqual([
      'employer-services',
      'multi-sector',
      'immigration',
      'skills',
    ]);
    expect(JSON.stringify(view)).not.toContain(handler.staffId);
    const own = view.teams.flatMap(({ specialists }) => specialists).find(({ staffId }) => staffId === 'staff-0001');
    const { loads } = await guidance.database.read(itself, (sql) =>
      guidance.ports.assignments.findWithLoads(sql, other),
    );
    expect(own?.clients).toBe(loads.get('staff-0001'));
    expect(view.municipalities.find(({ municipalityCode }) => municipalityCode === '240')?.clients).toBeGreaterThan(0);
    expect((await calls.whose(other)).specialistId).toBe('staff-0001');
  });

  it('is not shown to specialists', async () => {
    const asked = guidance.portal.getTeamLoad({ teamId: '' }, await guidance.as(kemi));
    expect(await reasonOf(asked)).toBe('ROLE_NOT_ALLOWED');
  });
});
