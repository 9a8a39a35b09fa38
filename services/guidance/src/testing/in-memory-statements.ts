import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type {
  SimulatedArrival,
  SimulatedReceipts,
  StaffRegister,
  StatementPorts,
  Undelivered,
  UndeliveredFilter,
} from '../application/statement-ports.ts';
import type { ClientCase } from '../domain/client-case/client-case.ts';
import type { Statement } from '../domain/statement/statement.ts';
import { type StatementDelivery, sentDelivery } from '../domain/statement/statement-delivery.ts';
import type { ObligationActivity } from '../domain/statement/work-obligation.ts';
import { someChoices } from './statement-builders.ts';

/** The specialist in Kemi and the protected-client handler may state; the manager and others may not. */
export const someStaffRegister: StaffRegister = {
  hasStatementPower: (staffId) => ['staff-0001', 'staff-0004'].includes(staffId),
};

export type InMemoryStatements = {
  readonly ports: StatementPorts;
  all(): readonly Statement[];
  allDeliveries(): readonly StatementDelivery[];
};

type Activity = { readonly clientId: string; readonly activity: ObligationActivity };

const byId = (one: Undelivered, other: Undelivered): number =>
  one.statement.statementId < other.statement.statementId ? -1 : 1;

/** Statements and their deliveries in memory; `cases` says whose clients are protected. */
export const inMemoryStatements = (
  transactions: MemoryTransactions,
  cases: () => readonly ClientCase[],
): InMemoryStatements => {
  const table = transactions.table<Statement>();
  const deliveries = transactions.table<StatementDelivery>();
  const activities = transactions.table<Activity>();
  const statementOf = ({ statementId }: StatementDelivery): Statement => {
    const statement = table.get(statementId);
    if (statement === undefined) throw new Error('a delivery without a statement');
    return statement;
  };
  const mine = ({ clientId }: StatementDelivery, { scope }: UndeliveredFilter): boolean => {
    const handlerId = cases().find((each) => each.clientId === clientId)?.handlerId;
    return scope.kind === 'HANDLER' ? handlerId === scope.handlerId : handlerId === undefined;
  };
  return {
    ports: {
      statements: {
        ofClient: async (_sql, clientId) =>
          table
            .all()
            .filter((statement) => statement.clientId === clientId)
            .toReversed(),
        activities: async (_sql, clientId) =>
          activities
            .all()
            .filter((row) => row.clientId === clientId)
            .map(({ activity }) => activity),
        add: (statement, delivery) => [
          table.insert(statement.statementId, statement),
          deliveries.insert(delivery.statementId, delivery),
        ],
        addActivity: (clientId, activity) => [activities.insert(activity.activityId, { activity, clientId })],
      },
      deliveries: {
        ofClient: async (_sql, clientId) =>
          new Map(
            deliveries
              .all()
              .filter((delivery) => delivery.clientId === clientId)
              .map((delivery) => [delivery.statementId, delivery]),
          ),
        lock: async (_tx, statementId) => deliveries.get(statementId),
        save: (delivery) => [deliveries.update(delivery.statementId, delivery)],
        takeDue: async (tx, { now, limit }) => {
          const taken = deliveries
            .all()
            .filter((each) => 'nextAttemptAt' in each && each.nextAttemptAt !== undefined && each.nextAttemptAt <= now)
            .slice(0, limit)
            .map((each) => ({ statement: statementOf(each), delivery: sentDelivery(each, now) }));
          await tx.write(taken.map(({ delivery }) => deliveries.update(delivery.statementId, delivery)));
          return taken;
        },
        undelivered: async (_sql, filter) =>
          deliveries
            .all()
            .filter((delivery) => delivery.state === 'FAILED' && mine(delivery, filter))
            .map((delivery) => ({ statement: statementOf(delivery), delivery }))
            .filter(({ statement }) => filter.after === undefined || statement.statementId > filter.after)
            .toSorted(byId)
            .slice(0, filter.limit),
      },
      staffRegister: someStaffRegister,
      statementChoices: someChoices,
    },
    all: table.all,
    allDeliveries: deliveries.all,
  };
};

/** The simulated payer's memory, and what came to it how often. */
export const inMemoryReceipts = (): SimulatedReceipts & {
  arrivals(): readonly (SimulatedArrival & { readonly deliveries: number })[];
} => {
  const arrivals = new Map<string, SimulatedArrival & { readonly deliveries: number }>();
  return {
    take: async (arrival) => {
      const first = arrivals.get(arrival.idempotencyKey);
      const kept = first ?? { ...arrival, deliveries: 0 };
      arrivals.set(arrival.idempotencyKey, { ...kept, deliveries: kept.deliveries + 1 });
      return { receiptId: kept.receiptId, receivedAt: kept.receivedAt };
    },
    arrivals: () => [...arrivals.values()],
  };
};
