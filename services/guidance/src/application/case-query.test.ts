import { accepted } from '@tyovayla/kernel/result';
import { type AccessReason, accessReasons, type WithReason } from '@tyovayla/runtime/access-reason';
import type { Actor } from '@tyovayla/runtime/actor';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import {
  aClientCase,
  aProtectedCase,
  clientIdOf,
  handler,
  manager,
  otherHandler,
  specialist,
} from '../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../testing/in-memory-guidance.ts';
import { servesClients } from './access.ts';
import type { OnCase } from './case-command.ts';
import { caseQuery } from './case-query.ts';

const ordinary = clientIdOf(1);
const hidden = clientIdOf(2);

let guidance: InMemoryGuidance;
/** How often something of a client was read to be shown. */
let loads: number;

beforeEach(async () => {
  loads = 0;
  guidance = await inMemoryGuidance({ cases: [aClientCase(), aProtectedCase()] });
});

const look = (clientId: string, actor: Actor, why: WithReason = {}) => {
  const query = caseQuery<OnCase, string>(guidance.ports, {
    name: 'Look',
    access: servesClients('client-process'),
    load: async () => {
      loads += 1;
      return accepted('shown');
    },
  });
  return runQuery(guidance.world.ports, query, { actor, input: { clientId, ...why } });
};

describe('why a client under protection is looked at (handbook 1.6 (5))', () => {
  it('is said by the handler before anything is read', async () => {
    expect(await look(hidden, handler)).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', code: 'ACCESS_REASON_REQUIRED', violations: [{ field: 'access_reason' }] },
    });
    expect(loads).toBe(0);
  });

  it.each<AccessReason>(accessReasons)('stands in the access log: %s', async (accessReason) => {
    expect(await look(hidden, handler, { accessReason })).toMatchObject({ ok: true, value: { view: 'shown' } });
    expect(guidance.world.audit()).toMatchObject([{ result: 'SHOWN', reason: accessReason }]);
  });

  it.each([
    ['a specialist', specialist],
    ['a manager', manager],
    ['another handler', otherHandler],
  ])('makes no difference when %s says it: there is no such client', async (_, actor) => {
    const ofNobody = await look(clientIdOf(404), actor);
    expect(ofNobody).toMatchObject({ ok: false, refusal: { code: 'CLIENT_CASE_NOT_FOUND' } });
    expect(await look(hidden, actor)).toEqual(ofNobody);
    expect(await look(hidden, actor, { accessReason: 'PROTECTION' })).toEqual(ofNobody);
  });
});

describe('why any other client is looked at', () => {
  it('is not asked, and not kept where it is said all the same', async () => {
    expect(await look(ordinary, specialist)).toMatchObject({ ok: true });
    expect(await look(ordinary, specialist, { accessReason: 'CLIENT_SERVICE' })).toMatchObject({ ok: true });
    expect(guidance.world.audit().map(({ reason }) => reason)).toEqual([undefined, undefined]);
  });
});

describe('what guidance keeps of a client under protection', () => {
  it('is shown by no query on one client without a reason', async () => {
    const { queries } = guidance.catalogue;
    const onOneClient = [
      queries.extractClientData,
      queries.getAssignment,
      queries.getInitialInterview,
      queries.getObligation,
      queries.getProfileDuty,
      queries.getServiceNeed,
      queries.listClientAccesses,
      queries.listExpertOrders,
      queries.listMeetings,
      queries.listNeglectCandidates,
      queries.listNeglects,
      queries.listPlans,
      queries.listStatements,
    ];
    const input = { clientId: hidden, pageSize: 25 };
    for (const query of onOneClient)
      expect(
        await runQuery(guidance.world.ports, query as typeof queries.listMeetings, { actor: handler, input }),
      ).toMatchObject({
        ok: false,
        refusal: { code: 'ACCESS_REASON_REQUIRED' },
      });
  });
});
