import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import { readAssignSpecialist } from '../../application/commands/assign-specialist.ts';
import { readHandOverCase } from '../../application/commands/hand-over-case.ts';
import { readOpenAccess } from '../../application/commands/open-access.ts';
import { readSetSubstitute } from '../../application/commands/set-substitute.ts';
import { handOverReasonFrom, needReasonFrom, needTo, substitutionTo, teamsTo } from './assignment-mapping.ts';
import { askedOf, clientIdOf } from './case-request.ts';

const caseMethods = ({ commands, queries }: GuidanceCatalogue) => ({
  assignSpecialist: commandMethod({
    command: commands.assignSpecialist,
    request: contract.AssignSpecialistRequest,
    response: contract.AssignSpecialistResponse,
    input: ({ staffId, writtenGround, ...request }) =>
      readAssignSpecialist({ ...clientIdOf(request), staffId, writtenGround }),
    answer: (load) => ({ load }),
  }),
  handOverCase: commandMethod({
    command: commands.handOverCase,
    request: contract.HandOverCaseRequest,
    response: contract.HandOverCaseResponse,
    input: ({ fromStaffId, toStaffId, writtenGround, ...request }) => {
      const reason = handOverReasonFrom(request.reason);
      return readHandOverCase({ ...clientIdOf(request), fromStaffId, toStaffId, reason, writtenGround });
    },
    answer: (handedOver) => handedOver,
  }),
  declineHandOver: commandMethod({
    command: commands.declineHandOver,
    request: contract.DeclineHandOverRequest,
    response: contract.DeclineHandOverResponse,
    input: clientIdOf,
    answer: () => ({}),
  }),
  getAssignment: queryMethod({
    query: queries.getAssignment,
    request: contract.GetAssignmentRequest,
    response: contract.GetAssignmentResponse,
    input: askedOf,
    view: (view) => {
      const { clientId, teamId = '', specialistId = '', proposedTo: proposedStaffId = '', access } = shown(view);
      return { clientId, teamId, specialistId, proposedStaffId, needFirst: access === 'NEED_FIRST' };
    },
  }),
  openAccess: commandMethod({
    command: commands.openAccess,
    request: contract.OpenAccessRequest,
    response: contract.OpenAccessResponse,
    input: ({ text, hours, ...request }) =>
      readOpenAccess({ ...clientIdOf(request), reason: needReasonFrom(request.reason), text, hours }),
    answer: ({ needId, until }) => ({ needId, untilTime: until }),
  }),
});

const teamMethods = ({ commands, queries }: GuidanceCatalogue) => ({
  setSubstitute: commandMethod({
    command: commands.setSubstitute,
    request: contract.SetSubstituteRequest,
    response: contract.SetSubstituteResponse,
    input: ({ absentStaffId: absentId, substituteStaffId: substituteId, fromDate: from, toDate: to }) =>
      readSetSubstitute({ absentId, substituteId, from, to }),
    answer: (substitution) => ({ substitution: substitutionTo(substitution) }),
  }),
  endSubstitution: commandMethod({
    command: commands.endSubstitution,
    request: contract.EndSubstitutionRequest,
    response: contract.EndSubstitutionResponse,
    input: ({ substitutionId, expectedVersion }) => ({
      substitutionId: substitutionId.toLowerCase(),
      expectedVersion,
    }),
    answer: (version) => version,
  }),
  listSubstitutions: queryMethod({
    query: queries.listSubstitutions,
    request: contract.ListSubstitutionsRequest,
    response: contract.ListSubstitutionsResponse,
    input: () => undefined,
    view: (substitutions) => ({ substitutions: substitutions.map(substitutionTo) }),
  }),
  listOpenNeeds: queryMethod({
    query: queries.listOpenNeeds,
    request: contract.ListOpenNeedsRequest,
    response: contract.ListOpenNeedsResponse,
    input: ({ statedFromDate: statedFrom, pageSize, pageToken }) => ({
      pageSize,
      ...(statedFrom !== '' && { statedFrom }),
      ...(pageToken !== '' && { pageToken }),
    }),
    view: ({ needs, nextPageToken = '' }) => ({ needs: needs.map(needTo), nextPageToken }),
  }),
  listTeams: queryMethod({
    query: queries.listTeams,
    request: contract.ListTeamsRequest,
    response: contract.ListTeamsResponse,
    input: () => undefined,
    view: teamsTo,
  }),
});

/** The contract's methods for teams, assignment and stated need. */
export const assignmentMethods = (catalogue: GuidanceCatalogue) => ({
  ...caseMethods(catalogue),
  ...teamMethods(catalogue),
});
