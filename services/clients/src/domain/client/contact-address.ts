import { allOf, badField, type Checked } from '@tyovayla/kernel/field-check';
import { accepted } from '@tyovayla/kernel/result';

/** A contact address (yhteysosoite): where post for the person may go. A protection order doesn't cover it, handbook 1.6. */
export type ContactAddress = {
  readonly streetAddress: string;
  /** Five digits. */
  readonly postalCode: string;
  readonly city: string;
};

const checkFilled = (field: string, text: string): Checked<string> =>
  text.trim() === '' ? badField(field, 'ADDRESS_BLANK', 'is blank') : accepted(text.trim());

/** Reads a contact address; violations on `contact_address.…`. */
export const checkContactAddress = (address: ContactAddress): Checked<ContactAddress> =>
  allOf({
    streetAddress: checkFilled('contact_address.street_address', address.streetAddress),
    postalCode: /^\d{5}$/.test(address.postalCode)
      ? accepted(address.postalCode)
      : badField('contact_address.postal_code', 'POSTAL_CODE_FORMAT', 'has another form'),
    city: checkFilled('contact_address.city', address.city),
  });
