import { BodyLong, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../lib/router.tsx';

/** The same page for what does not exist and for what the reader may not see: nobody can tell which it is. */
export const MissingPage = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <section className="card" data-page="missing">
      <Heading level="1" size="large" spacing>
        {t('missing.title')}
      </Heading>
      <BodyLong spacing>{t('missing.text')}</BodyLong>
      <Link to="/">{t('missing.home')}</Link>
    </section>
  );
};
