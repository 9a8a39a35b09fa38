import { randomUUID } from 'node:crypto';
import { addDays, localDate } from '@tyovayla/kernel/local-date';
import { type SessionActor, StaleWrite, type Transactions, type Tx, type Write } from '@tyovayla/kernel/sql';
import type { NewNeglectCandidate } from '../adapters/postgres/neglect-candidate.ts';
import type { NeglectPorts } from '../application/neglect-ports.ts';
import type { StatementPorts } from '../application/statement-ports.ts';
import type { AssessedNeglect, Neglect, NeglectInHearing, RecordedNeglect } from '../domain/neglect/neglect.ts';
import type { Statement } from '../domain/statement/statement.ts';
import {
  answerDelivery,
  type PayerAnswer,
  type StatementDelivery,
  waitingDelivery,
} from '../domain/statement/statement-delivery.ts';
import { anObligation, aStatement } from './statement-builders.ts';

/** What stores of neglects and statements are tried on. */
export type StatementStoreOnTrial = Pick<NeglectPorts, 'neglects'> &
  Pick<StatementPorts, 'statements' | 'deliveries'> & {
    readonly transactions: Transactions;
    /** A new client's case. */
    aClient(): Promise<string>;
    /** Proposes a candidate as a fact would. */
    propose(candidate: NewNeglectCandidate): readonly Write[];
  };

const manager: SessionActor = { actorId: 'staff-0003', program: 'portal', roles: ['SERVICE_MANAGER'] };
const itself: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };

const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 11, 10, minutes));
const on = localDate('2026-03-02');

const recorded = (clientId: string, about: Partial<RecordedNeglect> = {}): RecordedNeglect => ({
  status: 'RECORDED',
  neglectId: randomUUID(),
  clientId,
  kind: 'MISSED_MEETING',
  occurredOn: on,
  recordedBy: 'staff-0001',
  recordedOn: localDate('2026-03-03'),
  version: 1,
  ...about,
});

const inHearing = (neglect: RecordedNeglect): NeglectInHearing => ({
  ...neglect,
  status: 'HEARING',
  version: 2,
  hearing: {
    hearingId: randomUUID(),
    openedOn: on,
    deadline: addDays(on, 7),
    manner: 'LETTER',
    language: 'SMN',
    openedBy: 'staff-0002',
  },
});

const answered = (neglect: NeglectInHearing): NeglectInHearing => ({
  ...neglect,
  version: 3,
  hearing: { ...neglect.hearing, answer: { code: 'TRAVEL', answeredOn: addDays(on, 2) } },
});

const assessed = (neglect: NeglectInHearing): AssessedNeglect => ({
  ...neglect,
  status: 'ASSESSED',
  version: neglect.version + 1,
  finding: { ground: 'BEYOND_CONTROL', assessedBy: 'staff-0003', assessedOn: addDays(on, 3) },
});

