import { localDate } from '@tyovayla/kernel/local-date';
import { type SessionActor, StaleWrite, type Transactions } from '@tyovayla/kernel/sql';
import type { MultiSectorPorts } from '../application/multi-sector-ports.ts';
import { orderExpertAssessment } from '../domain/expert-order/order-expert-assessment.ts';
import { recordExpertResult } from '../domain/expert-order/record-expert-result.ts';
import { endMultiSectorMembership } from '../domain/multi-sector/end-multi-sector-membership.ts';
import { exitMultiSector } from '../domain/multi-sector/exit-multi-sector.ts';
import type { ManagementGroup } from '../domain/multi-sector/management-group.ts';
import type { MultiSectorCase } from '../domain/multi-sector/multi-sector-case.ts';
import { reviewMultiSectorPlan } from '../domain/multi-sector/review-multi-sector-plan.ts';
import {
  aCaseWithPlanInForce,
  aConsultedCase,
  aReferredCase,
  deciding,
  nextId,
  today,
  yes,
} from './multi-sector-builders.ts';

/** What the register is tried on; `aClient` is somebody new, unemployed in Kemi and served by staff-0001. */
export type MultiSectorStore = Pick<
  MultiSectorPorts,
  'multiSectorCases' | 'multiSectorPrompts' | 'managementGroups' | 'expertOrders'
> & {
  readonly transactions: Transactions;
  aClient(about?: { readonly statusSince?: string }): Promise<string>;
};

const kerttu: SessionActor = { actorId: 'staff-0001', program: 'portal', roles: ['CASE_SPECIALIST'] };
const itself: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };

