import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { nothingCorrected } from './correction-refusals.ts';
import type { Contact } from './person.ts';

export type CorrectContactData = { readonly contact: Contact };

const same = (one: Contact, other: Contact): boolean =>
  (Object.keys(one) as (keyof Contact)[]).every((key) => one[key] === other[key]);

/**
 * Corrects how the authority reaches a client, all of it at once: the client must give contact data and keep them
 * current (handbook R1.3). The fact says that it changed, not to what.
 */
export const correctContactData = (client: Client, { contact }: CorrectContactData): ClientDecision => {
  const { person, clientId } = client;
  if (same(person.contact, contact)) return refused(nothingCorrected());
  return decided({ ...client, person: { ...person, contact } }, [{ type: 'ContactDataCorrected', clientId }]);
};
