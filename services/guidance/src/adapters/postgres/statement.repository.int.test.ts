import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import type { SessionActor } from '@tyovayla/kernel/sql';
import type { PersistenceTx } from '@tyovayla/persistence/transaction';
import { waitingDelivery } from '../../domain/statement/statement-delivery.ts';
import { aClientCase, aProtectedCase } from '../../testing/builders.ts';
import { type GuidanceServer, startGuidanceServer } from '../../testing/guidance-server.ts';
import { aStatement } from '../../testing/statement-builders.ts';
import { statementRepositoryContract } from '../../testing/statement-repository-contract.ts';
import { postgresReceipts } from './benefit-payer-receipts.ts';
import { neglectCandidateWrites } from './neglect-candidate.ts';
import { statementStores } from './statement-stores.ts';

let server: GuidanceServer | undefined;

const opened = async (): Promise<GuidanceServer> => {
  server ??= await startGuidanceServer();
  return server;
};

afterAll(() => server?.stop());

const itself: SessionActor = { actorId: 'guidance', program: 'guidance', roles: [] };
const specialist: SessionActor = { actorId: 'staff-0001', program: 'portal', roles: ['CASE_SPECIALIST'] };
const handler: SessionActor = { actorId: 'staff-0004', program: 'portal', roles: ['PROTECTED_CLIENT_HANDLER'] };

const aCase = async (clientCase = aClientCase({ clientId: randomUUID() })): Promise<string> => {
  const { database, ports } = await opened();
  await database.transact(itself, (tx) => tx.write(ports.cases.insert(clientCase)));
  return clientCase.clientId;
};

statementRepositoryContract('Postgres', async () => {
  const { database } = await opened();
  return { ...statementStores, transactions: database, aClient: aCase, propose: neglectCandidateWrites };
});

const as = async <T>(actor: SessionActor, work: (tx: PersistenceTx) => Promise<T>): Promise<T> => {
  const { database } = await opened();
  return database.transact(actor, work);
};

const issue = async (clientId: string, actor: SessionActor): Promise<string> => {
  const statement = aStatement({ statementId: randomUUID(), clientId });
  const delivery = waitingDelivery(statement, new Date('2026-03-11T10:00:00Z'));
  await as(actor, (tx) => tx.write(statementStores.statements.add(statement, delivery)));
  return statement.statementId;
};

describe('a statement in the database', () => {
  it.each([
    'UPDATE statement SET recipient_code = $2 WHERE statement_id = $1',
    'DELETE FROM statement WHERE statement_id = $1',
  ])('cannot be changed by the service’s own role: %s', async (text) => {
    const statementId = await issue(await aCase(), specialist);
    const values = text.includes('$2') ? [statementId, 'FUND'] : [statementId];
    await expect(as(itself, (tx) => tx.query(text, values))).rejects.toThrow(/permission denied/);
  });

  it('is replaced once, also where two replace it at the same time', async () => {
    const clientId = await aCase();
    const replacesStatementId = await issue(clientId, specialist);
    const replace = () => {
      const statement = aStatement({ statementId: randomUUID(), clientId, replacesStatementId });
      const delivery = waitingDelivery(statement, new Date('2026-03-11T10:00:00Z'));
      return as(specialist, (tx) => tx.write(statementStores.statements.add(statement, delivery)));
    };
    const results = await Promise.allSettled([replace(), replace()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is no sanction without a hearing, whoever writes it', async () => {
    const clientId = await aCase();
    const statement = aStatement({
      statementId: randomUUID(),
      clientId,
      content: { kind: 'WAITING_PERIOD', neglectId: randomUUID(), from: localDate('2026-03-11'), days: 7 },
    });
    const delivery = waitingDelivery(statement, new Date('2026-03-11T10:00:00Z'));
    await expect(as(specialist, (tx) => tx.write(statementStores.statements.add(statement, delivery)))).rejects.toThrow(
      /statement_sanction_heard|statement_neglect/,
    );
  });
});

describe('neglects and statements of a protected client in the database', () => {
  it('are seen by the assigned handler alone', async () => {
    const clientId = await aCase(aProtectedCase({ clientId: randomUUID() }));
    await issue(clientId, handler);
    const seen = (actor: SessionActor) =>
      as(actor, async (tx) => [
        (await statementStores.statements.ofClient(tx, clientId)).length,
        (await statementStores.deliveries.ofClient(tx, clientId)).size,
      ]);
    expect(await seen(handler)).toEqual([1, 1]);
    expect(await seen(specialist)).toEqual([0, 0]);
    expect(await seen({ ...handler, actorId: 'staff-0014' })).toEqual([0, 0]);
    await expect(issue(clientId, specialist)).rejects.toThrow(/row-level security/);
  });
});

describe('a candidate for a neglect in the database', () => {
  it('stands on the day list once, until it is settled', async () => {
    const clientId = await aCase();
    const candidate = { clientId, kind: 'OFFER_NOT_APPLIED', occurredOn: localDate('2026-03-02') } as const;
    const sourceId = randomUUID();
    const propose = () =>
      as(itself, (tx) => tx.write(neglectCandidateWrites({ ...candidate, candidateId: randomUUID(), sourceId })));
    await propose();
    await propose();
    const tasks = () => as(itself, (tx) => tx.query(`SELECT source_id FROM day_task WHERE client_id = $1`, [clientId]));
    const [open, ...others] = await as(specialist, (tx) => statementStores.neglects.openCandidates(tx, clientId));
    expect(others).toEqual([]);
    expect(await tasks()).toEqual([{ source_id: open?.candidateId }]);
    const settlement = { candidateId: open?.candidateId ?? '', settledBy: 'staff-0001' } as const;
    await as(specialist, (tx) =>
      tx.write(
        statementStores.neglects.settle({ ...settlement, settledOn: localDate('2026-03-03'), status: 'RECORDED' }),
      ),
    );
    await propose();
    expect(await tasks()).toEqual([]);
  });
});

describe('what the simulated payer remembers', () => {
  it('is one receipt for one key, however often it comes', async () => {
    const { database } = await opened();
    const receipts = postgresReceipts(database);
    const idempotencyKey = randomUUID();
    const arrive = (receiptId: string, minute: number) =>
      receipts.take({
        idempotencyKey,
        recipientCode: 'KELA',
        receiptId,
        receivedAt: new Date(Date.UTC(2026, 2, 11, 10, minute)),
      });
    const first = await arrive('SIMULATED-1', 0);
    expect(await arrive('SIMULATED-2', 5)).toEqual(first);
    const rows = await as(itself, (tx) =>
      tx.query('SELECT deliveries FROM simulated_payer_receipt WHERE idempotency_key = $1', [idempotencyKey]),
    );
    expect(rows).toEqual([{ deliveries: 2 }]);
  });
});
