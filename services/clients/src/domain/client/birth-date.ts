import { parseIdentityCode } from '@tyovayla/kernel/identity-code';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Client } from './client.ts';

/** The birth date that a client's code tells. Throws where the registry holds what is no code. */
export const birthDateOf = ({ person }: Pick<Client, 'person'>): LocalDate => {
  const parsed = parseIdentityCode(person.identityCode);
  if (!parsed.ok) throw new Error('the registry holds what is no identity code');
  return parsed.value.birthDate;
};
