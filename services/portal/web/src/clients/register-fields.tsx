import { Checkbox, Heading, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceLanguages, statusCodes } from '../../../src/api/codes.ts';
import { CodeSelect } from '../common/code-select.tsx';
import { DateField } from '../common/date-field.tsx';
import { inputId } from '../common/form-errors.tsx';
import { residences } from '../picture/areas.ts';
import { CitizenshipsField } from './citizenships-field.tsx';
import type { RegisterForm } from './register-form.ts';

export const formName = 'register';

export type FieldsProps = {
  readonly form: RegisterForm;
  /** What is wrong with a field of the request, if anything. */
  errorOf(field: string): string | undefined;
  set(change: Partial<RegisterForm>): void;
};

type TextProps = FieldsProps & {
  readonly name:
    | 'identityCode'
    | 'givenNames'
    | 'familyName'
    | 'email'
    | 'phone'
    | 'streetAddress'
    | 'postalCode'
    | 'city';
  /** The field in the request, where it is not the name itself. */
  readonly field?: string;
  readonly help?: string;
  readonly maxLength: number;
};

const Text = ({ form, errorOf, set, name, field = name, help, maxLength }: TextProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <TextField
      id={inputId(formName, field)}
      label={t(`register.${name}`)}
      description={help}
      value={form[name]}
      error={errorOf(field)}
      maxLength={maxLength}
      autoComplete="off"
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
};

const PersonFields = (props: FieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <fieldset className="card fieldset">
      <legend>
        <Heading level="2" size="small" as="span">
          {t('register.person')}
        </Heading>
      </legend>
      <div className="fields fields--wide">
        <Text {...props} name="identityCode" help={t('register.identityCodeHelp')} maxLength={13} />
        <CitizenshipsField
          id={inputId(formName, 'citizenships')}
          value={props.form.citizenships}
          error={props.errorOf('citizenships')}
          onChange={(citizenships) => props.set({ citizenships })}
        />
        <Text {...props} name="givenNames" maxLength={100} />
        <Text {...props} name="familyName" maxLength={100} />
      </div>
    </fieldset>
  );
};

const ServiceFields = ({ form, errorOf, set }: FieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <fieldset className="card fieldset">
      <legend>
        <Heading level="2" size="small" as="span">
          {t('register.service')}
        </Heading>
      </legend>
      <div className="fields">
        <CodeSelect
          id={inputId(formName, 'municipalityCode')}
          label={t('register.municipality')}
          codes={residences}
          names="municipalities"
          empty={t('register.choose')}
          value={form.municipalityCode}
          error={errorOf('municipalityCode')}
          onChange={(municipalityCode) => set({ municipalityCode })}
        />
        <CodeSelect
          id={inputId(formName, 'serviceLanguage')}
          label={t('register.serviceLanguage')}
          codes={serviceLanguages}
          names="serviceLanguages"
          empty={t('register.choose')}
          value={form.serviceLanguage}
          error={errorOf('serviceLanguage')}
          onChange={(serviceLanguage) => set({ serviceLanguage })}
        />
        <CodeSelect
          id={inputId(formName, 'statusCode')}
          label={t('register.statusCode')}
          codes={statusCodes}
          names="statusCodes"
          withCode
          empty={t('register.choose')}
          value={form.statusCode}
          error={errorOf('statusCode')}
          onChange={(statusCode) => set({ statusCode })}
        />
      </div>
    </fieldset>
  );
};

const ContactFields = (props: FieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <fieldset className="card fieldset">
      <legend>
        <Heading level="2" size="small" as="span">
          {t('register.contact')}
        </Heading>
      </legend>
      <p className="muted">{t('register.contactHelp')}</p>
      <div className="fields">
        <Text {...props} name="email" field="contact.email" maxLength={254} />
        <Text {...props} name="phone" field="contact.phone" help={t('register.phoneHelp')} maxLength={30} />
        <Text {...props} name="streetAddress" field="contact.streetAddress" maxLength={200} />
        <Text {...props} name="postalCode" field="contact.postalCode" maxLength={5} />
        <Text {...props} name="city" field="contact.city" maxLength={100} />
      </div>
    </fieldset>
  );
};

/** Only for handlers of protected clients: the order that is in force already. */
const ProtectionFields = ({ form, errorOf, set }: FieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <fieldset className="card fieldset">
      <legend>
        <Heading level="2" size="small" as="span">
          {t('register.protection')}
        </Heading>
      </legend>
      <Checkbox
        checked={form.protectionInForce}
        description={t('register.protectionHelp')}
        onChange={(event) => set({ protectionInForce: event.target.checked })}
      >
        {t('register.protectionTick')}
      </Checkbox>
      {form.protectionInForce ? (
        <div className="fields">
          <DateField
            id={inputId(formName, 'protectionOrder.validFromDate')}
            label={t('protection.from')}
            value={form.validFromDate}
            error={errorOf('protectionOrder.validFromDate')}
            onChange={(validFromDate) => set({ validFromDate })}
          />
          <DateField
            id={inputId(formName, 'protectionOrder.validToDate')}
            label={t('protection.to')}
            help={t('protection.toHelp')}
            value={form.validToDate}
            error={errorOf('protectionOrder.validToDate')}
            onChange={(validToDate) => set({ validToDate })}
          />
        </div>
      ) : undefined}
    </fieldset>
  );
};

/** All fields of the registration form. */
export const RegisterFields = ({ protection, ...props }: FieldsProps & { readonly protection: boolean }): ReactNode => (
  <>
    <PersonFields {...props} />
    <ServiceFields {...props} />
    <ContactFields {...props} />
    {protection ? <ProtectionFields {...props} /> : undefined}
  </>
);
