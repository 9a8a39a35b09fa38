import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyCasesView } from '../lib/api-types.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { useClientNames } from '../lib/use-client-names.ts';
import { servesCases } from './who-sees.ts';

type Named = Pick<MyCasesView['cases'][number], 'clientId' | 'client'>;

/** The client of a case by name; by the end of the id where the registry doesn't tell the name. */
export const useCaseName = (): ((one: Named) => string) => {
  const { t } = useTranslation();
  return ({ clientId, client }) =>
    client ? `${client.familyName}, ${client.givenNames}` : t('day.clientUnnamed', { id: clientId.slice(-6) });
};

type Titled = { readonly clientId: string; readonly shown: Named | undefined; readonly missing: boolean };

/** Whose page it is: by the case, or, where the reader sees none and serves the client, as the registry names them. */
export const useTitleName = ({ clientId, shown, missing }: Titled): string => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const caseName = useCaseName();
  const { names, known } = useClientNames(missing && servesCases(roles) ? [clientId] : []);
  if (shown) return caseName(shown);
  return names[clientId] ?? t(missing && known ? 'day.clientUnnamed' : 'day.clientWaiting', { id: clientId.slice(-6) });
};

/** A link to a client's multi-sector case. */
export const CaseLink = ({ one }: { readonly one: Named }): ReactNode => (
  <Link to={`/multi-sector/${one.clientId}`}>{useCaseName()(one)}</Link>
);
