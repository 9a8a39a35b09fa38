import { helsinkiDate } from '@tyovayla/kernel/local-date';
import type { Write } from '@tyovayla/kernel/sql';
import type { StatementDeliveries, StatementToSend, UndeliveredFilter } from '../../application/statement-ports.ts';
import { type StatementDelivery, sentDelivery } from '../../domain/statement/statement-delivery.ts';
import { dayTaskDoneWrite, dayTaskWrite } from './day-task.ts';
import { recordsOfClient } from './records-of.ts';
import {
  type DeliveryRow,
  deliveryColumns,
  deliveryFrom,
  type StatementRow,
  statementColumns,
  statementFrom,
} from './statement-row.ts';

const insertText = `INSERT INTO statement_delivery
  (statement_id, client_id, state, attempts, sent_at, next_attempt_at, receipt_id, receipt_at, failure_code)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const updateText = `UPDATE statement_delivery SET state = $3, attempts = $4, sent_at = $5, next_attempt_at = $6,
  receipt_id = $7, receipt_at = $8, failure_code = $9 WHERE statement_id = $1 AND client_id = $2`;

const ofClientText = `SELECT ${deliveryColumns} FROM statement_delivery d WHERE d.client_id = ANY (${recordsOfClient})`;
const lockText = `SELECT ${deliveryColumns} FROM statement_delivery d WHERE d.statement_id = $1 FOR UPDATE`;

const bothColumns = `${statementColumns}, ${deliveryColumns}`;
const dueText = `SELECT ${bothColumns} FROM statement_delivery d JOIN statement s ON s.statement_id = d.statement_id
  WHERE d.next_attempt_at <= $1 ORDER BY d.next_attempt_at, d.statement_id LIMIT $2 FOR UPDATE OF d SKIP LOCKED`;

// Row-level security hides protected clients from all but their handler; a handler sees theirs and no others.
const undeliveredText = `SELECT ${bothColumns} FROM statement_delivery d
  JOIN statement s ON s.statement_id = d.statement_id JOIN client_case c ON c.client_id = d.client_id
  WHERE d.state = 'FAILED' AND ($1::text IS NULL OR c.handler_id = $1)
    AND ($2::uuid IS NULL OR d.statement_id > $2) ORDER BY d.statement_id LIMIT $3`;

const valuesOf = (delivery: StatementDelivery): readonly unknown[] => {
  const { statementId, clientId, state, attempts } = delivery;
  const receipt = delivery.state === 'RECEIPT' ? delivery.receipt : undefined;
  return [
    statementId,
    clientId,
    state,
    attempts,
    'sentAt' in delivery ? delivery.sentAt : undefined,
    'nextAttemptAt' in delivery ? delivery.nextAttemptAt : undefined,
    receipt?.receiptId,
    receipt?.receivedAt,
    delivery.state === 'FAILED' ? delivery.failureCode : undefined,
  ];
};

/** A new statement's delivery, for the write that stores the statement. */
export const insertDelivery = (delivery: StatementDelivery): Write => ({
  text: insertText,
  values: valuesOf(delivery),
  expectRows: 1,
});

const updateDelivery = (delivery: StatementDelivery): Write => ({
  text: updateText,
  values: valuesOf(delivery),
  expectRows: 1,
});

/** One that nothing sends again by itself stands on the day list until somebody does. */
const taskWrite = (delivery: StatementDelivery): Write => {
  const { statementId: sourceId, clientId } = delivery;
  if (delivery.state !== 'FAILED' || delivery.nextAttemptAt !== undefined)
    return dayTaskDoneWrite(sourceId, 'STATEMENT_UNDELIVERED');
  const dueOn = helsinkiDate(delivery.sentAt);
  return dayTaskWrite({ taskId: sourceId, clientId, kind: 'STATEMENT_UNDELIVERED', dueOn, sourceId });
};

const bothFrom = (row: StatementRow & DeliveryRow): StatementToSend => ({
  statement: statementFrom(row),
  delivery: deliveryFrom(row),
});

const handlerOf = ({ scope }: UndeliveredFilter): string | undefined =>
  scope.kind === 'HANDLER' ? scope.handlerId : undefined;

/** The way of statements to their payers, in Postgres. */
export const deliveryRepository: StatementDeliveries = {
  ofClient: async (sql, clientId) => {
    const rows = await sql.query<DeliveryRow>(ofClientText, [clientId]);
    return new Map(rows.map((row) => [row.statement_id, deliveryFrom(row)]));
  },
  lock: async (tx, statementId) => {
    const [row] = await tx.query<DeliveryRow>(lockText, [statementId]);
    return row && deliveryFrom(row);
  },
  save: (delivery) => [updateDelivery(delivery), taskWrite(delivery)],
  takeDue: async (tx, { now, limit }) => {
    const due = (await tx.query<StatementRow & DeliveryRow>(dueText, [now, limit])).map(bothFrom);
    const taken = due.map(({ statement, delivery }) => ({ statement, delivery: sentDelivery(delivery, now) }));
    if (taken.length > 0) await tx.write(taken.map(({ delivery }) => updateDelivery(delivery)));
    return taken;
  },
  undelivered: async (sql, filter) => {
    const values = [handlerOf(filter), filter.after, filter.limit];
    return (await sql.query<StatementRow & DeliveryRow>(undeliveredText, values)).map(bothFrom);
  },
};
