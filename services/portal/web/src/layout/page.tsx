import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouter } from '../lib/router.tsx';
import { Header } from './header.tsx';

/** Header, content and footer around a page. On a change of page the reader is taken to the content. */
export const Page = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const { t } = useTranslation();
  const { path } = useRouter();
  const main = useRef<HTMLElement>(null);
  const first = useRef(path);
  useEffect(() => {
    if (first.current === path) return;
    first.current = path;
    main.current?.focus();
  }, [path]);
  return (
    <div className="app">
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <main id="content" className="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <footer className="foot">
        <div>
          <span>{t('app.footer')}</span>
          <a href="/api/openapi.json">{t('app.apiDocument')}</a>
        </div>
      </footer>
    </div>
  );
};
