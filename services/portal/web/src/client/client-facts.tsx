import { Button, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countriesOf } from '../clients/citizenships-field.tsx';
import type { ClientView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';

type Facts = { readonly client: ClientView };

/** The identity code, covered until asked for: nobody passing by should read it. */
const CoveredCode = ({ code }: { readonly code: string }): ReactNode => {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <span className="row row--middle">
      <span className="code">{shown ? code : '•••••••••••'}</span>
      <Button size="xsmall" variant="secondary" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'client.hideCode' : 'client.showCode')}
      </Button>
    </span>
  );
};

/** Who the client is. */
export const IdentityFacts = ({ client }: Facts): ReactNode => {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  const countries = new Map(countriesOf(i18n.language));
  return (
    <section className="card" aria-labelledby="identity-title">
      <Heading level="2" size="small" id="identity-title" spacing>
        {t('client.identity')}
      </Heading>
      <dl className="facts">
        <dt>{t('client.identityCode')}</dt>
        <dd>
          <CoveredCode code={client.identityCode} />
        </dd>
        <dt>{t('client.birthDate')}</dt>
        <dd>{day(client.birthDate)}</dd>
        <dt>{t('client.municipality')}</dt>
        <dd>{t(`municipalities.${client.municipalityCode}`, { defaultValue: client.municipalityCode })}</dd>
        <dt>{t('client.citizenships')}</dt>
        <dd>{client.citizenships.map((code) => countries.get(code) ?? code).join(', ')}</dd>
        <dt>{t('client.serviceLanguage')}</dt>
        <dd>{t(`serviceLanguages.${client.serviceLanguage}`, { defaultValue: client.serviceLanguage })}</dd>
        <dt>{t('client.subsidyDays')}</dt>
        <dd>{t('client.days', { count: client.labourMarketSubsidyDays })}</dd>
      </dl>
    </section>
  );
};

/** How the client is reached. */
export const ContactFacts = ({ client }: Facts): ReactNode => {
  const { t } = useTranslation();
  const { email, phone, streetAddress, postalCode, city } = client.contact;
  const place = [streetAddress, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const none = <span className="muted">{t('client.notGiven')}</span>;
  return (
    <section className="card" aria-labelledby="contact-title">
      <Heading level="2" size="small" id="contact-title" spacing>
        {t('client.contact')}
      </Heading>
      <dl className="facts">
        <dt>{t('client.email')}</dt>
        <dd>{email ? <a href={`mailto:${email}`}>{email}</a> : none}</dd>
        <dt>{t('client.phone')}</dt>
        <dd>{phone ? <a href={`tel:${phone}`}>{phone}</a> : none}</dd>
        <dt>{t('client.address')}</dt>
        <dd>{place || none}</dd>
      </dl>
    </section>
  );
};
