import { matterLanguageFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import { statementKindFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/statement';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/statement_events';
import type { StatementFact } from '../../domain/statement/statement-facts.ts';
import type { FactEncoders } from './outgoing.ts';

const typeOf = (name: string): string => `tyovayla.guidance.v1.${name}`;

/** Facts about statements as messages of the contract. A ground in words is in none of them. */
export const statementEvents: FactEncoders<StatementFact> = {
  StatementIssued: (fact, meta) => ({
    type: typeOf(fact.kind),
    body: told.StatementIssued.encode({
      meta,
      clientId: meta.aggregateId,
      statementId: fact.statementId,
      kind: statementKindFromJSON(`STATEMENT_KIND_${fact.statementKind}`),
      validFromDate: fact.validFrom,
      validToDate: fact.validTo ?? '',
      recipientCode: fact.recipientCode,
      replacesStatementId: fact.replacesStatementId ?? '',
      neglectId: fact.neglectId ?? '',
      hearingId: fact.hearingId ?? '',
      language: matterLanguageFromJSON(`MATTER_LANGUAGE_${fact.language}`),
    }).finish(),
  }),
  StatementDelivered: ({ kind, statementId, receiptId }, meta) => ({
    type: typeOf(kind),
    body: told.StatementDelivered.encode({ meta, clientId: meta.aggregateId, statementId, receiptId }).finish(),
  }),
  StatementUndelivered: ({ kind, statementId, failureCode }, meta) => ({
    type: typeOf(kind),
    body: told.StatementUndelivered.encode({ meta, clientId: meta.aggregateId, statementId, failureCode }).finish(),
  }),
  WorkObligationProgressed: ({ kind, obligationStatementId, daysRecorded }, meta) => ({
    type: typeOf(kind),
    body: told.WorkObligationProgressed.encode({
      meta,
      clientId: meta.aggregateId,
      obligationStatementId,
      daysRecorded,
    }).finish(),
  }),
  WorkObligationMet: ({ kind, obligationStatementId, metOn }, meta) => ({
    type: typeOf(kind),
    body: told.WorkObligationMet.encode({
      meta,
      clientId: meta.aggregateId,
      obligationStatementId,
      metDate: metOn,
    }).finish(),
  }),
};
