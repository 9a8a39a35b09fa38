import { accepted, refused } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import { clientCaseNotFound } from '../../domain/client-case/case-refusals.ts';
import { type HandedOverProcess, handedOverProcess } from '../../domain/client-case/handed-over-process.ts';
import { receivesCases } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import type { PlanRecord } from '../plan-ports.ts';
import type { GuidancePorts } from '../ports.ts';

/** What goes along, and the plan's history, which tells how its content was accepted. */
export type HandedOverView = { readonly process: HandedOverProcess; readonly record?: PlanRecord };

type Ports = Pick<GuidancePorts, 'cases' | 'plans' | 'serviceNeeds' | 'meetings' | 'neglects' | 'statements'>;

/**
 * Shows the receiving area what it needs to go on with a client whose job search went over to it: the client registry's
 * hand-over record says who it is. Of everyone else, and of who came back, the answer is that there is no case.
 */
export const getHandedOverProcessQuery = (ports: Ports): Query<OnCase, HandedOverView> => ({
  name: 'GetHandedOverProcess',
  access: receivesCases,
  missing: clientCaseNotFound,
  load: async (sql, { clientId }) => {
    const transferredOn = (await ports.cases.find(sql, clientId))?.transferredOutOn;
    if (transferredOn === undefined) return refused(clientCaseNotFound);
    const [records, serviceNeeds, meetings, neglects, statements, activities] = await Promise.all([
      ports.plans.list(sql, clientId),
      ports.serviceNeeds.ofClient(sql, clientId),
      ports.meetings.ofClient(sql, clientId),
      ports.neglects.ofClient(sql, clientId),
      ports.statements.ofClient(sql, clientId),
      ports.statements.activities(sql, clientId),
    ]);
    const plans = records.map(({ plan }) => plan);
    const kept = { plans, serviceNeeds, meetings, neglects, statements, activities };
    const process = handedOverProcess(kept, transferredOn);
    const record = records.find(({ plan }) => plan === process.plan?.plan);
    return accepted({ process, ...(record !== undefined && { record }) });
  },
  subjectOf: ({ clientId }) => clientId,
});
