import type { Write } from '@tyovayla/kernel/sql';
import type { Statements } from '../../application/statement-ports.ts';
import { neglectIdOf, type Statement } from '../../domain/statement/statement.ts';
import { insertDelivery } from './benefit-delivery.repository.ts';
import { recordsOfClient } from './records-of.ts';
import { type ActivityRow, activityFrom, type StatementRow, statementColumns, statementFrom } from './statement-row.ts';

const ofClientText = `SELECT ${statementColumns} FROM statement s WHERE s.client_id = ANY (${recordsOfClient})
  ORDER BY s.issued_on DESC, s.statement_id DESC`;
const activitiesText = `SELECT activity_id, obligation_statement_id, activity, from_on, to_on
  FROM work_obligation_activity WHERE client_id = ANY (${recordsOfClient}) ORDER BY from_on, activity_id`;

const insertText = `INSERT INTO statement (statement_id, client_id, kind, content, ground_code, ground_act,
  ground_section, recipient_code, issued_by, issued_on, language, neglect_id, hearing_id, replaces_statement_id,
  rule_valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;
const insertActivityText = `INSERT INTO work_obligation_activity
  (activity_id, obligation_statement_id, client_id, activity, from_on, to_on) VALUES ($1, $2, $3, $4, $5, $6)`;

const insertStatement = (statement: Statement): Write => {
  const { statementId, clientId, content, ground, recipientCode, issuedBy, issuedOn, language } = statement;
  return {
    text: insertText,
    values: [
      statementId,
      clientId,
      content.kind,
      JSON.stringify(content),
      ground.code,
      ground.act,
      ground.section,
      recipientCode,
      issuedBy,
      issuedOn,
      language,
      neglectIdOf(content),
      statement.hearingId,
      statement.replacesStatementId,
      statement.ruleValidFrom,
    ],
    expectRows: 1,
  };
};

/** Statements in Postgres: the app role can add and read them, and nothing else. */
export const statementRepository: Statements = {
  ofClient: async (sql, clientId) => (await sql.query<StatementRow>(ofClientText, [clientId])).map(statementFrom),
  activities: async (sql, clientId) => (await sql.query<ActivityRow>(activitiesText, [clientId])).map(activityFrom),
  add: (statement, delivery) => [insertStatement(statement), insertDelivery(delivery)],
  addActivity: (clientId, { activityId, obligationStatementId, activity, from, to }) => [
    {
      text: insertActivityText,
      values: [activityId, obligationStatementId, clientId, activity, from, to],
      expectRows: 1,
    },
  ],
};
