import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MatterLanguage } from '../../domain/neglect/neglect.ts';
import type { Statement, StatementContent } from '../../domain/statement/statement.ts';
import type { StatementDelivery } from '../../domain/statement/statement-delivery.ts';
import type { ObligationActivity, ObligationActivityKind } from '../../domain/statement/work-obligation.ts';

/** A statement as it is stored. Its kind is repeated beside the content, for constraints and people with SQL. */
export type StatementRow = {
  readonly statement_id: string;
  readonly client_id: string;
  readonly content: StatementContent;
  readonly ground_code: string;
  readonly ground_act: string;
  readonly ground_section: string;
  readonly recipient_code: string;
  readonly issued_by: string;
  readonly issued_on: LocalDate;
  readonly language: MatterLanguage;
  readonly hearing_id: string | null;
  readonly replaces_statement_id: string | null;
  readonly rule_valid_from: LocalDate | null;
};

export const statementColumns = `s.statement_id, s.client_id, s.content, s.ground_code, s.ground_act, s.ground_section,
  s.recipient_code, s.issued_by, s.issued_on, s.language, s.hearing_id, s.replaces_statement_id, s.rule_valid_from`;

export const statementFrom = (row: StatementRow): Statement => ({
  statementId: row.statement_id,
  clientId: row.client_id,
  content: row.content,
  ground: { code: row.ground_code, act: row.ground_act, section: row.ground_section },
  recipientCode: row.recipient_code,
  issuedBy: row.issued_by,
  issuedOn: row.issued_on,
  language: row.language,
  ...(row.hearing_id !== null && { hearingId: row.hearing_id }),
  ...(row.replaces_statement_id !== null && { replacesStatementId: row.replaces_statement_id }),
  ...(row.rule_valid_from !== null && { ruleValidFrom: row.rule_valid_from }),
});

export type DeliveryRow = {
  readonly statement_id: string;
  readonly client_id: string;
  readonly state: StatementDelivery['state'];
  readonly attempts: number;
  readonly sent_at: Date | null;
  readonly next_attempt_at: Date | null;
  readonly receipt_id: string | null;
  readonly receipt_at: Date | null;
  readonly failure_code: string | null;
};

export const deliveryColumns = `d.statement_id, d.client_id, d.state, d.attempts, d.sent_at, d.next_attempt_at,
  d.receipt_id, d.receipt_at, d.failure_code`;

/** The parts that a state has; throws where the row contradicts itself. */
const known = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('a delivery lacks what its state needs');
  return value;
};

export const deliveryFrom = (row: DeliveryRow): StatementDelivery => {
  const core = { statementId: row.statement_id, clientId: row.client_id, attempts: row.attempts };
  switch (row.state) {
    case 'WAITING':
      return { ...core, state: 'WAITING', nextAttemptAt: known(row.next_attempt_at) };
    case 'SENT':
      return { ...core, state: 'SENT', sentAt: known(row.sent_at), nextAttemptAt: known(row.next_attempt_at) };
    case 'RECEIPT': {
      const receipt = { receiptId: known(row.receipt_id), receivedAt: known(row.receipt_at) };
      return { ...core, state: 'RECEIPT', sentAt: known(row.sent_at), receipt };
    }
    case 'FAILED':
      return {
        ...core,
        state: 'FAILED',
        sentAt: known(row.sent_at),
        failureCode: known(row.failure_code),
        ...(row.next_attempt_at !== null && { nextAttemptAt: row.next_attempt_at }),
      };
  }
};

export type ActivityRow = {
  readonly activity_id: string;
  readonly obligation_statement_id: string;
  readonly activity: ObligationActivityKind;
  readonly from_on: LocalDate;
  readonly to_on: LocalDate;
};

export const activityFrom = (row: ActivityRow): ObligationActivity => ({
  activityId: row.activity_id,
  obligationStatementId: row.obligation_statement_id,
  activity: row.activity,
  from: row.from_on,
  to: row.to_on,
});
