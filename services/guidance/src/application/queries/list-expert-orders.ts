import { accepted } from '@tyovayla/kernel/result';
import type { ExpertOrder } from '../../domain/expert-order/expert-order.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import { ordersExperts } from '../multi-sector-access.ts';
import type { MultiSectorPorts } from '../multi-sector-ports.ts';

/** Lists the orders for a client with their results, the newest first, to those who serve the client. */
export const listExpertOrdersQuery = (
  ports: Pick<MultiSectorPorts, 'cases' | 'expertOrders'>,
): CaseQuery<{ readonly clientId: string }, readonly ExpertOrder[]> =>
  caseQuery(ports, {
    name: 'ListExpertOrders',
    access: ordersExperts,
    load: async (sql, { clientId }) => accepted(await ports.expertOrders.ofClient(sql, clientId)),
  });
