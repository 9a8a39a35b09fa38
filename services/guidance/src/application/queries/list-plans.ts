import { accepted } from '@tyovayla/kernel/result';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { PlanPorts, PlanRecord } from '../plan-ports.ts';

/** All plans of a client with all their versions, newest plan first. */
export const listPlansQuery = (ports: PlanPorts): CaseQuery<OnCase, readonly PlanRecord[]> =>
  caseQuery(ports, {
    name: 'ListPlans',
    access: servesClients('plan'),
    load: async (sql, { clientId }) => accepted(await ports.plans.list(sql, clientId)),
  });