/** What every store of the multi-sector register keeps; run on memory and on Postgres. */
export const multiSectorRepositoryContract = (name: string, open: () => Promise<MultiSectorStore>): void => {
  let store: MultiSectorStore;

  beforeAll(async () => {
    store = await open();
  });

  const insert = async (one: MultiSectorCase): Promise<MultiSectorCase> => {
    await store.transactions.transact(kerttu, (tx) => tx.write(store.multiSectorCases.insert(one)));
    return one;
  };
  const save = (before: MultiSectorCase, after: MultiSectorCase): Promise<void> =>
    store.transactions.transact(kerttu, (tx) => tx.write(store.multiSectorCases.save(before, after)));
  const openCase = (clientId: string) =>
    store.transactions.transact(kerttu, (tx) => store.multiSectorCases.lockOpen(tx, clientId));

  describe(`the multi-sector register keeps cases (${name})`, () => {
    it('gives back a new case as it was saved', async () => {
      const one = await insert(aReferredCase(await store.aClient()));
      expect(await openCase(one.clientId)).toEqual({ one, protection: { kind: 'NONE' } });
    });

    it('gives back a case with a plan in force, members, and what a review found', async () => {
      const referred = await insert(aReferredCase(await store.aClient()));
      const far = { ...aCaseWithPlanInForce(referred.clientId), caseId: referred.caseId };
      const before = { ...far, members: [...referred.members, ...far.members.slice(1)] };
      await save(referred, before);
      const day = localDate('2026-04-30');
      const review = reviewMultiSectorPlan(before, { reviewedOn: day, doneTaskIds: [] }, deciding(day));
      const ended = yes(endMultiSectorMembership(yes(review), { staffId: 'staff-0009' }, deciding(day)));
      await save(before, ended);
      expect((await openCase(referred.clientId))?.one).toEqual(ended);
    });

    it('refuses to save what was decided on an older version', async () => {
      const one = await insert(aReferredCase(await store.aClient()));
      await save(one, { ...one, version: 3 });
      await expect(save(one, { ...one, version: 3 })).rejects.toThrow(StaleWrite);
    });

    it('knows one open case of a client, and a new one after the exit', async () => {
      const clientId = await store.aClient();
      const hasOpen = () => store.transactions.transact(kerttu, (tx) => store.multiSectorCases.hasOpen(tx, clientId));
      expect(await hasOpen()).toBe(false);
      const first = await insert(aReferredCase(clientId));
      expect(await hasOpen()).toBe(true);
      const left = yes(exitMultiSector(first, { exitedOn: today, reason: 'NEED_ENDED' }, deciding()));
      await save(first, left);
      expect([await hasOpen(), await openCase(clientId)]).toEqual([false, undefined]);
      const second = await insert(aReferredCase(clientId));
      const all = await store.transactions.transact(kerttu, (tx) => store.multiSectorCases.ofClient(tx, clientId));
      expect(all.map(({ one }) => one)).toEqual([second, left]);
    });

    it('lists the cases of a member page by page, the newest first, and none that they left', async () => {
      const helmi: SessionActor = { actorId: 'staff-0009', program: 'portal', roles: ['MULTI_SECTOR_MEMBER'] };
      const cases: MultiSectorCase[] = [];
      for (let count = 0; count < 3; count += 1) {
        const one = aConsultedCase(await store.aClient());
        cases.unshift(await insert({ ...one, members: one.members.slice(0, 1) }));
        await save({ ...one, members: one.members.slice(0, 1) }, { ...one, version: one.version + 1 });
      }
      const [newest, middle, oldest] = cases.map(({ caseId }) => caseId);
      const mine = async (limit: number, after?: string) =>
        (
          await store.transactions.transact(helmi, (tx) =>
            store.multiSectorCases.ofMember(tx, { staffId: 'staff-0009', limit, ...(after && { after }) }),
          )
        ).map(({ one }) => one.caseId);
      expect(await mine(2)).toEqual([newest, middle]);
      expect((await mine(10, middle))[0]).toBe(oldest);
      const again = (await openCase(cases[0]?.clientId ?? ''))?.one;
      if (again === undefined) throw new Error('not open');
      await save(again, yes(endMultiSectorMembership(again, { staffId: 'staff-0009' }, deciding())));
      expect(await mine(1)).toEqual([middle]);
    });
  });

  describe(`what prompts referrals is kept (${name})`, () => {
    const remember = (basis: Parameters<MultiSectorStore['multiSectorPrompts']['remember']>[0]) =>
      store.transactions.transact(itself, (tx) => tx.write([store.multiSectorPrompts.remember(basis)]));
    const promptsOf = async (clientId: string) =>
      (
        await store.transactions.transact(kerttu, (tx) =>
          store.multiSectorPrompts.list(tx, { today, specialistId: 'staff-0001', limit: 1000 }),
        )
      ).find((prompt) => prompt.clientId === clientId);

    it('tells who has been unemployed for so long, by age', async () => {
      const young = await store.aClient({ statusSince: '2025-08-02' });
      const older = await store.aClient({ statusSince: '2025-08-02' });
      await remember({ clientId: young, age: 'YOUNG' });
      await remember({ clientId: older, age: 'OLDER' });
      expect(await promptsOf(young)).toEqual({
        clientId: young,
        reasons: ['YOUNG_UNEMPLOYED_6_MONTHS'],
        unemployedSince: '2025-08-02',
      });
      expect(await promptsOf(older)).toBeUndefined();
    });

    it('remembers the subsidy beside the age, and forgets neither', async () => {
      const clientId = await store.aClient({ statusSince: '2024-01-01' });
      await remember({ clientId, age: 'OLDER' });
      await remember({ clientId, subsidy300On: localDate('2026-01-05') });
      await remember({ clientId, age: 'OLDER' });
      expect((await promptsOf(clientId))?.reasons).toEqual(['SUBSIDY_300_DAYS', 'UNEMPLOYED_12_MONTHS']);
    });

    it('leaves out who has an open case', async () => {
      const clientId = await store.aClient({ statusSince: '2024-01-01' });
      await remember({ clientId, age: 'OLDER' });
      expect(await promptsOf(clientId)).toBeDefined();
      await insert(aReferredCase(clientId));
      expect(await promptsOf(clientId)).toBeUndefined();
    });
  });

  describe(`management groups are kept (${name})`, () => {
    const group = (): ManagementGroup => ({
      groupId: nextId(),
      version: 1,
      countyArea: `AREA-${nextId()
        .slice(-4)
        .replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? 'A')}`,
      negotiatedOn: today,
      formedOn: today,
      members: [{ staffId: 'staff-0003', party: 'EMPLOYMENT_AUTHORITY' }],
      leaders: [],
      agreements: [],
    });

    it('one an area, each with a version of its own', async () => {
      const one = group();
      const { managementGroups } = store;
      const within = <T>(work: (tx: Parameters<typeof managementGroups.lock>[0]) => Promise<T>) =>
        store.transactions.transact(kerttu, work);
      await within((tx) => tx.write(managementGroups.insert(one)));
      const after = { ...one, version: 2, members: [] };
      await within((tx) => tx.write(managementGroups.save(one, after)));
      expect(await within((tx) => managementGroups.lock(tx, one.groupId))).toEqual(after);
      expect(await within((tx) => managementGroups.lockArea(tx, one.countyArea))).toEqual(after);
      expect(await within((tx) => managementGroups.find(tx, 'NOWHERE'))).toBeUndefined();
      await expect(within((tx) => tx.write(managementGroups.save(one, after)))).rejects.toThrow(StaleWrite);
    });
  });

  describe(`orders of experts’ hours are kept (${name})`, () => {
    it('with their results, the newest first', async () => {
      const clientId = await store.aClient();
      const within = <T>(work: (tx: Parameters<typeof store.expertOrders.lock>[0]) => Promise<T>) =>
        store.transactions.transact(kerttu, work);
      const order = (kind: 'PSYCHOLOGIST' | 'CAREER_GUIDANCE') =>
        orderExpertAssessment({ clientId, kind, provider: { kind: 'OWN' }, orderedMinutes: 60 }, deciding()).order;
      const [first, second] = [order('PSYCHOLOGIST'), order('CAREER_GUIDANCE')];
      await within((tx) => tx.write([...store.expertOrders.insert(first), ...store.expertOrders.insert(second)]));
      const recorded = recordExpertResult(first, { doneOn: today, deliveredMinutes: 45, text: 'Done.' }, { today });
      if (!recorded.ok) throw new Error(recorded.refusal.code);
      const { order: done } = recorded.value;
      await within((tx) => tx.write(store.expertOrders.save(first, done)));
      expect(await within((tx) => store.expertOrders.ofClient(tx, clientId))).toEqual([second, done]);
      const { orderId } = first;
      expect(await within((tx) => store.expertOrders.lock(tx, { clientId, orderId }))).toEqual(done);
      await within((tx) => tx.write([store.expertOrders.forgetTexts(clientId)]));
      expect(await within((tx) => store.expertOrders.lock(tx, { clientId, orderId }))).toMatchObject({
        result: { text: '', deliveredMinutes: 45 },
      });
      const ofAnother = { clientId: await store.aClient(), orderId };
      expect(await within((tx) => store.expertOrders.lock(tx, ofAnother))).toBeUndefined();
      await expect(within((tx) => tx.write(store.expertOrders.save(first, done)))).rejects.toThrow();
    });
  });
};
