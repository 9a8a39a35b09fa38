import { clientIdOf } from '../../testing/builders.ts';
import { statementIdOf } from '../../testing/statement-builders.ts';
import {
  answerDelivery,
  resendStatement,
  retryPlan,
  type StatementDelivery,
  sentDelivery,
  waitingDelivery,
} from './statement-delivery.ts';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 11, 10, minutes));
const statement = { statementId: statementIdOf(1), clientId: clientIdOf(1) };
const sent = sentDelivery(waitingDelivery(statement, at(0)), at(0));
const receipt = { receiptId: 'receipt-1', receivedAt: at(1) };

const failed = (attempts: number, failure: 'PAYER_AWAY' | 'PAYER_REFUSED' = 'PAYER_AWAY') => {
  const result = answerDelivery({ ...sent, attempts } as StatementDelivery, { failure }, at(1));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('the way of a statement to its payer', () => {
  it('waits to be sent at once, and is taken for lost where nobody answers in time', () => {
    expect(waitingDelivery(statement, at(0))).toMatchObject({ state: 'WAITING', attempts: 0, nextAttemptAt: at(0) });
    expect(sent).toMatchObject({ state: 'SENT', attempts: 1, sentAt: at(0), nextAttemptAt: at(2) });
  });

  it('ends with a receipt, and takes no second answer', () => {
    const done = answerDelivery(sent, { receipt }, at(1));
    expect(done).toMatchObject({
      value: {
        next: { state: 'RECEIPT', receipt, sentAt: at(0) },
        facts: [{ kind: 'StatementDelivered', receiptId: 'receipt-1' }],
      },
    });
    if (!done.ok) throw new Error(done.refusal.code);
    expect(done.value.next).not.toHaveProperty('nextAttemptAt');
    expect(answerDelivery(done.value.next, { failure: 'PAYER_AWAY' }, at(2))).toMatchObject({
      refusal: { code: 'STATEMENT_DELIVERED_ALREADY' },
    });
  });

  it('is tried again later each time while the payer is away, at most six hours later', () => {
    const delays = [1, 2, 3, 4, 11].map((attempts) => {
      const { next } = failed(attempts);
      return next.state === 'FAILED' && next.nextAttemptAt !== undefined
        ? (next.nextAttemptAt.getTime() - at(1).getTime()) / 1000
        : undefined;
    });
    expect(delays).toEqual([30, 60, 120, 240, 6 * 3600]);
    expect(failed(1).facts).toEqual([]);
  });

  it('comes to the pile after the last attempt', () => {
    const { next, facts } = failed(retryPlan.maxAttempts);
    expect(next).toMatchObject({ state: 'FAILED', failureCode: 'PAYER_AWAY' });
    expect(next).not.toHaveProperty('nextAttemptAt');
    expect(facts).toEqual([{ kind: 'StatementUndelivered', statementId: statementIdOf(1), failureCode: 'PAYER_AWAY' }]);
  });

  it('comes to the pile at once where the payer refuses it', () => {
    expect(failed(1, 'PAYER_REFUSED')).toMatchObject({
      next: { failureCode: 'PAYER_REFUSED' },
      facts: [{ kind: 'StatementUndelivered' }],
    });
  });

  it('begins anew where somebody sends it again', () => {
    expect(resendStatement(failed(12).next, at(30))).toEqual({
      ok: true,
      value: { next: waitingDelivery(statement, at(30)), facts: [] },
    });
  });

  it('is not sent again where it has arrived or is on its way', () => {
    const arrived: StatementDelivery = { ...statement, attempts: 1, state: 'RECEIPT', sentAt: at(0), receipt };
    expect(resendStatement(arrived, at(30))).toMatchObject({ refusal: { code: 'STATEMENT_DELIVERED_ALREADY' } });
    expect(resendStatement(sent, at(30))).toMatchObject({ refusal: { code: 'STATEMENT_ON_ITS_WAY' } });
  });
});
