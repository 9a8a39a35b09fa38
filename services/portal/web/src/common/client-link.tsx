import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../lib/router.tsx';
import type { ClientNames } from '../lib/use-client-names.ts';

type ClientLinkProps = {
  readonly clientId: string;
  readonly names: ClientNames;
  /** Where it leads; the client's page by default. */
  readonly to?: string;
};

/** A link to a client by name; by the end of the id where the name is not to be shown. */
export const ClientLink = ({ clientId, names: { names, known }, to }: ClientLinkProps): ReactNode => {
  const { t } = useTranslation();
  const name = names[clientId];
  const unnamed = known ? t('day.clientUnnamed', { id: clientId.slice(-6) }) : t('day.clientWaiting');
  return <Link to={to ?? `/clients/${clientId}`}>{name ?? <span className="muted">{unnamed}</span>}</Link>;
};
