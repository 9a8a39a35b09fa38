import { checkCharacter } from '@tyovayla/kernel/identity-code';
import type { RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { Canary } from './canary-scan.ts';
import { aRegistration, artificialCode } from './register-person.ts';

/** Letters only, since the registry takes names as people have them. */
const word = (number: number): string => {
  const letters = [5, 4, 3, 2, 1, 0].map((place) =>
    String.fromCharCode(97 + (Math.floor((number * 7919) / 11 ** place) % 23)),
  );
  return `Kanaria${letters.join('')}`;
};

/** A person of whom every personal text occurs nowhere else in the world, and those texts. */
export type Bird = { readonly person: RegisterJobSeekerRequest; readonly canaries: readonly Canary[] };

export const aBird = (number: number): Bird => {
  const contact = {
    email: `${word(number * 10 + 1)}@kanariasaaret.example`.toLowerCase(),
    phone: `+35850977${String(10_000 + number * 37)}`,
    streetAddress: `${word(number * 10 + 2)}kuja ${number}`,
    postalCode: '94100',
    city: `${word(number * 10 + 3)}la`,
  };
  const names = { givenNames: word(number * 10 + 4), familyName: word(number * 10 + 5) };
  const identityCode = artificialCode(number * 31, { year: 61 + (number % 30), sign: number % 2 === 0 ? 'Y' : 'W' });
  const person = aRegistration({ identityCode, ...names, contact, statusCode: '02' });
  const texts = {
    // Without the last character, so that a mistyped code is found as well: it tells as much.
    identityCode: identityCode.slice(0, 10),
    ...names,
    email: contact.email,
    phone: contact.phone.slice(1),
    street: contact.streetAddress,
    city: contact.city,
  };
  return { person, canaries: Object.entries(texts).map(([field, text]) => ({ what: `${field} ${number}`, text })) };
};

/** A code that is none: somebody mistyped their own. */
export const mistyped = (code: string): string => {
  const wrong = checkCharacter(code.slice(0, 6) + code.slice(7, 10)) === 'X' ? 'Y' : 'X';
  return `${code.slice(0, 10)}${wrong}`;
};
