import type { Transactions } from '@tyovayla/kernel/sql';
import { runCommand } from '@tyovayla/runtime/pipeline/run-command';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { type Sweep, startSweep } from '@tyovayla/service/sweep';
import type { GuidanceCatalogue } from './application/catalogue.ts';
import type { BenefitPayer, StatementDeliveries, StatementToSend } from './application/statement-ports.ts';

type PayerAnswer = Awaited<ReturnType<BenefitPayer['deliver']>>;

export type StatementSenderOptions = {
  readonly transactions: Transactions;
  readonly pipeline: PipelinePorts;
  readonly recordPayerAnswer: GuidanceCatalogue['commands']['recordPayerAnswer'];
  readonly deliveries: StatementDeliveries;
  readonly payer: BenefitPayer;
  /** How often to look for statements to send, ms. */
  readonly everyMs?: number;
};

/** `runOnce` sends all statements that are due, and gives the number of receipts. */
export type StatementSender = Sweep<number>;

const batchSize = 20;
const usualEveryMs = 1_000;

const itself = { kind: 'PROGRAM', id: 'guidance', program: 'guidance', roles: [] } as const;
const session = { actorId: 'guidance', program: 'guidance', roles: [] } as const;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Sends statements to their payers after they were committed. One transaction takes what is due and marks it as sent;
 * the payer is asked outside of any; the answer is a command of its own. Whoever dies in between leaves a delivery that
 * is sent again under the same statement id, which the payer takes once.
 */
export const startStatementSender = (options: StatementSenderOptions): StatementSender => {
  const { transactions, pipeline, recordPayerAnswer, deliveries, payer, everyMs = usualEveryMs } = options;
  const { clock, logger } = pipeline;

  const ask = async ({ statement }: StatementToSend): Promise<PayerAnswer> => {
    try {
      return await payer.deliver(statement);
    } catch (error) {
      logger.warn({ err: error, subject: statement.statementId }, 'payer away');
      return { failure: 'PAYER_AWAY' };
    }
  };

  const send = async (toSend: StatementToSend): Promise<boolean> => {
    const { statementId, clientId } = toSend.statement;
    const { attempts } = toSend.delivery;
    const answer = await ask(toSend);
    const recorded = await runCommand(pipeline, recordPayerAnswer, {
      actor: itself,
      input: { clientId, statementId, answer },
      requestId: pipeline.newId(),
      payload: bytes(`${statementId} ${attempts}`),
      encode: () => bytes(''),
    });
    if (!recorded.ok)
      logger.warn({ subject: statementId, code: recorded.refusal.code }, 'answer of a payer not recorded');
    return recorded.ok && 'receipt' in answer;
  };

  /** One that can't be recorded is sent again later; it does not hold back the others. */
  const sendOrLog = (toSend: StatementToSend): Promise<boolean> =>
    send(toSend).catch((error: unknown) => {
      logger.error({ err: error, subject: toSend.statement.statementId }, 'statement could not be sent');
      return false;
    });

  const sendDue = async (): Promise<number> => {
    let receipts = 0;
    for (;;) {
      const due = { now: clock.now(), limit: batchSize };
      const taken = await transactions.transact(session, (tx) => deliveries.takeDue(tx, due));
      for (const toSend of taken) receipts += (await sendOrLog(toSend)) ? 1 : 0;
      if (taken.length < batchSize) return receipts;
    }
  };

  return startSweep({ work: sendDue, everyMs, logger, failed: 'statements could not be sent' });
};
