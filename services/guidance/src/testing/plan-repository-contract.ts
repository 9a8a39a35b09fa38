import { addDays, localDate } from '@tyovayla/kernel/local-date';
import { type SessionActor, StaleWrite, type Transactions } from '@tyovayla/kernel/sql';
import type { JobOffers, Obligations, Plans } from '../application/plan-ports.ts';
import type { FollowedUpOffer } from '../domain/obligation/job-offer.ts';
import { firstPeriod, superseded } from '../domain/obligation/obligation-period.ts';
import { acceptPlan } from '../domain/plan/accept-plan.ts';
import { draftPlan } from '../domain/plan/draft-plan.ts';
import { endPlan } from '../domain/plan/end-plan.ts';
import type { EditedPlan, Plan } from '../domain/plan/plan.ts';
import type { PlanDecision } from '../domain/plan/plan-decision.ts';
import { recordTaskDone } from '../domain/plan/record-task-done.ts';
import { revisePlan } from '../domain/plan/revise-plan.ts';
import { aJobSeeker, anApplication, anArea, aPlanForm, editing, planDay, planIds, planUuid } from './plan-builders.ts';

/** What stores of plans and the obligation are tried on. */
export type PlanStoreOnTrial = {
  readonly plans: Plans;
  readonly obligations: Obligations;
  readonly jobOffers: JobOffers;
  readonly transactions: Transactions;
  /** A new client's case. */
  aClient(): Promise<string>;
};

const manager: SessionActor = { actorId: 'staff-0003', program: 'portal', roles: ['SERVICE_MANAGER'] };

const newId = planIds(10_000);

const writing = () => ({ ...editing(), facts: aJobSeeker(), area: anArea(), newId });

const editsOf = (decision: PlanDecision): readonly EditedPlan[] => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.change.edits;
};

const wordy = {
  goalText: 'Takaisin puuseppäksi',
  tasks: [{ taskCode: '063', dueOn: localDate('2026-03-31'), note: 'Kokeilu pajalla' }],
  wish: { reduction: { count: 2, ground: 'LABOUR_MARKET', text: 'Yksi paja alueella' } },
} as const;

