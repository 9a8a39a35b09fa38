import { matterLanguageFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import type { StatementView } from '../../application/queries/list-statements.ts';
import type { Undelivered } from '../../application/statement-ports.ts';
import type { StatementKind } from '../../domain/statement/statement.ts';
import type { StatementDelivery } from '../../domain/statement/statement-delivery.ts';
import type { ObligationProgress } from '../../domain/statement/work-obligation.ts';
import { contentTo } from './statement-content-mapping.ts';

export const statementKindTo = (kind: StatementKind): contract.StatementKind =>
  contract.statementKindFromJSON(`STATEMENT_KIND_${kind}`);

const instant = (at: Date | undefined): string => at?.toISOString() ?? '';

const deliveryTo = (delivery: StatementDelivery): contract.StatementDelivery => ({
  state: contract.deliveryStateFromJSON(`DELIVERY_STATE_${delivery.state}`),
  attempts: delivery.attempts,
  sentTime: 'sentAt' in delivery ? instant(delivery.sentAt) : '',
  receiptId: delivery.state === 'RECEIPT' ? delivery.receipt.receiptId : '',
  receiptTime: delivery.state === 'RECEIPT' ? instant(delivery.receipt.receivedAt) : '',
  failureCode: delivery.state === 'FAILED' ? delivery.failureCode : '',
  nextAttemptTime: 'nextAttemptAt' in delivery ? instant(delivery.nextAttemptAt) : '',
});

/** A statement with its way to the payer. */
export const statementTo = ({ statement, period, delivery, replacedBy = '' }: StatementView): contract.Statement => ({
  statementId: statement.statementId,
  kind: statementKindTo(statement.content.kind),
  content: contentTo(statement.content),
  validFromDate: period.from,
  validToDate: period.to ?? '',
  groundCode: statement.ground.code,
  groundAct: statement.ground.act,
  groundSection: statement.ground.section,
  recipientCode: statement.recipientCode,
  issuedBy: statement.issuedBy,
  issuedDate: statement.issuedOn,
  hearingId: statement.hearingId ?? '',
  replacesStatementId: statement.replacesStatementId ?? '',
  replacedByStatementId: replacedBy,
  language: matterLanguageFromJSON(`MATTER_LANGUAGE_${statement.language}`),
  ruleValidFromDate: statement.ruleValidFrom ?? '',
  delivery: delivery && deliveryTo(delivery),
});

/** One row of the pile. */
export const undeliveredTo = ({ statement, delivery }: Undelivered): contract.UndeliveredStatement => ({
  statementId: statement.statementId,
  clientId: statement.clientId,
  kind: statementKindTo(statement.content.kind),
  recipientCode: statement.recipientCode,
  issuedDate: statement.issuedOn,
  delivery: deliveryTo(delivery),
});

export const progressTo = (progress: ObligationProgress): contract.ObligationProgress => ({
  obligationStatementId: progress.obligationStatementId,
  weeks: progress.weeks,
  daysRecorded: progress.daysRecorded,
  metDate: progress.metOn ?? '',
});
