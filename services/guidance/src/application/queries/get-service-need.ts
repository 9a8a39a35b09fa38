import { accepted } from '@tyovayla/kernel/result';
import type { ServiceNeed } from '../../domain/service-need/service-need.ts';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { GuidancePorts } from '../ports.ts';

/** What service a client needs, as it was assessed; the newest assessment first. */
export const getServiceNeedQuery = (ports: GuidancePorts): CaseQuery<OnCase, readonly ServiceNeed[]> =>
  caseQuery(ports, {
    name: 'GetServiceNeed',
    access: servesClients('client-process'),
    load: async (sql, { clientId }) => accepted(await ports.serviceNeeds.ofClient(sql, clientId)),
  });
