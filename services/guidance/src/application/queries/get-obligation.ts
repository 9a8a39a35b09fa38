import { accepted } from '@tyovayla/kernel/result';
import type { Application } from '../../domain/obligation/application.ts';
import type { FollowedUpOffer } from '../../domain/obligation/job-offer.ts';
import { obligationByRule, type PlannedObligation, sameQuota } from '../../domain/obligation/planned-obligation.ts';
import type { BindingPlan } from '../../domain/plan/plan.ts';
import { type StudyDutyStanding, standingOf } from '../../domain/study-duty/record-study-applications.ts';
import { type StudyDuty, withKnownWindow } from '../../domain/study-duty/study-duty.ts';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import { loadHeldMeetings, obligationFacts, studyDutyNow } from '../commands/plan-state.ts';
import type { PeriodRecord, PlanPorts } from '../plan-ports.ts';

/** What is asked of a client now, and what the rule of today would ask. */
export type ObligationView = {
  readonly open?: PeriodRecord;
  readonly applications: readonly Application[];
  readonly former: readonly PeriodRecord[];
  /** Absent where no job search runs. */
  readonly byRuleToday?: PlannedObligation;
  /** The rule asks for another number by now than it did when the binding content was written. */
  readonly planVersusRule: 'SAME' | 'DIFFERS';
  readonly jobOffers: readonly FollowedUpOffer[];
  /** Absent where the binding plan has none, or it has fallen away since. */
  readonly studyDuty?: StudyDutyStanding;
  /** The rule of today gives the duty, and the binding plan does not have it. */
  readonly studyDutyMissing: boolean;
};

const comparedWith = (plan: BindingPlan | undefined, byRule: PlannedObligation | undefined) =>
  plan === undefined || byRule === undefined || sameQuota(plan.binding.obligation.byRule, byRule.byRule)
    ? 'SAME'
    : 'DIFFERS';

/** The plan's duty to apply for studies, with the days of its joint application where they are known by now. */
const plannedDuty = (
  plan: BindingPlan | undefined,
  { jointApplications }: Pick<PlanPorts, 'jointApplications'>,
): StudyDuty | undefined => plan?.binding.studyDuty && withKnownWindow(plan.binding.studyDuty, jointApplications);

/** The job-search obligation of a client: period, number, what is reported, and whether the plan wants a new version. */
export const getObligationQuery = (ports: PlanPorts): CaseQuery<OnCase, ObligationView> =>
  caseQuery(ports, {
    name: 'GetObligation',
    access: servesClients('plan'),
    load: async (sql, { clientId }, { clientCase, context }) => {
      const [records, plan, held, jobOffers, studyApplications] = await Promise.all([
        ports.obligations.list(sql, clientId),
        ports.plans.binding(sql, clientId),
        loadHeldMeetings(ports, sql, clientCase),
        ports.jobOffers.list(sql, clientId),
        ports.studyApplications.ofClient(sql, clientId),
      ]);
      const open = records.find(({ period }) => period.state === 'OPEN');
      const { jobSearch } = clientCase;
      const area = ports.obligationArea;
      const facts = jobSearch && obligationFacts(clientCase, jobSearch, { held, area });
      const byRule = facts && obligationByRule(facts, context.today, plan?.binding.obligation.situation);
      const periodId = open?.period.periodId;
      const studying = studyDutyNow(ports, clientCase, context.today);
      const studyDuty = studying.studyDuty && plannedDuty(plan, ports);
      return accepted({
        ...(open !== undefined && { open }),
        applications: periodId === undefined ? [] : await ports.obligations.applications(sql, { clientId, periodId }),
        former: records.filter((record) => record !== open),
        ...(byRule !== undefined && { byRuleToday: byRule }),
        planVersusRule: comparedWith(plan, byRule),
        jobOffers,
        studyDutyMissing:
          plan !== undefined && plan.binding.studyDuty === undefined && studying.studyDuty !== undefined,
        ...(studyDuty && { studyDuty: standingOf(studyDuty, studyApplications) }),
      });
    },
  });
