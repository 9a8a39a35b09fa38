import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ExpertOrders } from '../../application/multi-sector-ports.ts';
import type { ExpertOrder, ExpertOrderKind } from '../../domain/expert-order/expert-order.ts';
import { recordsOfClient } from './records-of.ts';

type Row = {
  readonly order_id: string;
  readonly client_id: string;
  readonly version: number;
  readonly kind: ExpertOrderKind;
  readonly neighbour_area: string | null;
  readonly ordered_minutes: number;
  readonly ordered_on: LocalDate;
  readonly ordered_by: string;
  readonly done_on: LocalDate | null;
  readonly delivered_minutes: number | null;
  readonly result_text: string | null;
};

const select = `SELECT o.order_id, o.client_id, o.version, o.kind, o.neighbour_area, o.ordered_minutes, o.ordered_on,
  o.ordered_by, r.done_on, r.delivered_minutes, r.result_text
  FROM expert_order o LEFT JOIN expert_result r ON r.order_id = o.order_id`;
const oneText = `${select} WHERE o.client_id = ANY (${recordsOfClient}) AND o.order_id = $2`;
const ofClientText = `${select} WHERE o.client_id = ANY (${recordsOfClient}) ORDER BY o.order_id DESC`;

const insertText = `INSERT INTO expert_order
  (order_id, client_id, version, kind, neighbour_area, ordered_minutes, ordered_on, ordered_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const updateText = 'UPDATE expert_order SET version = $2 WHERE order_id = $1 AND version = $3';
const resultText = `INSERT INTO expert_result (order_id, client_id, done_on, delivered_minutes, result_text)
  VALUES ($1, $2, $3, $4, $5)`;

const orderFrom = (row: Row): ExpertOrder => {
  const core = {
    orderId: row.order_id,
    clientId: row.client_id,
    version: row.version,
    kind: row.kind,
    provider:
      row.neighbour_area === null
        ? ({ kind: 'OWN' } as const)
        : ({ kind: 'NEIGHBOUR', area: row.neighbour_area } as const),
    orderedMinutes: row.ordered_minutes,
    orderedOn: row.ordered_on,
    orderedBy: row.ordered_by,
  };
  const { done_on: doneOn, delivered_minutes: deliveredMinutes, result_text: text } = row;
  return doneOn === null || deliveredMinutes === null || text === null
    ? { ...core, state: 'ORDERED' }
    : { ...core, state: 'DONE', result: { doneOn, deliveredMinutes, text } };
};

const forgetText = `UPDATE expert_result SET result_text = '' WHERE client_id = ANY (${recordsOfClient})`;

/** Orders of experts' hours in Postgres; the client's case is locked where an order is decided on. */
export const expertOrderRepository: ExpertOrders = {
  lock: async (tx, { clientId, orderId }) => {
    const [row] = await tx.query<Row>(oneText, [clientId, orderId]);
    return row && orderFrom(row);
  },
  ofClient: async (sql, clientId) => (await sql.query<Row>(ofClientText, [clientId])).map(orderFrom),
  insert: ({ orderId, clientId, version, kind, provider, orderedMinutes, orderedOn, orderedBy }) => [
    {
      text: insertText,
      values: [
        ...[orderId, clientId, version, kind, provider.kind === 'NEIGHBOUR' ? provider.area : undefined],
        ...[orderedMinutes, orderedOn, orderedBy],
      ],
    },
  ],
  forgetTexts: (clientId) => ({ text: forgetText, values: [clientId] }),
  save: (before, after) => [
    { text: updateText, values: [after.orderId, after.version, before.version], expectRows: 1 },
    ...(after.state === 'DONE'
      ? [
          {
            text: resultText,
            values: [
              ...[after.orderId, after.clientId, after.result.doneOn],
              ...[after.result.deliveredMinutes, after.result.text],
            ],
          },
        ]
      : []),
  ],
};
