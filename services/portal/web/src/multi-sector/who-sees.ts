import { useSignedIn } from '../lib/session.tsx';
import { type ClientNames, useClientNames } from '../lib/use-client-names.ts';

const serving: readonly string[] = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'];

/** Whether somebody with these roles serves clients for the employment authority; the service decides. */
export const servesCases = (roles: readonly string[]): boolean => roles.some((role) => serving.includes(role));

/** Whether somebody with these roles may be a member of a client's network; the service decides. */
export const seesCases = (roles: readonly string[]): boolean =>
  servesCases(roles) || roles.includes('MULTI_SECTOR_MEMBER');

/** Names of the clients of cases, where the reader may see them: the registry shows none to other authorities. */
export const useNamesFor = (cases: readonly { readonly clientId: string }[]): ClientNames => {
  const { roles } = useSignedIn();
  const shown = servesCases(roles);
  const { names, known } = useClientNames(shown ? cases.map(({ clientId }) => clientId) : []);
  return { names, known: known || !shown };
};
