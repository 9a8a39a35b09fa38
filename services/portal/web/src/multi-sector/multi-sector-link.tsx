import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../lib/router.tsx';

/** On a client's page: the way to their multi-sector case, or to a referral. */
export const MultiSectorLink = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="multi-sector-title">
      <Heading level="2" size="small" id="multi-sector-title" spacing>
        {t('multiSector.title')}
      </Heading>
      <Link to={`/multi-sector/${clientId}`}>{t('multiSector.openCase')}</Link>
    </section>
  );
};
