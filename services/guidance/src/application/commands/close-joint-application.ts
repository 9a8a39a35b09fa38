import { accepted } from '@tyovayla/kernel/result';
import type { Plan } from '../../domain/plan/plan.ts';
import { standingOf } from '../../domain/study-duty/record-study-applications.ts';
import { type StudyApplication, studyDutyOn } from '../../domain/study-duty/study-duty.ts';
import { firesTimers } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { PlanPorts, StudyDeadline } from '../plan-ports.ts';

type Beside = { readonly plan: Plan | undefined; readonly applications: readonly StudyApplication[] };

type Looked = { readonly suspected: boolean };

/**
 * Looks on the day after a joint application whether the client applied for enough study places: fired by the service's
 * own timer, whose id is the request id and which is done in the same transaction. Too few are proposed as a neglect; a
 * person looks at it. Nothing comes of it where the plan or the duty has gone, or names another spring by now.
 */
export const closeJointApplicationCommand = (
  ports: PlanPorts,
): CaseCommand<OnCase & StudyDeadline, Beside, Looked, Looked> =>
  caseCommand(ports, {
    name: 'CloseJointApplication',
    access: firesTimers('plan'),
    load: async (tx, input) => {
      const [plan, applications] = await Promise.all([
        ports.plans.find(tx, input),
        ports.studyApplications.ofClient(tx, input.clientId),
      ]);
      return { plan, applications };
    },
    decide: ({ clientCase, loaded: { plan, applications } }, { last }, { today }) => {
      const planned = plan?.status === 'BINDING' ? plan.binding.studyDuty : undefined;
      const duty = planned?.window?.last === last && last < today ? planned : undefined;
      const stands = duty !== undefined && studyDutyOn(clientCase, today, ports.jointApplications) !== undefined;
      const looked = { suspected: stands && standingOf(duty, applications).applied < duty.places };
      return accepted({ next: looked, facts: [], answer: looked });
    },
    save: ({ suspected }, { clientCase: { clientId }, loaded: { plan } }, { newId, requestId }) => [
      ...(suspected && plan?.status === 'BINDING' && plan.binding.studyDuty?.window
        ? [
            ...ports.neglectCandidates.propose({
              candidateId: newId(),
              clientId,
              kind: 'STUDIES_NOT_APPLIED_FOR',
              occurredOn: plan.binding.studyDuty.window.last,
              // The plan would have no second one next spring.
              sourceId: requestId,
            }),
            ports.dayTasks.done(plan.planId, 'STUDY_APPLICATION'),
          ]
        : []),
      ports.studyTimers.fired(requestId),
    ],
  });
