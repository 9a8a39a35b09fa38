import { allOf, badField, type Checked, everyOf } from '@tyovayla/kernel/field-check';
import { type IdentityCodeParts, parseIdentityCode } from '@tyovayla/kernel/identity-code';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { isAbroad, type MunicipalityCode, parseMunicipalityCode } from '@tyovayla/kernel/municipality';
import { accepted } from '@tyovayla/kernel/result';
import { checkStatusCode, type EmploymentStatusCode } from './employment-status.ts';
import { type NationalRecord, type NationalRecordForm, readNationalRecord } from './national-record.ts';
import { type Contact, checkServiceLanguage, type Person } from './person.ts';
import { type ProtectionOrder, type ProtectionOrderForm, readProtectionOrder } from './protection-order.ts';

/** A registration as it was written down: nothing in it has been understood yet. */
export type RegistrationForm = {
  readonly identityCode: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly municipalityCode: string;
  readonly serviceLanguage: string;
  readonly citizenships: readonly string[];
  readonly contact: Contact;
  /** The employment status from today on; empty with a national record. */
  readonly statusCode: string;
  /** Only in the takeover of a job search that runs in the national register. */
  readonly nationalRecord?: NationalRecordForm;
  /** Only where the population register says that an order is in force. */
  readonly protectionOrder?: ProtectionOrderForm;
};

/** How the job search begins: today under a status, or taken over with its history. */
export type JobSearchBeginning =
  | { readonly kind: 'TODAY'; readonly statusCode: EmploymentStatusCode }
  | { readonly kind: 'TAKEN_OVER'; readonly record: NationalRecord };

/** A registration that has been understood. */
export type Registration = {
  readonly person: Person;
  readonly birthDate: LocalDate;
  readonly beginning: JobSearchBeginning;
  readonly protectionOrder?: ProtectionOrder;
};

/** What a form is read against: the day, and the municipalities that the area serves. */
export type FormReading = { readonly today: LocalDate; readonly areaMunicipalities: readonly MunicipalityCode[] };

const identityCodeTexts = {
  FORMAT: 'has not the form DDMMYYCZZZQ',
  DATE: 'begins with no day of the calendar up to today',
  INDIVIDUAL_NUMBER: 'holds an individual number that is given to nobody',
  CHECK_CHARACTER: 'ends with another check character than its digits give',
} as const;

/** Reads an identity code; a violation on `identity_code` says which of its rules is broken, never the code itself. */
export const checkIdentityCode = (text: string): Checked<IdentityCodeParts> => {
  const parsed = parseIdentityCode(text);
  if (parsed.ok) return parsed;
  return badField('identity_code', `IDENTITY_CODE_${parsed.refusal}`, identityCodeTexts[parsed.refusal]);
};

/** Reads the code of somebody who is born by a day: nobody's code is of a day to come. */
export const checkBorn = (text: string, today: LocalDate): Checked<IdentityCodeParts> => {
  const read = checkIdentityCode(text);
  return read.ok && read.value.birthDate > today
    ? badField('identity_code', 'IDENTITY_CODE_DATE', identityCodeTexts.DATE)
    : read;
};

/** Reads a name; a violation on the field where it is blank. */
export const checkName = (field: string, text: string): Checked<string> =>
  text.trim() === '' ? badField(field, 'NAME_BLANK', 'is blank') : accepted(text.trim());

/** The area's own people and those who live abroad; everyone else belongs to another authority (act 380/2023 10 §). */
export const checkMunicipality = (text: string, area: readonly MunicipalityCode[]): Checked<MunicipalityCode> => {
  const code = parseMunicipalityCode(text);
  return code !== undefined && (area.includes(code) || isAbroad(code))
    ? accepted(code)
    : badField('municipality_code', 'MUNICIPALITY_NOT_IN_AREA', "is neither one of the area's nor abroad");
};

const checkCitizenships = (codes: readonly string[]): Checked<readonly string[]> => {
  if (codes.length === 0) return badField('citizenships', 'CITIZENSHIP_MISSING', 'names no citizenship');
  const rows = codes.map((code, index) =>
    /^[A-Z]{2}$/.test(code)
      ? accepted(code)
      : badField(`citizenships[${index}]`, 'CITIZENSHIP_FORMAT', 'is no two-letter country code'),
  );
  return everyOf(rows);
};

const checkShape = (field: string, text: string, shape: RegExp, code: string): Checked<string> =>
  text === '' || shape.test(text) ? accepted(text) : badField(field, code, 'has another form');

/** Reads contact data; violations on `contact.…`. */
export const checkContact = (contact: Contact): Checked<Contact> =>
  allOf({
    email: checkShape('contact.email', contact.email, /^[^@\s]+@[^@\s]+$/, 'EMAIL_FORMAT'),
    phone: checkShape('contact.phone', contact.phone, /^\+[1-9]\d{6,14}$/, 'PHONE_FORMAT'),
    streetAddress: accepted(contact.streetAddress),
    postalCode: checkShape('contact.postal_code', contact.postalCode, /^\d{5}$/, 'POSTAL_CODE_FORMAT'),
    city:
      contact.postalCode !== '' && contact.city.trim() === ''
        ? badField('contact.city', 'CITY_MISSING', 'is blank beside a postal code')
        : accepted(contact.city),
  });

const checkBeginning = (form: RegistrationForm, today: LocalDate): Checked<JobSearchBeginning> => {
  const { statusCode, nationalRecord } = form;
  if (nationalRecord === undefined) {
    const code = checkStatusCode('status_code', statusCode);
    return code.ok ? accepted({ kind: 'TODAY', statusCode: code.value }) : code;
  }
  const record = readNationalRecord(nationalRecord, today);
  const alone =
    statusCode === ''
      ? accepted(undefined)
      : badField('status_code', 'STATUS_CODE_WITH_NATIONAL_RECORD', 'is told by the national record');
  const both = allOf({ record, alone });
  return both.ok ? accepted({ kind: 'TAKEN_OVER', record: both.value.record }) : both;
};

const checkProtectionOrder = (form: ProtectionOrderForm | undefined): Checked<ProtectionOrder | undefined> =>
  form === undefined ? accepted(undefined) : readProtectionOrder(form);

/** Understands a registration, or names every field that can't be accepted, all at once. */
export const readRegistrationForm = (form: RegistrationForm, reading: FormReading): Checked<Registration> => {
  const fields = allOf({
    identity: checkBorn(form.identityCode, reading.today),
    givenNames: checkName('given_names', form.givenNames),
    familyName: checkName('family_name', form.familyName),
    municipalityCode: checkMunicipality(form.municipalityCode, reading.areaMunicipalities),
    serviceLanguage: checkServiceLanguage('service_language', form.serviceLanguage),
    citizenships: checkCitizenships(form.citizenships),
    contact: checkContact(form.contact),
    beginning: checkBeginning(form, reading.today),
    protectionOrder: checkProtectionOrder(form.protectionOrder),
  });
  if (!fields.ok) return fields;
  const { identity, beginning, protectionOrder, ...personal } = fields.value;
  const person = { ...personal, identityCode: identity.code };
  return accepted({ person, birthDate: identity.birthDate, beginning, ...(protectionOrder && { protectionOrder }) });
};
