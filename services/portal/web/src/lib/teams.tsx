import { createContext, type ReactNode, useContext } from 'react';
import type { TeamListView } from './api-types.ts';
import { useSession } from './session.tsx';
import { type Resource, useResource } from './use-resource.ts';

const nothing: Resource<TeamListView> = {
  value: undefined,
  problem: undefined,
  loading: false,
  reload: () => undefined,
};

const TeamsContext = createContext(nothing);

/** Whom guidance tells of teams and of what people are called; others are shown staff ids. */
const toldRoles = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER', 'AUDITOR'];

/** Reads the area's teams and the names of staff once, for all pages. */
export const TeamsProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const { me } = useSession();
  const told = me?.signedIn === true && me.roles.some((role) => toldRoles.includes(role));
  const teams = useResource<TeamListView>(told ? '/api/teams' : undefined);
  return <TeamsContext.Provider value={told ? teams : nothing}>{children}</TeamsContext.Provider>;
};

/** The area's teams, who works there today, and what people are called. */
export const useTeams = (): Resource<TeamListView> => useContext(TeamsContext);

/** What somebody is called, by staff id; the id itself while the name is not known, or where there is none. */
export const useStaffName = (): ((staffId: string) => string) => {
  const names = useTeams().value?.staffNames ?? {};
  return (staffId) => names[staffId] ?? staffId;
};
