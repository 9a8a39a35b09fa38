import { allOf, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning, understood } from '../../domain/client-case/case-refusals.ts';
import type { BindingPlan } from '../../domain/plan/plan.ts';
import {
  type RecordStudyApplications,
  recordStudyApplications,
  type StudyApplicationsRecorded,
  type StudyDutyStanding,
} from '../../domain/study-duty/record-study-applications.ts';
import { type StudyApplication, studyDutyOn, withKnownWindow } from '../../domain/study-duty/study-duty.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { PlanPorts } from '../plan-ports.ts';

export type RecordStudyApplicationsInput = OnCase & RecordStudyApplications;

/** Understands what was written, or names every bad field. */
export const readRecordStudyApplications = ({
  appliedOn,
  ...rest
}: OnCase & { readonly appliedOn: string; readonly places: number }): Result<RecordStudyApplicationsInput, Refusal> => {
  const read = allOf({ appliedOn: checkDate('applied_date', appliedOn) });
  return understood(read.ok ? accepted({ ...rest, ...read.value }) : read);
};

type Beside = { readonly plan: BindingPlan | undefined; readonly applications: readonly StudyApplication[] };

/** Records study places that a client applied for; with enough of them nothing is left to do on the day list. */
export const recordStudyApplicationsCommand = (
  ports: PlanPorts,
): CaseCommand<RecordStudyApplicationsInput, Beside, StudyApplicationsRecorded, StudyDutyStanding> =>
  caseCommand(ports, {
    name: 'RecordStudyApplications',
    access: servesClients('plan'),
    load: async (tx, { clientId }) => {
      const [plan, applications] = await Promise.all([
        ports.plans.binding(tx, clientId),
        ports.studyApplications.ofClient(tx, clientId),
      ]);
      return { plan, applications };
    },
    decide: ({ clientCase, loaded: { plan, applications } }, order, { today, newId }) => {
      if (clientCase.jobSearch === undefined) return refused(jobSearchNotRunning);
      const stands = studyDutyOn(clientCase, today, ports.jointApplications) !== undefined;
      const planned = stands ? plan?.binding.studyDuty : undefined;
      const duty = planned && withKnownWindow(planned, ports.jointApplications);
      const { clientId } = clientCase;
      const decided = recordStudyApplications({ clientId, duty, applications }, order, { today, newId });
      if (!decided.ok) return decided;
      const { standing, facts } = decided.value;
      return accepted({ next: decided.value, facts, answer: standing });
    },
    save: ({ application, standing }, { clientCase: { clientId }, loaded: { plan } }, { actor }) => [
      ports.studyApplications.record({ clientId, recordedBy: actor.id, application }),
      ...(plan !== undefined && standing.applied >= standing.duty.places
        ? [ports.dayTasks.done(plan.planId, 'STUDY_APPLICATION')]
        : []),
    ],
  });
