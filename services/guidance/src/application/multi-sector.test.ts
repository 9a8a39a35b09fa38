import { localDate } from '@tyovayla/kernel/local-date';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Command } from '@tyovayla/runtime/command';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import { aStaffMember } from '@tyovayla/runtime/testing/actors';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import {
  aClientCase,
  aJobSearch,
  aProtectedCase,
  clientIdOf,
  handler,
  manager,
  otherSpecialist,
  specialist,
} from '../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../testing/in-memory-guidance.ts';
import { aReferral, someTasks, today } from '../testing/multi-sector-builders.ts';
import { aBindingPlan, anOpenPeriod } from '../testing/plan-builders.ts';

const helmi = aStaffMember('MULTI_SECTOR_MEMBER', { id: 'staff-0009' });
const kaisa = aStaffMember('MULTI_SECTOR_MEMBER', { id: 'staff-0010' });
const clientId = clientIdOf(1);
const longUnemployed = aJobSearch({ statusSince: localDate('2024-06-01') });

let guidance: InMemoryGuidance;

beforeEach(async () => {
  const cases = [aClientCase({ jobSearch: longUnemployed }), aProtectedCase({ jobSearch: longUnemployed })];
  guidance = await inMemoryGuidance({ cases });
});

const run = <I, S, N, F, A>(command: Command<I, S, N, F, A>, input: I, actor: Actor = specialist) =>
  tryCommand(guidance.world.ports, command, { actor, input });

const must = async <A>(
  result: Promise<{ ok: true; value: A } | { ok: false; refusal: { code: string } }>,
): Promise<A> => {
  const came = await result;
  if (!came.ok) throw new Error(came.refusal.code);
  return came.value;
};

const codeOf = async (result: Promise<{ ok: boolean; refusal?: { code: string } }>): Promise<string> => {
  const came = await result;
  return came.refusal?.code ?? 'yes';
};

/** Aino's plan awaits its signatures; Helmi and Kaisa are in her network. */
const untilDraft = async (): Promise<string> => {
  const { commands } = guidance.catalogue;
  const on = { clientId };
  await must(run(commands.referToMultiSector, aReferral));
  await must(
    run(commands.startMultiSectorConsultation, { ...on, involved: ['WELLBEING_COUNTY', 'KELA'], startedOn: today }),
  );
  await must(run(commands.appointMultiSectorMember, { ...on, staffId: 'staff-0009', party: 'WELLBEING_COUNTY' }));
  await must(run(commands.appointMultiSectorMember, { ...on, staffId: 'staff-0010', party: 'KELA' }));
  await must(
    run(commands.startMultiSectorAssessment, { ...on, startedOn: today, clientInformedOn: today, client: 'PRESENT' }),
  );
  await must(run(commands.acceptIntoMultiSector, { ...on, acceptedOn: today }));
  return (await must(run(commands.makeMultiSectorPlan, { ...on, tasks: someTasks }))).planId;
};

const sign = (planId: string, actor: Actor, signer: 'CLIENT' | 'OWN_PARTY' = 'OWN_PARTY') =>
  run(guidance.catalogue.commands.signMultiSectorPlan, { clientId, planId, signer, signedOn: today }, actor);

describe('a multi-sector plan that all have signed (handbook 2.3, R3.4)', () => {
  const employmentPlan = aBindingPlan({ clientId });

  beforeEach(async () => {
    const { ports, world } = guidance;
    const period = anOpenPeriod(employmentPlan);
    const edit = {
      version: 2,
      kind: 'ACCEPTED',
      editorId: 'staff-0001',
      at: world.ports.clock.now(),
      on: today,
    } as const;
    await world.transactions.transact({ actorId: 'guidance', program: 'guidance', roles: [] }, (tx) =>
      tx.write([...ports.plans.save({ after: employmentPlan, edit }), ports.obligations.begin(period)]),
    );
  });

  it('substitutes the employment plan in the same change, and ends the open period unjudged', async () => {
    const planId = await untilDraft();
    await must(sign(planId, helmi));
    await must(sign(planId, kaisa));
    await must(sign(planId, specialist, 'CLIENT'));
    const told = guidance.world.events().length;
    expect(await must(sign(planId, specialist))).toMatchObject({ inForce: true });
    const events = guidance.world.events().slice(told);
    expect(events.map(({ type, concept }) => [type.split('.').at(-1), concept])).toEqual([
      ['MultiSectorPlanSigned', 'multi-sector-case'],
      ['MultiSectorPlanTookForce', 'multi-sector-case'],
      ['PlanEnded', 'case'],
      ['ObligationPeriodEnded', 'case'],
    ]);
    const { plans, obligations, cases } = guidance.ports;
    const [record] = await plans.list({} as never, clientId);
    expect(record?.plan).toMatchObject({ status: 'ENDED', endReason: 'REPLACED', replacedByPlanId: planId });
    expect(await obligations.open({} as never, clientId)).toBeUndefined();
    expect((await cases.find({} as never, clientId))?.version).toBe(2);
  });

  it('leaves the employment plan as it was while one signature is lacking', async () => {
    const planId = await untilDraft();
    await must(sign(planId, helmi));
    await must(sign(planId, specialist, 'CLIENT'));
    expect(await codeOf(sign(planId, specialist))).toBe('MULTI_SECTOR_AUTHORITY_SIGNS_LAST');
    expect(await guidance.ports.plans.binding({} as never, clientId)).toEqual(employmentPlan);
  });
});

