import { accepted, refused } from '@tyovayla/kernel/result';
import { answerDelivery, type PayerAnswer, type StatementDelivery } from '../../domain/statement/statement-delivery.ts';
import { statementNotFound } from '../../domain/statement/statement-refusals.ts';
import { firesTimers } from '../access.ts';
import { type CaseCommand, caseCommand } from '../case-command.ts';
import type { CasePorts } from '../ports.ts';
import type { StatementPorts } from '../statement-ports.ts';
import { type OnStatement, ownDelivery } from './resend-statement.ts';

export type RecordPayerAnswerInput = OnStatement & { readonly answer: PayerAnswer };

/** Records what the payer answered to a statement that the service sent, or that it did not answer. Not over gRPC. */
export const recordPayerAnswerCommand = (
  ports: CasePorts & StatementPorts,
): CaseCommand<RecordPayerAnswerInput, StatementDelivery | undefined, StatementDelivery, Record<never, never>> =>
  caseCommand(ports, {
    name: 'RecordPayerAnswer',
    access: firesTimers('statement'),
    load: (tx, input) => ownDelivery(ports, tx, input),
    decide: ({ loaded }, { answer }, { now }) => {
      if (loaded === undefined) return refused(statementNotFound);
      const decision = answerDelivery(loaded, answer, now);
      return decision.ok ? accepted({ ...decision.value, answer: {} }) : decision;
    },
    save: (delivery) => ports.deliveries.save(delivery),
  });
