import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { nothingCorrected } from './correction-refusals.ts';

export type CorrectName = { readonly givenNames: string; readonly familyName: string };

/** Corrects a client's name. The fact says that it changed, not to what. */
export const correctName = (client: Client, { givenNames, familyName }: CorrectName): ClientDecision => {
  const { person, clientId } = client;
  if (person.givenNames === givenNames && person.familyName === familyName) return refused(nothingCorrected());
  return decided({ ...client, person: { ...person, givenNames, familyName } }, [{ type: 'NameCorrected', clientId }]);
};