describe('referring a client', () => {
  it('is for those who serve the client, and of a protected client for the handler', async () => {
    const { referToMultiSector } = guidance.catalogue.commands;
    const ofProtected = { ...aReferral, clientId: clientIdOf(2) };
    expect(await codeOf(run(referToMultiSector, aReferral, otherSpecialist))).toBe('NEED_NOT_STATED');
    expect(await codeOf(run(referToMultiSector, ofProtected, manager))).toBe('CLIENT_CASE_NOT_FOUND');
    expect(await codeOf(run(referToMultiSector, ofProtected, handler))).toBe('yes');
  });

  it('leaves an entry with the client in the access log, under the register’s own group of data', async () => {
    await must(run(guidance.catalogue.commands.referToMultiSector, aReferral));
    expect(guidance.world.audit().at(-1)).toMatchObject({
      action: 'ReferToMultiSector',
      subjectId: clientId,
      dataGroup: 'multi-sector',
      result: 'CHANGED',
    });
  });
});

describe('prompts for a referral', () => {
  const prompts = async (actor: Actor): Promise<readonly string[]> => {
    const { listMultiSectorPrompts } = guidance.catalogue.queries;
    const shown = await runQuery(guidance.world.ports, listMultiSectorPrompts, { actor, input: { pageSize: 25 } });
    if (!shown.ok) throw new Error(shown.refusal.code);
    return shown.value.rows.map((prompt) => prompt.clientId);
  };

  beforeEach(async () => {
    const { world, ports } = guidance;
    for (const one of [clientId, clientIdOf(2)])
      await world.transactions.transact({ actorId: 'guidance', program: 'guidance', roles: [] }, (tx) =>
        tx.write([ports.multiSectorPrompts.remember({ clientId: one, age: 'OLDER' })]),
      );
  });

  it('are about the clients of one’s own, to a manager about all, and about a protected one to the handler', async () => {
    expect(await prompts(specialist)).toEqual([clientId]);
    expect(await prompts(otherSpecialist)).toEqual([]);
    expect(await prompts(manager)).toEqual([clientId]);
    expect(await prompts(handler)).toEqual([clientIdOf(2)]);
  });

  it('end with the referral', async () => {
    await must(run(guidance.catalogue.commands.referToMultiSector, aReferral));
    expect(await prompts(specialist)).toEqual([]);
  });
});

describe('the management group through the pipeline', () => {
  it('approves a leader by the votes of its own members before the manager names them', async () => {
    const { commands, queries } = guidance.catalogue;
    const members = [
      { staffId: 'staff-0003', party: 'EMPLOYMENT_AUTHORITY' },
      { staffId: 'staff-0009', party: 'WELLBEING_COUNTY' },
      { staffId: 'staff-0010', party: 'KELA' },
    ] as const;
    const form = { countyArea: 'LAPHA-SOUTH-WEST', negotiatedOn: today, members };
    const { groupId } = await must(run(commands.formManagementGroup, form, manager));
    const { leaderId } = await must(
      run(commands.proposeLeader, { groupId, staffId: 'director-south', area: 'SOUTH' }, manager),
    );
    const vote = (actor: Actor) => run(commands.approveLeader, { groupId, leaderId, vote: 'APPROVE' }, actor);
    await must(vote(manager));
    expect(await codeOf(run(commands.nameLeader, { groupId, leaderId }, manager))).toBe('LEADER_NOT_APPROVED');
    expect(await codeOf(vote(specialist))).toBe('MANAGEMENT_GROUP_NOT_A_MEMBER');
    await must(vote(helmi));
    expect(await must(vote(kaisa))).toMatchObject({ state: 'APPROVED' });
    await must(run(commands.nameLeader, { groupId, leaderId }, manager));
    const input = { countyArea: 'LAPHA-SOUTH-WEST' };
    const shown = await runQuery(guidance.world.ports, queries.getManagementGroup, { actor: helmi, input });
    expect(shown).toMatchObject({ ok: true, value: { leaders: [{ state: 'NAMED', namedOn: today }] } });
    expect(await codeOf(run(commands.formManagementGroup, form, manager))).toBe('MANAGEMENT_GROUP_EXISTS');
  });
});

describe('orders of experts’ hours', () => {
  const order = { clientId, kind: 'PSYCHOLOGIST', provider: { kind: 'OWN' }, orderedMinutes: 120 } as const;
  const result = { doneOn: today, deliveredMinutes: 90, text: 'Can work with pauses.' };

  it('are seen, with their results, by those who serve the client', async () => {
    const { commands, queries } = guidance.catalogue;
    const { orderId } = await must(run(commands.orderExpertAssessment, order));
    expect(await must(run(commands.recordExpertResult, { clientId, orderId, result }))).toEqual({ version: 2 });
    const list = (actor: Actor) =>
      runQuery(guidance.world.ports, queries.listExpertOrders, { actor, input: { clientId } });
    expect(await list(specialist)).toMatchObject({ ok: true, value: { view: [{ state: 'DONE', result }] } });
    expect(await list(otherSpecialist)).toMatchObject({ ok: false, refusal: { code: 'NEED_NOT_STATED' } });
    expect(guidance.world.audit().at(-2)).toMatchObject({ action: 'ListExpertOrders', dataGroup: 'work-ability' });
  });

  it('are refused where another result was recorded in between, and where there is no such order', async () => {
    const { commands } = guidance.catalogue;
    const { orderId } = await must(run(commands.orderExpertAssessment, order));
    const record = (about: object) => codeOf(run(commands.recordExpertResult, { clientId, orderId, result, ...about }));
    expect(await record({ expectedVersion: 4 })).toBe('EXPERT_ORDER_CHANGED_MEANWHILE');
    expect(await record({ orderId: clientIdOf(77) })).toBe('EXPERT_ORDER_NOT_FOUND');
    expect(await record({ expectedVersion: 1 })).toBe('yes');
    expect(await record({})).toBe('EXPERT_RESULT_RECORDED_ALREADY');
  });
});
