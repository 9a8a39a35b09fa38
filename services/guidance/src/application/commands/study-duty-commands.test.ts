import { localDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import { runQuery } from '@tyovayla/runtime/pipeline/run-query';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { tryCommand } from '@tyovayla/runtime/testing/try-command';
import { type FixedClock, fixedClock } from '@tyovayla/testing/fixed-clock';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { ClientNews } from '../../domain/client-case/client-news.ts';
import { aClientCase, clientIdOf, otherSpecialist, ownTimer, specialist } from '../../testing/builders.ts';
import { type InMemoryGuidance, inMemoryGuidance } from '../../testing/in-memory-guidance.ts';
import { aPlanForm, someJointApplication } from '../../testing/plan-builders.ts';
import { applyCaseNews } from '../case-reaction.ts';
import { caseReactions } from '../reactions/case-reactions.ts';

const clientId = clientIdOf(1);
const itself = { actorId: 'guidance', program: 'guidance', roles: [] };
const young = aClientCase({ age: 'YOUNG', vocationalQualification: 'MISSING' });
const codeOf = (result: Result<unknown, Refusal>): string => (result.ok ? 'done' : result.refusal.code);

describe('a client under 25 without a vocational qualification', () => {
  let guidance: InMemoryGuidance;
  let clock: FixedClock;
  let pipeline: PipelinePorts;

  const start = async (clientCase: ClientCase): Promise<void> => {
    guidance = await inMemoryGuidance({ cases: [clientCase] });
    clock = fixedClock('2026-02-02T12:00:00+02:00');
    pipeline = { ...guidance.world.ports, clock };
  };

  beforeEach(() => start(young));

  const hear = (news: ClientNews): Promise<void> => {
    const received = {
      eventId: pipeline.newId(),
      type: 'tyovayla.clients.v1.Told',
      producer: 'clients',
      aggregateId: clientId,
      aggregateVersion: 1,
      occurTime: pipeline.clock.now(),
      body: new Uint8Array(),
      position: 1n,
    };
    const apply = applyCaseNews({ ...guidance.ports, pipeline }, caseReactions(guidance.ports));
    return guidance.world.transactions.transact(itself, (tx) => apply(tx, [{ news, received }]));
  };

  const draft = async (): Promise<string> => {
    const { draftPlan } = guidance.catalogue.commands;
    const input = { clientId, kind: '01', form: aPlanForm() } as const;
    const plan = await tryCommand(pipeline, draftPlan, { actor: specialist, input });
    if (!plan.ok) throw new Error(plan.refusal.code);
    return plan.value.planId;
  };

  const accept = (planId: string) =>
    tryCommand(pipeline, guidance.catalogue.commands.acceptPlan, {
      actor: specialist,
      input: {
        ...{ clientId, planId, expectedVersion: 1 },
        acceptance: { how: 'VISIT', on: pipeline.clock.today() } as const,
      },
    });

  const bind = async (): Promise<void> => {
    expect(codeOf(await accept(await draft()))).toBe('done');
  };

  const assess = (vocationalQualification: 'YES' | 'NO') =>
    tryCommand(pipeline, guidance.catalogue.commands.assessServiceNeed, {
      actor: specialist,
      input: {
        ...{ clientId, segment: '01', workAbilityConsidered: 'YES', multiSectorNeed: 'NO' },
        vocationalQualification,
      } as const,
    });

  const record = (places: number, appliedOn = '2026-02-20', actor = specialist) =>
    tryCommand(pipeline, guidance.catalogue.commands.recordStudyApplications, {
      actor,
      input: { clientId, appliedOn: localDate(appliedOn), places },
    });

  const standing = async () => {
    const call = { actor: specialist, input: { clientId } };
    const result = await runQuery(pipeline, guidance.catalogue.queries.getObligation, call);
    if (!result.ok || result.value.view === undefined) throw new Error('not shown');
    return result.value.view.studyDuty;
  };

  const missing = async (): Promise<boolean> => {
    const call = { actor: specialist, input: { clientId } };
    const result = await runQuery(pipeline, guidance.catalogue.queries.getObligation, call);
    return result.ok && result.value.view?.studyDutyMissing === true;
  };

  /** Days of the tasks about studies, whoever serves the client by now. */
  const tasks = async (): Promise<readonly string[]> => {
    const page = await guidance.ports.dayTasks.day(
      { query: async () => [] },
      {
        of: { staffIds: ['staff-0001', ''] },
        today: localDate('2026-02-02'),
        until: localDate('2027-12-31'),
        kinds: ['STUDY_APPLICATION'],
        limit: 50,
      },
    );
    return page.tasks.map(({ dueOn }) => dueOn);
  };

  it('has the duty in the plan, and on the day list the last day of the joint application', async () => {
    await bind();
    expect(await standing()).toMatchObject({ duty: { places: 2, window: someJointApplication }, applied: 0 });
    expect(await tasks()).toEqual(['2026-03-17']);
  });

  it('has done the duty with two study places in all, and not with one', async () => {
    await bind();
    clock.set('2026-03-02T12:00:00+02:00');
    expect(await record(1)).toMatchObject({ ok: true, value: { applied: 1 } });
    expect(await tasks()).toEqual(['2026-03-17']);
    expect(await record(1, '2026-03-01')).toMatchObject({ ok: true, value: { applied: 2 } });
    expect(await tasks()).toEqual([]);
    expect(guidance.world.events().at(-1)?.type).toBe('tyovayla.guidance.v1.StudyApplicationsRecorded');
  });

  it('is recorded by those who serve the client, and by nobody else', async () => {
    await bind();
    clock.set('2026-03-02T12:00:00+02:00');
    expect(codeOf(await record(2, '2026-02-20', otherSpecialist))).toBe('NEED_NOT_STATED');
  });

  it('is told to want another plan where the qualification was asked after the plan was accepted', async () => {
    await start(aClientCase({ age: 'YOUNG' }));
    await bind();
    expect(await missing()).toBe(false);
    await assess('NO');
    expect([await missing(), await standing()]).toEqual([true, undefined]);
  });

  it('has no duty in a plan that was not accepted', async () => {
    await draft();
    expect([codeOf(await record(2)), await tasks()]).toEqual(['NO_STUDY_DUTY', []]);
  });

  it.each([
    ['who turned 25', () => hear({ kind: 'AgeKnown', clientId, age: 'OLDER' })],
    ['who got a qualification', () => assess('YES')],
  ])('%s is free of the duty, and the plan that was written with it stands', async (_, happens) => {
    await bind();
    await happens();
    clock.set('2026-03-02T12:00:00+02:00');
    expect([await tasks(), await standing(), codeOf(await record(2))]).toEqual([[], undefined, 'NO_STUDY_DUTY']);
  });

  it('is free of the duty when the job search ends', async () => {
    await bind();
    await hear({ kind: 'JobSearchEnded', clientId, endedOn: localDate('2026-02-02'), reason: 'EMPLOYED' });
    expect([await tasks(), codeOf(await record(2))]).toEqual([[], 'JOB_SEARCH_NOT_RUNNING']);
  });

  it('accepts no content whose duty began or ended meanwhile: it is written again first', async () => {
    const planId = await draft();
    await assess('YES');
    expect(codeOf(await accept(planId))).toBe('PLAN_STUDY_DUTY_OUTDATED');
    await assess('NO');
    expect(codeOf(await accept(planId))).toBe('done');
  });

  /** Fires the timers of joint applications that are due, as the sweeper would. */
  const fireDue = async (): Promise<readonly unknown[]> => {
    const answers: unknown[] = [];
    for (const { timerId, deadline } of guidance.plans.studyTimers()) {
      if (deadline.last >= pipeline.clock.today()) continue;
      const call = { actor: ownTimer, input: deadline, requestId: timerId };
      answers.push(await tryCommand(pipeline, guidance.catalogue.commands.closeJointApplication, call));
    }
    return answers;
  };

  const theDayAfter = '2026-03-18T06:00:00+02:00';
  const suspected = [{ ok: true, value: { suspected: true } }];
  const cleared = [{ ok: true, value: { suspected: false } }];

  it('is put before an official the day after the joint application where too little was applied for', async () => {
    await bind();
    clock.set('2026-03-17T12:00:00+02:00');
    await record(1);
    expect(await fireDue()).toEqual([]);
    clock.set(theDayAfter);
    expect(await fireDue()).toEqual(suspected);
    expect(guidance.plans.candidates()).toMatchObject([{ kind: 'STUDIES_NOT_APPLIED_FOR', occurredOn: '2026-03-17' }]);
    expect(await tasks()).toEqual([]);
  });

  it('is not where enough was applied for', async () => {
    await bind();
    clock.set('2026-03-17T12:00:00+02:00');
    await record(2);
    clock.set(theDayAfter);
    expect([await fireDue(), guidance.plans.candidates()]).toEqual([cleared, []]);
  });

  it.each([
    ['turned 25', () => hear({ kind: 'AgeKnown', clientId, age: 'OLDER' })],
    ['got a qualification', () => assess('YES')],
    [
      'ended the job search',
      () => hear({ kind: 'JobSearchEnded', clientId, endedOn: localDate('2026-02-02'), reason: 'EMPLOYED' }),
    ],
  ])('is not where they %s before that', async (_, happens) => {
    await bind();
    await happens();
    clock.set(theDayAfter);
    expect([await fireDue(), guidance.plans.candidates()]).toEqual([cleared, []]);
  });

  it('accepts no content that names a joint application that is over', async () => {
    const planId = await draft();
    clock.set(theDayAfter);
    expect([codeOf(await accept(planId)), guidance.plans.studyTimers()]).toEqual(['PLAN_STUDY_DUTY_OUTDATED', []]);
  });

  it('is young by what the registry tells when the job search starts', async () => {
    await start(aClientCase({ clientId: clientIdOf(2) }));
    const { jobSearch } = young;
    if (jobSearch === undefined) throw new Error('no job search');
    const residence = { municipalityCode: '240' };
    await hear({ kind: 'JobSearchStarted', clientId, jobSearch, residence, age: 'YOUNG' });
    expect(guidance.cases.all().find((each) => each.clientId === clientId)?.age).toBe('YOUNG');
  });
});
