import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceLanguages } from '../../../src/api/codes.ts';
import { identityCodeChangeGrounds } from '../../../src/api/record-codes.ts';
import { CodeChoice } from '../common/code-fields.tsx';
import { PartForm, PartScope } from '../common/part-form.tsx';
import { internationalPhone } from '../lib/phone.ts';
import { filled, LineField } from '../process/form-fields.tsx';
import { AddressFields, ContactAddress } from './contact-address.tsx';
import { LanguageField } from './language-field.tsx';
import { useRecord, useRecordPath } from './record-scene.tsx';

const CorrectContact = (): ReactNode => {
  const { t } = useTranslation();
  const { client } = useRecord();
  const path = useRecordPath('contact');
  const { email = '', phone = '', streetAddress = '', postalCode = '', city = '' } = client.contact;
  const [form, setForm] = useState({ email, phone, streetAddress, postalCode, city });
  const contact = filled({ ...form, phone: internationalPhone(form.phone) });
  return (
    <PartForm
      name="contact"
      title={t('record.corrections.contact')}
      submitText={t('client.save')}
      path={path}
      body={{ contact, expectedVersion: client.version }}
      done={t('record.corrections.contactDone')}
    >
      <div className="fields">
        <LineField
          field="contact.email"
          label={t('register.email')}
          maxLength={254}
          value={form.email}
          onChange={(text) => setForm({ ...form, email: text })}
        />
        <LineField
          field="contact.phone"
          label={t('register.phone')}
          help={t('register.phoneHelp')}
          maxLength={30}
          value={form.phone}
          onChange={(text) => setForm({ ...form, phone: text })}
        />
      </div>
      <AddressFields prefix="contact" address={form} onChange={(address) => setForm({ ...form, ...address })} />
    </PartForm>
  );
};

const CorrectName = (): ReactNode => {
  const { t } = useTranslation();
  const { client } = useRecord();
  const path = useRecordPath('name');
  const [form, setForm] = useState({ givenNames: client.givenNames, familyName: client.familyName });
  return (
    <PartForm
      name="name"
      title={t('record.corrections.name')}
      submitText={t('client.save')}
      path={path}
      body={{ ...form, expectedVersion: client.version }}
      done={t('record.corrections.nameDone')}
    >
      <LineField
        field="givenNames"
        label={t('register.givenNames')}
        maxLength={100}
        value={form.givenNames}
        onChange={(givenNames) => setForm({ ...form, givenNames })}
      />
      <LineField
        field="familyName"
        label={t('register.familyName')}
        maxLength={100}
        value={form.familyName}
        onChange={(familyName) => setForm({ ...form, familyName })}
      />
    </PartForm>
  );
};

const ChangeLanguage = (): ReactNode => {
  const { t } = useTranslation();
  const { client } = useRecord();
  const path = useRecordPath('service-language');
  const [form, setForm] = useState({
    serviceLanguage: client.serviceLanguage,
    interpreterLanguage: client.interpreterLanguage ?? '',
  });
  return (
    <PartForm
      name="service-language"
      title={t('record.corrections.language')}
      submitText={t('client.save')}
      path={path}
      body={{ ...filled(form), expectedVersion: client.version }}
      done={t('record.corrections.languageDone')}
    >
      <CodeChoice
        field="serviceLanguage"
        label={t('register.serviceLanguage')}
        codes={serviceLanguages}
        names="serviceLanguages"
        value={form.serviceLanguage}
        onChange={(serviceLanguage) => setForm({ ...form, serviceLanguage })}
      />
      <LanguageField
        field="interpreterLanguage"
        label={t('record.corrections.interpreter')}
        help={t('record.corrections.interpreterHelp')}
        empty={t('record.corrections.noInterpreter')}
        value={form.interpreterLanguage}
        onChange={(interpreterLanguage) => setForm({ ...form, interpreterLanguage })}
      />
    </PartForm>
  );
};

const ChangeIdentityCode = (): ReactNode => {
  const { t } = useTranslation();
  const { client } = useRecord();
  const path = useRecordPath('identity-code');
  const [form, setForm] = useState({ identityCode: '', ground: '' });
  return (
    <PartForm
      name="identity-code"
      title={t('record.corrections.identityCode')}
      submitText={t('client.save')}
      path={path}
      body={{
        ground: form.ground,
        identityCode: form.identityCode.trim().toUpperCase(),
        expectedVersion: client.version,
      }}
      reasonFields={{
        IDENTITY_CODE_INVALID: 'identityCode',
        IDENTITY_CODE_UNCHANGED: 'identityCode',
        IDENTITY_CODE_IN_USE: 'identityCode',
      }}
      done={t('record.corrections.identityCodeDone')}
    >
      <p className="muted">{t('record.corrections.identityCodeHelp')}</p>
      <LineField
        field="identityCode"
        label={t('record.corrections.newIdentityCode')}
        maxLength={13}
        value={form.identityCode}
        onChange={(identityCode) => setForm({ ...form, identityCode })}
      />
      <CodeChoice
        field="ground"
        label={t('record.corrections.ground')}
        codes={identityCodeChangeGrounds}
        names="record.codes.identityGrounds"
        value={form.ground}
        onChange={(ground) => setForm({ ...form, ground })}
      />
    </PartForm>
  );
};

/** Corrections of what is kept of the client: contact data, name, language, identity code. */
export const CorrectionsSection = (): ReactNode => {
  const { client, reload } = useRecord();
  return (
    <PartScope reload={reload}>
      <div className="actions" key={client.version}>
        <CorrectContact />
        <CorrectName />
        <ChangeLanguage />
        <ChangeIdentityCode />
        <ContactAddress />
      </div>
    </PartScope>
  );
};
