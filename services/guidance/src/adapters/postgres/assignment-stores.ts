import type { AssignmentPorts } from '../../application/assignment-ports.ts';
import { assignmentRepository } from './assignment.repository.ts';
import { caseloadRepository } from './caseload.repository.ts';
import { teamLoads } from './manager.query.ts';
import { dayTasks } from './my-day.query.ts';
import { statedNeedRepository } from './stated-need.repository.ts';
import { substitutionRepository } from './substitution.repository.ts';

/** What teams, assignment, stated need and the day keep in Postgres. */
export const assignmentStores: Omit<AssignmentPorts, 'organisation' | 'staffNames' | 'substitutionEvents'> = {
  caseloads: caseloadRepository,
  assignments: assignmentRepository,
  substitutions: substitutionRepository,
  statedNeeds: statedNeedRepository,
  dayTasks,
  teamLoads,
};
