import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import { membersOn, type ServiceArea, type Specialist, type Team } from '../../domain/assignment/organisation.ts';
import { servesClients, servingRoles } from '../access.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';

export type TeamList = {
  readonly teams: readonly (Team & { readonly specialists: readonly Specialist[] })[];
  readonly serviceAreas: readonly ServiceArea[];
  readonly staffNames: ReadonlyMap<string, string>;
};

/**
 * The area's teams and who works there today: to choose whom to assign, to hand over to, to substitute. With the names of
 * all whom other answers tell by staff id; an auditor reads them beside the access log.
 */
export const listTeamsQuery = ({ organisation, staffNames }: AssignmentPorts): Query<undefined, TeamList> => ({
  name: 'ListTeams',
  access: { ...servesClients('caseload', [...servingRoles, 'AUDITOR']), purpose: 'staffing', dataGroup: 'none' },
  load: async (_sql, _input, { today }) => {
    const { teams, serviceAreas } = organisation;
    const staffed = teams.map((team) => ({ ...team, specialists: membersOn(organisation, team.id, today) }));
    return accepted({ teams: staffed, serviceAreas, staffNames });
  },
});
