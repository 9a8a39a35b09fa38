import { randomUUID } from 'node:crypto';
import type { ExpertOrderListView } from '../api/expert-order-schemas.ts';
import type { Experts } from '../api/process-ports.ts';
import { checkVersion, fileOf, found, no, once, type World } from './in-memory-file.ts';

type Orders = ExpertOrderListView['orders'];

/** Experts' orders in memory; every client begins without one. */
export const expertsInMemory = (world: World): Experts => {
  const orders = new Map<string, Orders>();
  const of = (clientId: string): Orders => {
    fileOf(world, clientId);
    return orders.get(clientId) ?? [];
  };
  return {
    listExpertOrders: async (_, { clientId }) => ({ orders: of(clientId) }),
    orderExpertAssessment: (change, { clientId, ...order }) =>
      once(world, change, () => {
        const expertOrderId = randomUUID();
        const made = { ...order, expertOrderId, version: 1, orderedDate: world.options.today, orderedBy: 'staff-0001' };
        orders.set(clientId, [made, ...of(clientId)]);
        return { expertOrderId };
      }),
    recordExpertResult: (change, { clientId, expertOrderId, expectedVersion, ...result }) =>
      once(world, change, () => {
        const own = of(clientId);
        const before = found(
          own.find((one) => one.expertOrderId === expertOrderId),
          'EXPERT_ORDER_NOT_FOUND',
        );
        checkVersion(before, expectedVersion, 'EXPERT_ORDER_CHANGED_MEANWHILE');
        if (before.result !== undefined) throw no(409, 'EXPERT_RESULT_RECORDED_ALREADY');
        if (result.deliveredMinutes > before.orderedMinutes) throw no(409, 'EXPERT_MINUTES_EXCEEDED');
        const after = { ...before, version: before.version + 1, result };
        orders.set(
          clientId,
          own.map((one) => (one === before ? after : one)),
        );
        return { version: after.version };
      }),
  };
};
