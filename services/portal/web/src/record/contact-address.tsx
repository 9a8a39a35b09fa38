import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartForm } from '../common/part-form.tsx';
import { LineField } from '../process/form-fields.tsx';
import { useRecord, useRecordPath } from './record-scene.tsx';

type Address = { readonly streetAddress: string; readonly postalCode: string; readonly city: string };

type AddressFieldsProps = {
  /** The message of the request in which the address stands. */
  readonly prefix: string;
  readonly address: Address;
  onChange(address: Address): void;
};

/** Street address, postal code and post office. */
export const AddressFields = ({ prefix, address, onChange }: AddressFieldsProps): ReactNode => {
  const { t } = useTranslation();
  const { streetAddress, postalCode, city } = address;
  return (
    <div className="fields">
      <LineField
        field={`${prefix}.streetAddress`}
        label={t('register.streetAddress')}
        maxLength={200}
        value={streetAddress}
        onChange={(text) => onChange({ streetAddress: text, postalCode, city })}
      />
      <LineField
        field={`${prefix}.postalCode`}
        label={t('register.postalCode')}
        maxLength={5}
        width={6}
        digits
        value={postalCode}
        onChange={(text) => onChange({ streetAddress, postalCode: text, city })}
      />
      <LineField
        field={`${prefix}.city`}
        label={t('register.city')}
        maxLength={100}
        value={city}
        onChange={(text) => onChange({ streetAddress, postalCode, city: text })}
      />
    </div>
  );
};

const nowhere: Address = { streetAddress: '', postalCode: '', city: '' };

/** Where post may go that a protection order does not cover; emptied, it is taken away. */
export const ContactAddress = (): ReactNode => {
  const { t } = useTranslation();
  const { client } = useRecord();
  const path = useRecordPath('contact-address');
  const [address, setAddress] = useState<Address>(client.contactAddress ?? nowhere);
  const gone = Object.values(address).every((text) => text.trim() === '');
  return (
    <PartForm
      name="contact-address"
      title={t('record.corrections.contactAddress')}
      submitText={t('client.save')}
      path={path}
      body={gone ? {} : { contactAddress: address }}
      done={t('record.corrections.contactAddressDone')}
    >
      <p className="muted">{t('record.corrections.contactAddressHelp')}</p>
      <AddressFields prefix="contactAddress" address={address} onChange={setAddress} />
    </PartForm>
  );
};
