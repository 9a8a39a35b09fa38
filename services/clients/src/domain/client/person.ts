import { badField, type Checked } from '@tyovayla/kernel/field-check';
import type { IdentityCode } from '@tyovayla/kernel/identity-code';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import { accepted } from '@tyovayla/kernel/result';

/** Languages a person can be served in (asiointikieli); SE, SMN and SMS are the three Sámi languages. */
export const serviceLanguages = ['FI', 'SV', 'SE', 'SMN', 'SMS', 'EN', 'OTHER'] as const;

export type ServiceLanguage = (typeof serviceLanguages)[number];

/** How the authority reaches the person; an empty text where the person has given none. */
export type Contact = {
  readonly email: string;
  /** International form, +358… */
  readonly phone: string;
  readonly streetAddress: string;
  /** Five digits. */
  readonly postalCode: string;
  readonly city: string;
};

/** What the registry knows of the person as such. All of it is personal data and none of it leaves in an event. */
export type Person = {
  readonly identityCode: IdentityCode;
  readonly givenNames: string;
  readonly familyName: string;
  readonly municipalityCode: MunicipalityCode;
  readonly serviceLanguage: ServiceLanguage;
  /** ISO 3166-1 alpha-2, at least one. */
  readonly citizenships: readonly string[];
  readonly contact: Contact;
};

/** True where no citizenship is Finnish: row "foreign" of the seed's table 1, handbook 11.1. */
export const isForeignCitizen = (person: Person): boolean => !person.citizenships.includes('FI');

/** Reads a service language; a violation on the field where there is no such language. */
export const checkServiceLanguage = (field: string, text: string): Checked<ServiceLanguage> => {
  const language = serviceLanguages.find((known) => known === text);
  return language === undefined
    ? badField(field, 'SERVICE_LANGUAGE_UNKNOWN', 'is no language that people are served in')
    : accepted(language);
};
