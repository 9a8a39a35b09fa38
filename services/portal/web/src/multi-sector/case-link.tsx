import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../lib/router.tsx';
import type { ClientNames } from '../lib/use-client-names.ts';

type Named = { readonly clientId: string; readonly names: ClientNames };

/** The client of a case by name; by the end of the id where the reader may not see the name. */
export const useCaseName = ({ clientId, names: { names, known } }: Named): string => {
  const { t } = useTranslation();
  return names[clientId] ?? t(known ? 'day.clientUnnamed' : 'day.clientWaiting', { id: clientId.slice(-6) });
};

/** A link to a client's multi-sector case. */
export const CaseLink = (props: Named): ReactNode => (
  <Link to={`/multi-sector/${props.clientId}`}>{useCaseName(props)}</Link>
);
