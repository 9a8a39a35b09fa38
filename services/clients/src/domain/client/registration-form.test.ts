import { aNationalRecordForm, aRegistrationForm, identityCodeOf, inMeriLappi } from '../../testing/builders.ts';
import { type RegistrationForm, readRegistrationForm } from './registration-form.ts';

const badFieldsOf = (form: Partial<RegistrationForm>): readonly (readonly [string, string])[] => {
  const read = readRegistrationForm(aRegistrationForm(form), inMeriLappi());
  return read.ok ? [] : read.refusal.map(({ field, code }) => [field, code] as const);
};

describe('reading a registration', () => {
  it('takes a complete form', () => {
    expect(badFieldsOf({})).toEqual([]);
  });

  it('takes an identity code in lower case and trims names', () => {
    const form = aRegistrationForm({ identityCode: identityCodeOf('2001-01-01').toLowerCase(), familyName: ' Aho ' });
    const read = readRegistrationForm(form, inMeriLappi());
    expect(read).toEqual(
      expect.objectContaining({
        value: expect.objectContaining({
          birthDate: '2001-01-01',
          person: expect.objectContaining({ identityCode: identityCodeOf('2001-01-01'), familyName: 'Aho' }),
        }),
      }),
    );
  });

  // Codes of nobody, made for these tests; the reasons stand in the handbook, 1.4.
  it.each([
    ['IDENTITY_CODE_FORMAT', '010190/900X'],
    ['IDENTITY_CODE_DATE', '300290-900X'],
    ['IDENTITY_CODE_INDIVIDUAL_NUMBER', '010190-001X'],
    ['IDENTITY_CODE_CHECK_CHARACTER', '010190-999K'],
  ])('says %s of an identity code that breaks that rule', (code, identityCode) => {
    expect(badFieldsOf({ identityCode })).toEqual([['identity_code', code]]);
  });

  it('refuses the identity code of somebody born tomorrow', () => {
    expect(badFieldsOf({ identityCode: identityCodeOf('2026-02-03') })).toEqual([
      ['identity_code', 'IDENTITY_CODE_DATE'],
    ]);
  });

  it.each(['240', '241', '751', '845', '851', '976', '197', '198', '200'])(
    'takes a person who lives in %s',
    (municipalityCode) => {
      expect(badFieldsOf({ municipalityCode })).toEqual([]);
    },
  );

  it.each(['091', '698', '24', '2400', ''])(
    'refuses a person who lives in "%s": another authority serves them',
    (municipalityCode) => {
      expect(badFieldsOf({ municipalityCode })).toEqual([['municipality_code', 'MUNICIPALITY_NOT_IN_AREA']]);
    },
  );

  it('asks for a status where no national record brings one', () => {
    expect(badFieldsOf({ statusCode: '' })).toEqual([['status_code', 'STATUS_CODE_UNKNOWN']]);
    expect(badFieldsOf({ statusCode: '06' })).toEqual([['status_code', 'STATUS_CODE_UNKNOWN']]);
  });

  it('refuses a status beside a national record', () => {
    expect(badFieldsOf({ statusCode: '02', nationalRecord: aNationalRecordForm() })).toEqual([
      ['status_code', 'STATUS_CODE_WITH_NATIONAL_RECORD'],
    ]);
  });

  it('asks for no contact data: a deadline for it can be set later (handbook R1.3)', () => {
    const contact = { email: '', phone: '', streetAddress: '', postalCode: '', city: '' };
    expect(badFieldsOf({ contact })).toEqual([]);
  });

  it('names every bad field at once, in the contract’s spelling', () => {
    expect(
      badFieldsOf({
        identityCode: '010190-999K',
        givenNames: ' ',
        familyName: '',
        municipalityCode: '091',
        serviceLanguage: 'UNSPECIFIED',
        citizenships: ['FI', 'fi'],
        contact: { email: 'aino', phone: '040 123', streetAddress: '', postalCode: '9410', city: '' },
        statusCode: '99',
        protectionOrder: { validFrom: '2026-02-30', validTo: '', handlerId: 'staff-0004' },
      }),
    ).toEqual([
      ['identity_code', 'IDENTITY_CODE_CHECK_CHARACTER'],
      ['given_names', 'NAME_BLANK'],
      ['family_name', 'NAME_BLANK'],
      ['municipality_code', 'MUNICIPALITY_NOT_IN_AREA'],
      ['service_language', 'SERVICE_LANGUAGE_UNKNOWN'],
      ['citizenships[1]', 'CITIZENSHIP_FORMAT'],
      ['contact.email', 'EMAIL_FORMAT'],
      ['contact.phone', 'PHONE_FORMAT'],
      ['contact.postal_code', 'POSTAL_CODE_FORMAT'],
      ['contact.city', 'CITY_MISSING'],
      ['status_code', 'STATUS_CODE_UNKNOWN'],
      ['protection_order.valid_from_date', 'DATE_IMPOSSIBLE'],
    ]);
  });

  it('never repeats a value in what it says of a field', () => {
    const read = readRegistrationForm(aRegistrationForm({ identityCode: '010190-999K' }), inMeriLappi());
    expect(JSON.stringify(read)).not.toContain('010190');
  });
});
