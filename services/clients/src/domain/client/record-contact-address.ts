import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import type { ContactAddress } from './contact-address.ts';

export type RecordContactAddress = {
  /** Absent to take it away. */
  readonly contactAddress?: ContactAddress;
};

/**
 * Records where post for the person may go (yhteysosoite). A protection order does not cover it; here it is shown with
 * the client and to nobody else, and it is told to no other service. Source: handbook 1.6.
 */
export const recordContactAddress = (client: Client, { contactAddress }: RecordContactAddress): ClientDecision => {
  const { contactAddress: _before, ...rest } = client;
  return decided({ ...rest, ...(contactAddress && { contactAddress }) }, []);
};