/** What every store of neglects and statements keeps; run on memory and on Postgres. */
export const statementRepositoryContract = (name: string, open: () => Promise<StatementStoreOnTrial>): void => {
  describe(`the store of neglects and statements (${name})`, () => {
    let store: StatementStoreOnTrial;

    beforeAll(async () => {
      store = await open();
    });

    const as = <T>(actor: SessionActor, work: (tx: Tx) => Promise<T>): Promise<T> =>
      store.transactions.transact(actor, work);
    const write = (...writes: readonly Write[]): Promise<void> => as(manager, (tx) => tx.write(writes));
    const neglectsOf = (clientId: string) => as(manager, (tx) => store.neglects.ofClient(tx, clientId));

    /** Stores a neglect's whole course; gives it as it was stored in the end. */
    const course = async (...[first, ...rest]: readonly [RecordedNeglect, ...Neglect[]]): Promise<Neglect> => {
      await write(...store.neglects.add(first));
      let before: Neglect = first;
      for (const after of rest) {
        await write(...store.neglects.change(before, after));
        before = after;
      }
      return before;
    };

    it('gives back a neglect as it was at each stage, in order of their days', async () => {
      const clientId = await store.aClient();
      const later = recorded(clientId, { occurredOn: localDate('2026-03-03'), sourceId: 'meeting-7' });
      await course(later);
      const first = recorded(clientId);
      const heard = inHearing(first);
      const found = await course(first, heard, answered(heard), assessed(answered(heard)));
      expect(await neglectsOf(clientId)).toEqual([found, later]);
      const silent = recorded(clientId, { occurredOn: localDate('2026-03-01') });
      const asked = await course(silent, inHearing(silent));
      expect(await neglectsOf(clientId)).toEqual([asked, found, later]);
    });

    it('refuses a change of a version that somebody has changed before', async () => {
      const clientId = await store.aClient();
      const first = recorded(clientId);
      const heard = inHearing(first);
      await course(first, heard, assessed(heard));
      await expect(write(...store.neglects.change(heard, assessed(heard)))).rejects.toBeInstanceOf(StaleWrite);
    });

    it('keeps the client’s own words apart, by hearing', async () => {
      const clientId = await store.aClient();
      const first = recorded(clientId);
      const heard = inHearing(first);
      await course(first, heard);
      const { hearingId } = heard.hearing;
      await write(...store.neglects.explain({ hearingId, clientId, explanation: 'Juna ei kulkenut.' }));
      const words = await as(manager, (tx) => store.neglects.explanations(tx, clientId));
      expect([...words]).toEqual([[hearingId, 'Juna ei kulkenut.']]);
      expect(JSON.stringify(await neglectsOf(clientId))).not.toContain('Juna');
    });

    it('proposes a candidate once, and keeps it settled', async () => {
      const clientId = await store.aClient();
      const candidate = { candidateId: randomUUID(), clientId, kind: 'PLAN_REFUSED', occurredOn: on } as const;
      const sourceId = randomUUID();
      await write(...store.propose({ ...candidate, sourceId }));
      const openOnes = () => as(manager, (tx) => store.neglects.openCandidates(tx, clientId));
      expect(await openOnes()).toEqual([{ ...candidate, sourceId, status: 'OPEN' }]);
      const { candidateId } = candidate;
      const settlement = { candidateId, settledBy: 'staff-0001', settledOn: on } as const;
      await write(...store.neglects.settle({ ...settlement, status: 'DISMISSED', ground: 'NO_DUTY' }));
      expect(await openOnes()).toEqual([]);
      expect(await as(manager, (tx) => store.neglects.candidate(tx, { clientId, candidateId }))).toMatchObject({
        status: 'DISMISSED',
      });
      await expect(write(...store.neglects.settle({ ...settlement, status: 'RECORDED' }))).rejects.toBeInstanceOf(
        StaleWrite,
      );
    });

    const issued = async (clientId: string, about: Partial<Statement> = {}): Promise<Statement> => {
      const statement = aStatement({ statementId: randomUUID(), clientId, ...about });
      await write(...store.statements.add(statement, waitingDelivery(statement, at(0))));
      return statement;
    };

    it('gives back statements as they were issued, the newest first', async () => {
      const clientId = await store.aClient();
      const first = await issued(clientId);
      const correction = await issued(clientId, {
        replacesStatementId: first.statementId,
        issuedOn: localDate('2026-03-04'),
        content: { kind: 'JOB_SEARCH_VALID', from: on, to: localDate('2026-05-01'), seeks: 'PART_TIME' },
      });
      expect(await as(manager, (tx) => store.statements.ofClient(tx, clientId))).toEqual([correction, first]);
    });

    it('keeps a work obligation with its neglect and hearing, and what counts towards it', async () => {
      const clientId = await store.aClient();
      const first = recorded(clientId);
      const heard = inHearing(first);
      const { neglectId } = await course(first, heard, assessed(heard));
      const obligation = anObligation({ statementId: randomUUID(), clientId, hearingId: heard.hearing.hearingId });
      const statement = { ...obligation, content: { ...obligation.content, neglectId } };
      await write(...store.statements.add(statement, waitingDelivery(statement, at(0))));
      const activity = {
        activityId: randomUUID(),
        obligationStatementId: statement.statementId,
        activity: 'SERVICE',
        from: localDate('2026-04-01'),
        to: localDate('2026-04-30'),
      } as const;
      await write(...store.statements.addActivity(clientId, activity));
      const known = await as(manager, async (tx) => [
        await store.statements.ofClient(tx, clientId),
        await store.statements.activities(tx, clientId),
      ]);
      expect(known).toEqual([[statement], [activity]]);
    });

    const deliveryOf = (statement: Statement): Promise<StatementDelivery | undefined> =>
      as(itself, (tx) => store.deliveries.lock(tx, statement.statementId));

    const takeAll = (now: Date) => as(itself, (tx) => store.deliveries.takeDue(tx, { now, limit: 1000 }));

    const answer = async (statement: Statement, given: PayerAnswer): Promise<void> => {
      const delivery = await deliveryOf(statement);
      const decided = delivery && answerDelivery(delivery, given, at(1));
      if (!decided?.ok) throw new Error('no answer');
      await as(itself, (tx) => tx.write(store.deliveries.save(decided.value.next)));
    };

    it('hands out what is due once, marked as sent', async () => {
      const statement = await issued(await store.aClient());
      const taken = await takeAll(at(0));
      expect(taken.map((each) => each.statement)).toContainEqual(statement);
      expect(await deliveryOf(statement)).toMatchObject({ state: 'SENT', attempts: 1, sentAt: at(0) });
      const again = await takeAll(at(1));
      expect(again.map((each) => each.statement.statementId)).not.toContain(statement.statementId);
      const lost = await takeAll(at(2));
      expect(lost.map((each) => each.statement.statementId)).toContain(statement.statementId);
    });

    it('keeps a receipt, and hands nothing out after it', async () => {
      const statement = await issued(await store.aClient());
      await takeAll(at(0));
      await answer(statement, { receipt: { receiptId: 'receipt-1', receivedAt: at(1) } });
      expect(await deliveryOf(statement)).toMatchObject({
        state: 'RECEIPT',
        receipt: { receiptId: 'receipt-1', receivedAt: at(1) },
      });
      const later = await takeAll(new Date(Date.UTC(2027, 0, 1)));
      expect(later.map((each) => each.statement.statementId)).not.toContain(statement.statementId);
    });

    it('keeps what failed on the pile, with and without another attempt to come', async () => {
      const clientId = await store.aClient();
      const [away, refusedOne] = [await issued(clientId), await issued(clientId)];
      await takeAll(at(0));
      await answer(away, { failure: 'PAYER_AWAY' });
      await answer(refusedOne, { failure: 'PAYER_REFUSED' });
      expect(await deliveryOf(refusedOne)).not.toHaveProperty('nextAttemptAt');
      expect(await deliveryOf(away)).toMatchObject({ state: 'FAILED', failureCode: 'PAYER_AWAY' });
      const pile = await as(manager, (tx) =>
        store.deliveries.undelivered(tx, { scope: { kind: 'AREA' }, limit: 1000 }),
      );
      const ids = pile.map(({ statement }) => statement.statementId);
      expect(ids).toEqual(ids.toSorted());
      expect(ids).toEqual(expect.arrayContaining([away.statementId, refusedOne.statementId]));
      const [first] = ids;
      const rest = await as(manager, (tx) =>
        store.deliveries.undelivered(tx, { scope: { kind: 'AREA' }, limit: 1000, after: first ?? '' }),
      );
      expect(rest.map(({ statement }) => statement.statementId)).toEqual(ids.slice(1));
      const both = await as(manager, (tx) => store.deliveries.ofClient(tx, clientId));
      expect([...both.keys()].sort()).toEqual([away.statementId, refusedOne.statementId].sort());
    });
  });
};
