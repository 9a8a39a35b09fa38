import { allOf, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import type { Statement } from '../../domain/statement/statement.ts';
import {
  meetWorkObligation,
  type ObligationActivity,
  type ObligationActivityKind,
  type ObligationProgress,
  obligationActivities,
  standingObligations,
} from '../../domain/statement/work-obligation.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { CasePorts } from '../ports.ts';
import type { StatementPorts } from '../statement-ports.ts';

type OnObligation = OnCase & { readonly obligationStatementId: string };

export type MeetWorkObligationInput = OnObligation & {
  readonly activity: ObligationActivityKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

type Written = OnObligation & { readonly activity: string; readonly from: string; readonly to: string };

/** Understands what was written, or names every bad field. */
export const readMeetWorkObligation = ({
  activity,
  from,
  to,
  ...onObligation
}: Written): Result<MeetWorkObligationInput, Refusal> => {
  const fields = understood(
    allOf({
      activity: checkCode('activity', activity, obligationActivities),
      from: checkDate('from_date', from),
      to: checkDate('to_date', to),
    }),
  );
  return fields.ok ? accepted({ ...onObligation, ...fields.value }) : fields;
};

type Loaded = { readonly statements: readonly Statement[]; readonly activities: readonly ObligationActivity[] };

/** Records work or a service towards a client's work obligation. */
export const meetWorkObligationCommand = (
  ports: CasePorts & StatementPorts,
): CaseCommand<MeetWorkObligationInput, Loaded, ObligationActivity, { readonly progress: ObligationProgress }> =>
  caseCommand(ports, {
    name: 'MeetWorkObligation',
    access: servesClients('statement'),
    load: async (tx, { clientId }) => {
      const [statements, activities] = await Promise.all([
        ports.statements.ofClient(tx, clientId),
        ports.statements.activities(tx, clientId),
      ]);
      return { statements, activities };
    },
    decide: ({ loaded }, { obligationStatementId, activity, from, to }, { today, newId }) => {
      const obligation = standingObligations(loaded.statements).find(
        ({ statementId }) => statementId === obligationStatementId,
      );
      const given = { activityId: newId(), activity, from, to, today };
      const decision = meetWorkObligation(obligation, loaded.activities, given);
      if (!decision.ok) return decision;
      const { next, facts, progress } = decision.value;
      return accepted({ next, facts, answer: { progress } });
    },
    save: (activity, { clientCase }) => ports.statements.addActivity(clientCase.clientId, activity),
  });
