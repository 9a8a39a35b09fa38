import type { AssignmentPorts } from './assignment-ports.ts';
import { assignSpecialistCommand } from './commands/assign-specialist.ts';
import { declineHandOverCommand } from './commands/decline-hand-over.ts';
import { endSubstitutionCommand } from './commands/end-substitution.ts';
import { handOverCaseCommand } from './commands/hand-over-case.ts';
import { openAccessCommand } from './commands/open-access.ts';
import { setSubstituteCommand } from './commands/set-substitute.ts';
import type { CasePorts } from './ports.ts';
import { getAssignmentQuery } from './queries/get-assignment.ts';
import { getMyDayQuery } from './queries/get-my-day.ts';
import { getTeamLoadQuery } from './queries/get-team-load.ts';
import { listOpenNeedsQuery } from './queries/list-open-needs.ts';
import { listSubstitutionsQuery } from './queries/list-substitutions.ts';
import { listTeamsQuery } from './queries/list-teams.ts';

/** What changes who serves a client. */
export const assignmentCommands = (ports: CasePorts & AssignmentPorts) =>
  ({
    assignSpecialist: assignSpecialistCommand(ports),
    handOverCase: handOverCaseCommand(ports),
    declineHandOver: declineHandOverCommand(ports),
    setSubstitute: setSubstituteCommand(ports),
    endSubstitution: endSubstitutionCommand(ports),
    openAccess: openAccessCommand(ports),
  }) as const;

/** Who serves whom, who has how much to do, and what is to be done today. */
export const assignmentQueries = (ports: CasePorts & AssignmentPorts) =>
  ({
    getAssignment: getAssignmentQuery(ports),
    getMyDay: getMyDayQuery(ports),
    getTeamLoad: getTeamLoadQuery(ports),
    listOpenNeeds: listOpenNeedsQuery(ports),
    listSubstitutions: listSubstitutionsQuery(ports),
    listTeams: listTeamsQuery(ports),
  }) as const;
