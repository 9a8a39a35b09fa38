import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { consequencesUntil } from '../../domain/plan/consequences.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { PlanPorts, PlanRecord } from '../plan-ports.ts';

/** A plan as it is listed. */
export type ListedPlan = PlanRecord & {
  /** Whether it binds with a text on consequences that is no more the law's. */
  readonly isTextOutdated: boolean;
};

const isTextOutdated = (plan: Plan, today: LocalDate): boolean => {
  const until = plan.status === 'BINDING' ? consequencesUntil(plan.binding.consequences) : undefined;
  return until !== undefined && until <= today;
};

/** All plans of a client with all their versions, newest plan first. */
export const listPlansQuery = (ports: PlanPorts): CaseQuery<OnCase, readonly ListedPlan[]> =>
  caseQuery(ports, {
    name: 'ListPlans',
    access: servesClients('plan'),
    load: async (sql, { clientId }, { context: { today } }) => {
      const plans = await ports.plans.list(sql, clientId);
      return accepted(plans.map((record) => ({ ...record, isTextOutdated: isTextOutdated(record.plan, today) })));
    },
  });
