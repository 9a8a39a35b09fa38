import { localDate } from '@tyovayla/kernel/local-date';
import fc from 'fast-check';
import { isProtected } from '../../domain/client-case/client-case.ts';
import type { ClientNews } from '../../domain/client-case/client-news.ts';
import { aJobSearch, clientIdOf } from '../../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../../testing/in-memory-guidance.ts';
import { applyCaseNews } from '../case-reaction.ts';
import { settleAssignments } from './settle-assignments.ts';

const itself = { actorId: 'guidance', program: 'guidance', roles: [] };

/** The service in memory, with a way to let news in. */
const listening = async () => {
  const service = await inMemoryGuidance();
  const { world, ports } = service;
  const apply = applyCaseNews({ ...ports, pipeline: world.ports }, settleAssignments(ports));
  const hear = (news: ClientNews): Promise<void> => {
    const received = {
      eventId: world.ports.newId(),
      type: 'tyovayla.clients.v1.Told',
      producer: 'clients',
      aggregateId: news.clientId,
      aggregateVersion: 1,
      occurTime: world.ports.clock.now(),
      body: new Uint8Array(),
      position: 1n,
    };
    return world.transactions.transact(itself, (tx) => apply(tx, [{ news, received }]));
  };
  return { service, hear };
};

const counted = ({ cases }: InMemoryGuidance): ReadonlyMap<string, number> => {
  const loads = new Map<string, number>();
  for (const clientCase of cases.all()) {
    const { specialistId } = clientCase;
    if (specialistId === undefined || isProtected(clientCase)) continue;
    loads.set(specialistId, (loads.get(specialistId) ?? 0) + 1);
  }
  return loads;
};

const figures = async ({ ports, world }: InMemoryGuidance): Promise<ReadonlyMap<string, number>> => {
  const { loads } = await world.transactions.transact(itself, (tx) =>
    ports.assignments.findWithLoads(tx, clientIdOf(1)),
  );
  return new Map([...loads].filter(([, clients]) => clients !== 0));
};

const residence = fc.oneof(
  fc.constantFrom('240', '751', '851').map((municipalityCode) => ({ municipalityCode })),
  fc.constantFrom('staff-0004', 'staff-0014').map((handlerId) => ({ handlerId })),
  fc.constant({}),
);

const jobSearch = aJobSearch();

const anyNews: fc.Arbitrary<ClientNews> = fc
  .record({ client: fc.integer({ min: 1, max: 6 }), where: residence, what: fc.nat(3), foreignCitizen: fc.boolean() })
  .map(({ client, where, what, foreignCitizen }): ClientNews => {
    const clientId = clientIdOf(client);
    const endedOn = localDate('2026-02-02');
    if (what === 0) return { kind: 'JobSearchStarted', clientId, jobSearch, residence: where, foreignCitizen };
    if (what === 1) return { kind: 'JobSearchEnded', clientId, endedOn, reason: 'EMPLOYED' };
    if (what === 2) return { kind: 'ResidenceChanged', clientId, residence: where };
    return { kind: 'HistoryReplaced', clientId, residence: where, ...(foreignCitizen && { jobSearch }) };
  });

describe('assignments as the client registry’s news comes in', () => {
  it('keep every specialist’s figure equal to the clients they have, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyNews, { maxLength: 40, size: 'max' }), async (news) => {
        const { service, hear } = await listening();
        for (const one of news) await hear(one);
        expect(Object.fromEntries(await figures(service))).toEqual(Object.fromEntries(counted(service)));
        for (const clientCase of service.cases.all()) {
          if (!isProtected(clientCase)) continue;
          expect(clientCase.teamId).toBeUndefined();
          expect([undefined, clientCase.handlerId]).toContain(clientCase.specialistId);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('put a proposal to hand over on the day list, and take it off when the job search ends', async () => {
    const { service, hear } = await listening();
    const clientId = clientIdOf(1);
    const open = () => service.ports.dayTasks.countOfClient({ query: async () => [] }, clientId);
    await hear({ kind: 'JobSearchStarted', clientId, jobSearch, residence: { municipalityCode: '240' } });
    await hear({ kind: 'ResidenceChanged', clientId, residence: { municipalityCode: '851' } });
    expect(await open()).toBe(1);
    await hear({ kind: 'JobSearchEnded', clientId, endedOn: localDate('2026-02-02'), reason: 'EMPLOYED' });
    expect(await open()).toBe(0);
  });

  it('tell each change once, with the next version of the case', async () => {
    const { service, hear } = await listening();
    const clientId = clientIdOf(1);
    const start: ClientNews = { kind: 'JobSearchStarted', clientId, jobSearch, residence: { municipalityCode: '240' } };
    await hear(start);
    await hear(start);
    await hear({ kind: 'ResidenceChanged', clientId, residence: { handlerId: 'staff-0004' } });
    const told = service.world.events().map(({ type, aggregateVersion }) => [type.split('.').at(-1), aggregateVersion]);
    expect(told).toEqual([
      ['SpecialistAssigned', 1],
      ['SpecialistAssigned', 2],
    ]);
  });
});
