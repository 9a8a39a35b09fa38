import { Provider } from '@navikt/ds-react';
import { en } from '@navikt/ds-react/locales';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Translations = NonNullable<ComponentProps<typeof Provider>['translations']>;

/** What the components say themselves (counters, names of icons) in the language shown: they would speak Norwegian. */
export const ComponentTexts = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const { t } = useTranslation();
  return (
    <Provider locale={en} translations={t('components', { returnObjects: true }) as Translations}>
      {children}
    </Provider>
  );
};
