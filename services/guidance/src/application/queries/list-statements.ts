import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { periodOf, type Statement } from '../../domain/statement/statement.ts';
import type { StatementDelivery } from '../../domain/statement/statement-delivery.ts';
import { type ObligationProgress, progressOf, standingObligations } from '../../domain/statement/work-obligation.ts';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { CasePorts } from '../ports.ts';
import type { StatementPorts } from '../statement-ports.ts';

/** A statement with its way to the payer and the one that replaces it. */
export type StatementView = {
  readonly statement: Statement;
  /** First and last day that it is about. */
  readonly period: { readonly from: LocalDate; readonly to?: LocalDate };
  readonly delivery?: StatementDelivery;
  readonly replacedBy?: string;
};

export type StatementsView = {
  readonly statements: readonly StatementView[];
  readonly obligations: readonly ObligationProgress[];
};

const viewOf = (
  statement: Statement,
  statements: readonly Statement[],
  deliveries: ReadonlyMap<string, StatementDelivery>,
): StatementView => {
  const delivery = deliveries.get(statement.statementId);
  const by = statements.find(({ replacesStatementId }) => replacesStatementId === statement.statementId);
  return {
    statement,
    period: periodOf(statement.content),
    ...(delivery !== undefined && { delivery }),
    ...(by !== undefined && { replacedBy: by.statementId }),
  };
};

/** A client's statements, the newest first, and how far their work obligations are met. */
export const listStatementsQuery = (ports: CasePorts & StatementPorts): CaseQuery<OnCase, StatementsView> =>
  caseQuery(ports, {
    name: 'ListStatements',
    access: servesClients('statement'),
    load: async (sql, { clientId }) => {
      const [statements, activities, deliveries] = await Promise.all([
        ports.statements.ofClient(sql, clientId),
        ports.statements.activities(sql, clientId),
        ports.deliveries.ofClient(sql, clientId),
      ]);
      return accepted({
        statements: statements.map((statement) => viewOf(statement, statements, deliveries)),
        obligations: standingObligations(statements).map((obligation) => progressOf(obligation, activities)),
      });
    },
  });
