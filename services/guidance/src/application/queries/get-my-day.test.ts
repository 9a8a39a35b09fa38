import { localDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import type { DayTaskKind } from '../../domain/assignment/day-task.ts';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import { aClientCase, clientIdOf, manager, otherSpecialist, specialist } from '../../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../../testing/in-memory-guidance.ts';
import type { GetMyDayInput } from './get-my-day.ts';

const itself = { actorId: 'guidance', program: 'guidance', roles: [] };

/** Clients 1 to 3 are Kerttu's, client 4 is her colleague's, client 5 is Topi's of another team. */
const cases: readonly ClientCase[] = [1, 2, 3, 4, 5].map((number) => {
  const clientId = clientIdOf(number);
  if (number === 5) return aClientCase({ clientId, teamId: 'multi-sector', specialistId: 'staff-0002' });
  const specialistId = number === 4 ? 'staff-0101' : 'staff-0001';
  return aClientCase({ clientId, teamId: 'employer-services', specialistId });
});

const withTasks = async (): Promise<InMemoryGuidance> => {
  const service = await inMemoryGuidance({ cases });
  const { world, ports } = service;
  const task = (number: number, dueOn: string, kind: DayTaskKind = 'MEETING_DUE') =>
    ports.dayTasks.put({
      taskId: `00000000-0000-7000-8000-${number.toString().padStart(12, '0')}`,
      clientId: clientIdOf(number),
      kind,
      dueOn: localDate(dueOn),
      sourceId: clientIdOf(100 + number),
    });
  const tasks = [
    task(1, '2026-02-08'),
    task(2, '2026-01-30', 'PLAN_REVIEW'),
    task(3, '2026-02-02'),
    task(4, '2026-02-03'),
    task(5, '2026-02-02'),
  ];
  await world.transactions.transact(itself, (tx) => tx.write(tasks));
  return service;
};

/** Clients on the list by their number, or the code of the refusal. */
const dayOf = async (service: InMemoryGuidance, actor: Actor, about: Partial<GetMyDayInput> = {}) => {
  const input = { kinds: [], pageSize: 0, ...about };
  const day = await runQuery(service.world.ports, service.catalogue.queries.getMyDay, { actor, input });
  if (!day.ok) return { refused: day.refusal.code };
  const { tasks, nextPageToken } = day.value;
  return { clients: tasks.map(({ clientId }) => Number(clientId.slice(-12))), nextPageToken };
};

describe('a specialist’s day', () => {
  it('holds what is overdue, due today and due up to Sunday, of the own clients', async () => {
    const service = await withTasks();
    expect(await dayOf(service, specialist)).toEqual({ clients: [2, 3, 1] });
    expect(await dayOf(service, specialist, { kinds: ['PLAN_REVIEW'] })).toEqual({ clients: [2] });
  });

  it('holds the clients of those whom the specialist substitutes today', async () => {
    const service = await withTasks();
    const substitution = {
      substitutionId: 'substitution-1',
      version: 1,
      absentId: 'staff-0101',
      substituteId: specialist.id,
      from: localDate('2026-02-02'),
      to: localDate('2026-02-02'),
    };
    const { world, ports } = service;
    await world.transactions.transact(itself, (tx) => tx.write([ports.substitutions.insert(substitution)]));
    expect(await dayOf(service, specialist)).toEqual({ clients: [2, 3, 4, 1] });
  });

  it('is the whole team’s for its members and the service manager, and for nobody else', async () => {
    const service = await withTasks();
    const ofTeam = { teamId: 'employer-services' };
    expect(await dayOf(service, specialist, ofTeam)).toEqual({ clients: [2, 3, 4, 1] });
    expect(await dayOf(service, manager, ofTeam)).toEqual({ clients: [2, 3, 4, 1] });
    expect(await dayOf(service, otherSpecialist, ofTeam)).toEqual({ refused: 'NOT_YOUR_TEAM' });
    expect(await dayOf(service, manager)).toEqual({ clients: [] });
  });

  it('comes page by page, and has no page behind a token of nothing', async () => {
    const service = await withTasks();
    const first = await dayOf(service, specialist, { pageSize: 2 });
    expect(first.clients).toEqual([2, 3]);
    const pageToken = first.nextPageToken ?? '';
    expect(await dayOf(service, specialist, { pageSize: 2, pageToken })).toEqual({ clients: [1] });
    expect(await dayOf(service, specialist, { pageToken: '2026-02-30_x' })).toEqual({ refused: 'INVALID_REQUEST' });
  });
});
