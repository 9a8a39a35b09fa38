import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { protectionOrderNotInForce } from './client-refusals.ts';

export type LiftProtectionOrder = { readonly today: LocalDate };

/**
 * Lifts a protection order, on the population register's word only: the end of the granted period unmasks nobody.
 * The municipality is told again from today; where the person lived before is told no more, and counts as known from
 * today only. Source: handbook 1.6 (7).
 */
export const liftProtectionOrder = (client: Client, { today }: LiftProtectionOrder): ClientDecision => {
  const { protectionOrder, ...unprotected } = client;
  if (protectionOrder === undefined) return refused(protectionOrderNotInForce());
  const { clientId, person } = client;
  return decided({ ...unprotected, residentSince: today }, [
    { type: 'MunicipalityDisclosed', clientId, from: today, municipalityCode: person.municipalityCode },
  ]);
};
