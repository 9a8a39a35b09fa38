import { Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../lib/use-pages.ts';

type PagingProps = { readonly pages: Pages; readonly nextToken: string | undefined; readonly label: string };

/** Turns the pages of a list; nothing where one page is all. */
export const Paging = ({ pages, nextToken, label }: PagingProps): ReactNode => {
  const { t } = useTranslation();
  const { page, turnTo } = pages;
  if (page === 1 && !nextToken) return undefined;
  return (
    <nav className="row row--middle" aria-label={label}>
      <Button size="small" variant="secondary" disabled={page === 1} onClick={() => turnTo(page - 1, nextToken)}>
        {t('clients.previous')}
      </Button>
      <span aria-live="polite">{t('clients.page', { page })}</span>
      <Button size="small" variant="secondary" disabled={!nextToken} onClick={() => turnTo(page + 1, nextToken)}>
        {t('clients.next')}
      </Button>
    </nav>
  );
};
