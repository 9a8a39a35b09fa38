import { Loader } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Shown while a page's data are on their way. */
export const Waiting = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <div className="waiting">
      <Loader size="2xlarge" title={t('app.loading')} />
    </div>
  );
};
