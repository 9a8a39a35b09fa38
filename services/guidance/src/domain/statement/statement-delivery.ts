import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { StatementFact } from './statement-facts.ts';
import { statementDeliveredAlready, statementOnItsWay } from './statement-refusals.ts';

type Core = { readonly statementId: string; readonly clientId: string; readonly attempts: number };

export type Receipt = { readonly receiptId: string; readonly receivedAt: Date };

/**
 * How far a statement has come on its way to the payer. `SENT` without a receipt is tried again when `nextAttemptAt` has
 * come: whoever sent it may have died. The payer takes one statement id once.
 */
export type StatementDelivery =
  | (Core & { readonly state: 'WAITING'; readonly nextAttemptAt: Date })
  | (Core & { readonly state: 'SENT'; readonly sentAt: Date; readonly nextAttemptAt: Date })
  | (Core & { readonly state: 'RECEIPT'; readonly sentAt: Date; readonly receipt: Receipt })
  | (Core & {
      readonly state: 'FAILED';
      readonly sentAt: Date;
      readonly failureCode: string;
      /** Absent where nothing sends it again by itself. */
      readonly nextAttemptAt?: Date;
    });

/** Why the payer has not taken a statement. */
export type DeliveryFailure = 'PAYER_AWAY' | 'PAYER_REFUSED';

/** When a failed statement is sent again: after half a minute, then each time twice as long, at most six hours. */
export const retryPlan = {
  firstDelayMs: 30_000,
  maxDelayMs: 6 * 3_600_000,
  /** Then it stays on the pile until somebody sends it again. */
  maxAttempts: 12,
  /** A sent one without an answer is taken for lost after this time. */
  answerWithinMs: 120_000,
} as const;

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** A new statement's delivery. */
export const waitingDelivery = (
  { statementId, clientId }: { readonly statementId: string; readonly clientId: string },
  now: Date,
): StatementDelivery => ({ state: 'WAITING', statementId, clientId, attempts: 0, nextAttemptAt: now });

/** The delivery while its statement is being sent. */
export const sentDelivery = ({ statementId, clientId, attempts }: StatementDelivery, now: Date): StatementDelivery => ({
  state: 'SENT',
  statementId,
  clientId,
  attempts: attempts + 1,
  sentAt: now,
  nextAttemptAt: after(now, retryPlan.answerWithinMs),
});

export type DeliveryDecided = { readonly next: StatementDelivery; readonly facts: readonly StatementFact[] };

/** What the payer answered, or that it did not. */
export type PayerAnswer = { readonly receipt: Receipt } | { readonly failure: DeliveryFailure };

const delayMs = (attempts: number): number =>
  Math.min(retryPlan.maxDelayMs, retryPlan.firstDelayMs * 2 ** Math.max(0, attempts - 1));

/**
 * The delivery after an answer. A receipt ends it. A payer that is away is tried again, each time later, until the plan's
 * last attempt; a refusal is not tried again. Then the statement is on the pile. Refused where a receipt came before.
 */
export const answerDelivery = (
  delivery: StatementDelivery,
  answer: PayerAnswer,
  now: Date,
): Result<DeliveryDecided, Refusal> => {
  if (delivery.state === 'RECEIPT') return refused(statementDeliveredAlready);
  const { statementId, clientId, attempts } = delivery;
  const core = { statementId, clientId, attempts, sentAt: 'sentAt' in delivery ? delivery.sentAt : now };
  if ('receipt' in answer) {
    const { receipt } = answer;
    return accepted({
      next: { ...core, state: 'RECEIPT', receipt },
      facts: [{ kind: 'StatementDelivered', statementId, receiptId: receipt.receiptId }],
    });
  }
  const { failure: failureCode } = answer;
  const givesUp = failureCode === 'PAYER_REFUSED' || attempts >= retryPlan.maxAttempts;
  return accepted({
    next: {
      ...core,
      state: 'FAILED',
      failureCode,
      ...(!givesUp && { nextAttemptAt: after(now, delayMs(attempts)) }),
    },
    facts: givesUp ? [{ kind: 'StatementUndelivered', statementId, failureCode }] : [],
  });
};

/** Sends a failed statement again now, and begins the plan anew. Refused where it has arrived or is on its way. */
export const resendStatement = (delivery: StatementDelivery, now: Date): Result<DeliveryDecided, Refusal> => {
  if (delivery.state === 'RECEIPT') return refused(statementDeliveredAlready);
  if (delivery.state !== 'FAILED') return refused(statementOnItsWay);
  return accepted({ next: waitingDelivery(delivery, now), facts: [] });
};
