import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { dateInFuture } from './client-refusals.ts';
import { moveBeforeKnownResidence, municipalityUnchanged } from './life-cycle-refusals.ts';

export type MoveClient = {
  readonly municipalityCode: MunicipalityCode;
  /** First day in it. */
  readonly from: LocalDate;
  readonly today: LocalDate;
};

/**
 * Records that a client lives in another municipality of the area: benefit payer and office change, the authority and
 * the job search do not. The very day known last corrects the municipality of that day. Refuses a day after today and
 * one before the residence known last: history stands. Nothing is told of a client under a protection order.
 * Source: act 380/2023 10 §, handbook 1.1 (R1.4), 1.6 (6).
 */
export const moveClient = (client: Client, { municipalityCode, from, today }: MoveClient): ClientDecision => {
  const { clientId, person, residentSince, protectionOrder } = client;
  if (from > today) return refused(dateInFuture(today));
  if (from < residentSince) return refused(moveBeforeKnownResidence(residentSince));
  if (municipalityCode === person.municipalityCode) return refused(municipalityUnchanged(residentSince));
  return decided(
    { ...client, person: { ...person, municipalityCode }, residentSince: from },
    protectionOrder === undefined ? [{ type: 'MunicipalityChanged', clientId, from, municipalityCode }] : [],
  );
};