/** What every store of plans keeps; run on memory and on Postgres. */
export const planRepositoryContract = (name: string, open: () => Promise<PlanStoreOnTrial>): void => {
  describe(`the store of plans (${name})`, () => {
    let store: PlanStoreOnTrial;

    beforeAll(async () => {
      store = await open();
    });

    const asManager = <T>(work: Parameters<Transactions['transact']>[1]): Promise<T> =>
      store.transactions.transact(manager, work) as Promise<T>;
    const save = (edits: readonly EditedPlan[]): Promise<void> =>
      store.transactions.transact(manager, (tx) => tx.write(edits.flatMap((edited) => store.plans.save(edited))));
    const find = (plan: Plan): Promise<Plan | undefined> => asManager((tx) => store.plans.find(tx, plan));

    const drafted = async (clientId: string, form = {}): Promise<Plan> => {
      const edits = editsOf(draftPlan({ clientId, planId: newId(), kind: '01' }, aPlanForm(form), writing()));
      await save(edits);
      return edits[0]?.after as Plan;
    };

    const accepted = async (plan: Plan): Promise<Plan> => {
      const state = { plan, bindingNow: undefined, open: undefined, facts: aJobSeeker() };
      const by = { ...editing(), periodId: newId() };
      const edits = editsOf(acceptPlan(state, { how: 'E_SERVICE', on: planDay }, by));
      await save(edits);
      return edits[0]?.after as Plan;
    };

    it('gives back a plan as it was saved, through draft, acceptance, revision, task and end', async () => {
      const draft = await drafted(await store.aClient(), wordy);
      expect(await find(draft)).toEqual(draft);
      const binding = await accepted(draft);
      expect(await find(draft)).toEqual(binding);
      const revision = editsOf(revisePlan(binding, aPlanForm({ goal: 'EDUCATION' }), writing()));
      await save(revision);
      expect(await find(draft)).toEqual(revision[0]?.after);
      const revised = revision[0]?.after as Plan;
      const taskId = binding.status === 'BINDING' ? (binding.binding.tasks[0]?.taskId ?? '') : '';
      const done = editsOf(recordTaskDone(revised, { taskId, on: planDay }, editing()));
      await save(done);
      expect(await find(draft)).toEqual(done[0]?.after);
      const state = { plan: done[0]?.after as Plan, open: undefined, jobSearch: 'RUNS' } as const;
      const end = editsOf(endPlan(state, 'AGREED', editing()));
      await save(end);
      expect(await find(draft)).toEqual(end[0]?.after);
      const [record] = await asManager<Awaited<ReturnType<Plans['list']>>>((tx) =>
        store.plans.list(tx, draft.clientId),
      );
      expect(record?.plan).toEqual(end[0]?.after);
      expect(record?.edits.map(({ kind, version, content }) => [version, kind, content?.goal])).toEqual([
        [1, 'DRAFTED', 'OPEN_MARKET_WORK'],
        [2, 'ACCEPTED', undefined],
        [3, 'REVISED', 'EDUCATION'],
        [4, 'TASK_DONE', undefined],
        [5, 'ENDED', undefined],
      ]);
      expect(record?.edits[1]).toMatchObject({
        accepted: { contentVersion: 1, how: 'E_SERVICE' },
        editorId: 'staff-0001',
        on: planDay,
        at: new Date('2026-02-02T10:00:00Z'),
      });
    });

    it('tells which plan binds and which run, and none of another client', async () => {
      const clientId = await store.aClient();
      const binding = await accepted(await drafted(clientId));
      const draft = await drafted(clientId);
      await accepted(await drafted(await store.aClient()));
      expect(await asManager((tx) => store.plans.binding(tx, clientId))).toEqual(binding);
      expect(await asManager((tx) => store.plans.running(tx, clientId))).toEqual([binding, draft]);
      const listed = await asManager<Awaited<ReturnType<Plans['list']>>>((tx) => store.plans.list(tx, clientId));
      expect(listed.map(({ plan }) => plan.planId)).toEqual([draft.planId, binding.planId]);
      expect(await asManager((tx) => store.plans.find(tx, { clientId: planUuid(1), planId: draft.planId }))).toBe(
        undefined,
      );
    });

    it('refuses to save what was decided on an older version, and leaves no trace of it', async () => {
      const draft = await drafted(await store.aClient());
      const one = editsOf(revisePlan(draft, aPlanForm({ goal: 'EDUCATION' }), writing()));
      const other = editsOf(revisePlan(draft, aPlanForm({ goal: 'OTHER' }), writing()));
      await save(one);
      await expect(save(other)).rejects.toThrow();
      expect((await find(draft))?.proposed?.goal).toBe('EDUCATION');
    });

    it('forgets what people wrote in words, and keeps codes and days', async () => {
      const binding = await accepted(await drafted(await store.aClient(), wordy));
      const { clientId } = binding;
      await asManager((tx) => tx.write([store.plans.forgetTexts(clientId)]));
      const listed = await asManager((tx) => store.plans.list(tx, clientId));
      expect(JSON.stringify(listed)).not.toMatch(/puuseppä|pajalla|Yksi paja/);
      expect(await find(binding)).toMatchObject({
        binding: {
          goal: 'OPEN_MARKET_WORK',
          tasks: [{ taskCode: '063', dueOn: '2026-03-31' }],
          obligation: { quota: { count: 2, perMonths: 1 }, reduction: { ground: 'LABOUR_MARKET' } },
        },
      });
    });
  });

  describe(`the store of the job-search obligation (${name})`, () => {
    let store: PlanStoreOnTrial;

    beforeAll(async () => {
      store = await open();
    });

    const read = <T>(work: (tx: Parameters<Parameters<Transactions['transact']>[1]>[0]) => Promise<T>): Promise<T> =>
      store.transactions.transact(manager, work);
    const write = (...writes: Parameters<Parameters<Parameters<Transactions['transact']>[1]>[0]['write']>[0]) =>
      store.transactions.transact(manager, (tx) => tx.write(writes));

    const begun = async (anchor = planDay) => {
      const clientId = await store.aClient();
      const decision = draftPlan({ clientId, planId: newId(), kind: '01' }, aPlanForm(), writing());
      const [edited] = editsOf(decision);
      if (edited === undefined) throw new Error('not drafted');
      const of = { periodId: newId(), clientId, planId: edited.after.planId };
      const period = firstPeriod(of, { count: 4, perMonths: 1 }, anchor);
      if (period === undefined) throw new Error('no period');
      await write(...store.plans.save(edited));
      await write(store.obligations.begin(period));
      return period;
    };

    const reporting = ({ periodId }: { readonly periodId: string }, reportedOn = planDay) =>
      anApplication({ applicationId: newId(), periodId, reportedOn, appliedOn: reportedOn });

    it('keeps the open period with what is reported for it so far', async () => {
      const period = await begun();
      const { clientId, periodId } = period;
      expect(await read((tx) => store.obligations.open(tx, clientId))).toEqual({ period, reported: 0 });
      const noted = { ...reporting(period), note: 'Konepaja, varastotyö' };
      const later = reporting(period, addDays(planDay, 3));
      await write(store.obligations.report(clientId, noted), store.obligations.report(clientId, later));
      expect(await read((tx) => store.obligations.open(tx, clientId))).toEqual({ period, reported: 2 });
      expect(await read((tx) => store.obligations.applications(tx, { clientId, periodId }))).toEqual([later, noted]);
      await write(store.obligations.forgetTexts(clientId));
      const { note: _forgotten, ...rest } = noted;
      expect(await read((tx) => store.obligations.applications(tx, { clientId, periodId }))).toEqual([later, rest]);
    });

    it('keeps an ended period as it ended, and ends none twice', async () => {
      const period = await begun();
      const { clientId, periodId } = period;
      const missed = { ...period, state: 'MISSED', reported: 1 } as const;
      await write(store.obligations.close(missed));
      expect(await read((tx) => store.obligations.open(tx, clientId))).toBeUndefined();
      expect(await read((tx) => store.obligations.period(tx, { clientId, periodId }))).toEqual({
        period: missed,
        reported: 1,
      });
      await expect(write(store.obligations.close(superseded(period, 0)))).rejects.toThrow(StaleWrite);
      expect(await read((tx) => store.obligations.list(tx, clientId))).toEqual([{ period: missed, reported: 1 }]);
    });

    it('tells what had been reported before a day in the period that the day is in', async () => {
      const period = await begun();
      const { clientId } = period;
      for (const days of [0, 1, 1, 5])
        await write(store.obligations.report(clientId, reporting(period, addDays(planDay, days))));
      const around = (day: string) =>
        read((tx) => store.obligations.periodAround(tx, { clientId, day: localDate(day) }));
      expect(await around('2026-02-01')).toBeUndefined();
      expect(await around('2026-02-02')).toEqual({ required: 4, reportedBefore: 0 });
      expect(await around('2026-02-04')).toEqual({ required: 4, reportedBefore: 3 });
      expect(await around('2026-03-01')).toEqual({ required: 4, reportedBefore: 4 });
      expect(await around('2026-03-02')).toBeUndefined();
    });

    it('remembers whether a profile was counted from a day on', async () => {
      const period = await begun();
      const { clientId } = period;
      const counted = (day: string) =>
        read((tx) => store.obligations.profileCounted(tx, { clientId, day: localDate(day) }));
      expect(await counted('2026-01-12')).toBe(false);
      await write(store.obligations.report(clientId, { ...reporting(period), kind: 'PROFILE_PUBLISHED' }));
      expect([await counted('2026-01-12'), await counted('2026-02-03')]).toEqual([true, false]);
    });

    it('keeps followed-up offers, each once', async () => {
      const clientId = await store.aClient();
      const offer: FollowedUpOffer = {
        offerId: newId(),
        clientId,
        offeredOn: localDate('2026-02-02'),
        applyBy: localDate('2026-02-09'),
        binding: true,
        outcome: 'NOT_SUITABLE',
        ground: 'COMMUTE',
        recordedOn: localDate('2026-02-10'),
      };
      const { ground: _none, ...rest } = offer;
      const earlier: FollowedUpOffer = {
        ...rest,
        offerId: newId(),
        outcome: 'APPLIED',
        offeredOn: localDate('2026-02-01'),
      };
      await write(store.jobOffers.record(offer), store.jobOffers.record(earlier));
      const { offerId } = offer;
      expect(await read((tx) => store.jobOffers.find(tx, { clientId, offerId }))).toEqual(offer);
      expect(await read((tx) => store.jobOffers.find(tx, { clientId: planUuid(1), offerId }))).toBeUndefined();
      expect(await read((tx) => store.jobOffers.list(tx, clientId))).toEqual([offer, earlier]);
      await expect(write(store.jobOffers.record(offer))).rejects.toThrow();
    });
  });
};
