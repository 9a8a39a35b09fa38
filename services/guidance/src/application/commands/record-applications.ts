import { everyOf } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning, understood } from '../../domain/client-case/case-refusals.ts';
import { type ApplicationText, type NewApplication, readApplication } from '../../domain/obligation/application.ts';
import { type Reported, type ReportedSoFar, reportApplications } from '../../domain/obligation/report-applications.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { PeriodRecord, PlanPorts } from '../plan-ports.ts';

export type RecordApplicationsInput = OnCase & {
  readonly periodId: string;
  readonly applications: readonly NewApplication[];
};

/** Understands what was written, or names every bad field. */
export const readRecordApplications = (
  written: OnCase & { readonly periodId: string; readonly applications: readonly ApplicationText[] },
): Result<RecordApplicationsInput, Refusal> => {
  const { applications, ...rest } = written;
  const read = everyOf(applications.map(readApplication));
  return understood(read.ok ? accepted({ ...rest, applications: read.value }) : read);
};

/** Records what a client reports for the open period of the obligation, and says how far they have come. */
export const recordApplicationsCommand = (
  ports: PlanPorts,
): CaseCommand<RecordApplicationsInput, ReportedSoFar, Reported, PeriodRecord> =>
  caseCommand(ports, {
    name: 'RecordApplications',
    access: servesClients('plan'),
    load: async (tx, { clientId }, { jobSearch }) => {
      const day = jobSearch?.startedOn;
      const [open, counted] = await Promise.all([
        ports.obligations.open(tx, clientId),
        day === undefined ? false : ports.obligations.profileCounted(tx, { clientId, day }),
      ]);
      return {
        period: open?.period,
        reported: open?.reported ?? 0,
        profile: counted ? 'COUNTED' : 'NOT_COUNTED',
      };
    },
    decide: ({ clientCase, loaded }, input, { today, newId }) => {
      if (clientCase.jobSearch === undefined) return refused(jobSearchNotRunning);
      const decision = reportApplications(loaded, input, { today, newId });
      if (!decision.ok) return decision;
      const { period, reported, facts } = decision.value;
      return accepted({ next: decision.value, facts, answer: { period, reported } });
    },
    save: ({ applications }, { clientCase: { clientId } }) =>
      applications.map((application) => ports.obligations.report(clientId, application)),
  });
