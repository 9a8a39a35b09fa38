import { Alert } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MultiSectorCaseView } from '../lib/api-types.ts';

/** Says that names are missing because the registry can't be asked, and not because the reader may not see them. */
export const RegistryAway = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <Alert variant="warning" size="small">
      {t('multiSector.registryAway')}
    </Alert>
  );
};

/** In which language the client is served, and with which interpreter: what speaking with them needs. */
export const ClientLanguage = ({ one: { client } }: { readonly one: MultiSectorCaseView }): ReactNode => {
  const { t, i18n } = useTranslation();
  const languageNames = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
  if (client === undefined) return undefined;
  return (
    <>
      <dt>{t('client.serviceLanguage')}</dt>
      <dd>{t(`serviceLanguages.${client.serviceLanguage}`, { defaultValue: client.serviceLanguage })}</dd>
      {client.interpreterLanguage ? (
        <>
          <dt>{t('accessReport.fields.interpreter_language')}</dt>
          <dd>{languageNames.of(client.interpreterLanguage)}</dd>
        </>
      ) : undefined}
    </>
  );
};
