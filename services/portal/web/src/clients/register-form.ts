import { internationalPhone } from '../lib/phone.ts';

/** What a person types into the registration form. */
export type RegisterForm = {
  readonly identityCode: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly citizenships: readonly string[];
  readonly municipalityCode: string;
  readonly serviceLanguage: string;
  readonly statusCode: string;
  readonly email: string;
  readonly phone: string;
  readonly streetAddress: string;
  readonly postalCode: string;
  readonly city: string;
  readonly protectionInForce: boolean;
  readonly validFromDate: string;
  readonly validToDate: string;
};

/** A new form: what most people need is chosen already. */
export const newForm = (today: string, municipalityCode: string | undefined): RegisterForm => ({
  identityCode: '',
  givenNames: '',
  familyName: '',
  citizenships: ['FI'],
  municipalityCode: municipalityCode ?? '',
  serviceLanguage: '',
  statusCode: '',
  email: '',
  phone: '',
  streetAddress: '',
  postalCode: '',
  city: '',
  protectionInForce: false,
  validFromDate: today,
  validToDate: '',
});

type Filled = Readonly<Record<string, string>>;

const withoutEmpty = (values: Filled): Filled | undefined => {
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
};

const contactOf = ({ email, phone, streetAddress, postalCode, city }: RegisterForm): Filled | undefined =>
  withoutEmpty({
    email: email.trim(),
    phone: internationalPhone(phone),
    streetAddress: streetAddress.trim(),
    postalCode: postalCode.trim(),
    city: city.trim(),
  });

/** The request that a form stands for. Fields left empty are left out, so that the API names them as missing. */
export const requestOf = (form: RegisterForm, handlerId: string): Readonly<Record<string, unknown>> => {
  const contact = contactOf(form);
  const person = withoutEmpty({
    identityCode: form.identityCode.trim().toUpperCase(),
    givenNames: form.givenNames.trim(),
    familyName: form.familyName.trim(),
    municipalityCode: form.municipalityCode,
    serviceLanguage: form.serviceLanguage,
    statusCode: form.statusCode,
  });
  const order = { ...withoutEmpty({ validFromDate: form.validFromDate, validToDate: form.validToDate }), handlerId };
  return {
    ...person,
    citizenships: form.citizenships,
    ...(contact ? { contact } : {}),
    ...(form.protectionInForce ? { protectionOrder: order } : {}),
  };
};
