import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MatterLanguage } from '../neglect/neglect.ts';
import { neglectIdOf, periodOf, type Statement, type StatementKind } from './statement.ts';

/** A named official issued a statement. Neither its ground in words nor anything of the reason travels. */
export type StatementIssued = {
  readonly kind: 'StatementIssued';
  readonly statementId: string;
  readonly statementKind: StatementKind;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly recipientCode: string;
  readonly replacesStatementId?: string;
  readonly neglectId?: string;
  readonly hearingId?: string;
  readonly language: MatterLanguage;
};

/** The payer has it. */
export type StatementDelivered = {
  readonly kind: 'StatementDelivered';
  readonly statementId: string;
  readonly receiptId: string;
};

/** It is on the pile: nothing sends it again by itself. */
export type StatementUndelivered = {
  readonly kind: 'StatementUndelivered';
  readonly statementId: string;
  readonly failureCode: string;
};

export type WorkObligationProgressed = {
  readonly kind: 'WorkObligationProgressed';
  readonly obligationStatementId: string;
  readonly daysRecorded: number;
};

export type WorkObligationMet = {
  readonly kind: 'WorkObligationMet';
  readonly obligationStatementId: string;
  readonly metOn: LocalDate;
};

export type StatementFact =
  | StatementIssued
  | StatementDelivered
  | StatementUndelivered
  | WorkObligationProgressed
  | WorkObligationMet;

/** What is told of a new statement. */
export const statementIssued = (statement: Statement): StatementIssued => {
  const { statementId, content, recipientCode, replacesStatementId, hearingId, language } = statement;
  const { from, to } = periodOf(content);
  const neglectId = neglectIdOf(content);
  return {
    kind: 'StatementIssued',
    statementId,
    statementKind: content.kind,
    validFrom: from,
    ...(to !== undefined && { validTo: to }),
    recipientCode,
    ...(replacesStatementId !== undefined && { replacesStatementId }),
    ...(neglectId !== undefined && { neglectId }),
    ...(hearingId !== undefined && { hearingId }),
    language,
  };
};
