import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { dateInFuture, subsidyDaysDecreased } from './client-refusals.ts';

/** Row "labour-market subsidy for at least 300 days" of the seed's table 1; handbook 11.1, lms300. */
export const subsidyDaysToReach = 300;

export type RecordSubsidyDays = {
  /** Days of labour-market subsidy paid for unemployment so far. */
  readonly days: number;
  /** The day up to which they are counted. */
  readonly countedOn: LocalDate;
  readonly today: LocalDate;
};

/**
 * Records what Kela tells of the labour-market subsidy paid to a client. Refuses fewer days than before: days paid are
 * never unpaid here. The fact tells only that the 300th day was reached, once, on the day counted up to.
 */
export const recordSubsidyDays = (client: Client, { days, countedOn, today }: RecordSubsidyDays): ClientDecision => {
  if (countedOn > today) return refused(dateInFuture(today));
  if (days < client.subsidyDays) return refused(subsidyDaysDecreased(client.subsidyDays));
  const reached = client.subsidyDays < subsidyDaysToReach && days >= subsidyDaysToReach;
  return decided(
    { ...client, subsidyDays: days, ...(reached && { subsidy300ReachedOn: countedOn }) },
    reached ? [{ type: 'SubsidyDays300Reached', clientId: client.clientId, reachedOn: countedOn }] : [],
  );
};
