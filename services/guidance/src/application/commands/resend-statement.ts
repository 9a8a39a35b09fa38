import { accepted, refused } from '@tyovayla/kernel/result';
import { resendStatement, type StatementDelivery } from '../../domain/statement/statement-delivery.ts';
import { statementNotFound } from '../../domain/statement/statement-refusals.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { CasePorts } from '../ports.ts';
import type { StatementPorts } from '../statement-ports.ts';

export type OnStatement = OnCase & { readonly statementId: string };

/** The delivery of a client's statement, locked; undefined where the statement is none of the client's. */
export const ownDelivery = async (
  { deliveries }: StatementPorts,
  tx: Parameters<StatementPorts['deliveries']['lock']>[0],
  { clientId, statementId }: OnStatement,
): Promise<StatementDelivery | undefined> => {
  const [delivery, own] = await Promise.all([deliveries.lock(tx, statementId), deliveries.ofClient(tx, clientId)]);
  return own.has(statementId) ? delivery : undefined;
};

/** Sends a statement on the pile again, now. The payer takes each statement once, however often it is sent. */
export const resendStatementCommand = (
  ports: CasePorts & StatementPorts,
): CaseCommand<OnStatement, StatementDelivery | undefined, StatementDelivery, Record<never, never>> =>
  caseCommand(ports, {
    name: 'ResendStatement',
    access: servesClients('statement'),
    load: (tx, input) => ownDelivery(ports, tx, input),
    decide: ({ loaded }, _input, { now }) => {
      if (loaded === undefined) return refused(statementNotFound);
      const decision = resendStatement(loaded, now);
      return decision.ok ? accepted({ ...decision.value, answer: {} }) : decision;
    },
    save: (delivery) => ports.deliveries.save(delivery),
  });
