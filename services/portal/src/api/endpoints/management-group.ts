import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import * as schemas from '../management-group-schemas.ts';
import { idText } from '../schemas.ts';

const groupParams = z.strictObject({ managementGroupId: idText });

export const getManagementGroup = reading({
  method: 'GET',
  path: '/api/management-group',
  summary: 'Gets the management group of an area: members, leaders with their votes, agreements',
  query: schemas.groupQuery,
  answer: schemas.managementGroupAnswer,
  handle: ({ services, caller, query }) => services.guidance.getManagementGroup(caller, query),
});

export const formManagementGroup = changing({
  method: 'POST',
  path: '/api/management-groups',
  summary: 'Forms the management group of an area, with all parties',
  body: schemas.formGroupBody,
  answer: schemas.formedGroup,
  handle: ({ services, caller, body }) => services.guidance.formManagementGroup(caller, body),
});

export const proposeLeader = changing({
  method: 'POST',
  path: '/api/management-groups/:managementGroupId/leaders',
  summary: 'Proposes a person as leader to the group',
  params: groupParams,
  body: schemas.proposeBody,
  answer: schemas.proposedLeader,
  handle: ({ services, caller, params, body }) => services.guidance.proposeLeader(caller, { ...params, ...body }),
});

export const approveLeader = changing({
  method: 'POST',
  path: '/api/management-groups/:managementGroupId/votes',
  summary: 'Votes on a proposed leader, as a member of the group',
  params: groupParams,
  body: schemas.voteBody,
  answer: schemas.votedOnLeader,
  handle: ({ services, caller, params, body }) => services.guidance.approveLeader(caller, { ...params, ...body }),
});

export const nameLeader = changing({
  method: 'POST',
  path: '/api/management-groups/:managementGroupId/leaders/name',
  summary: 'Names a leader whom the group has approved',
  params: groupParams,
  body: schemas.nameBody,
  answer: schemas.changedGroup,
  handle: ({ services, caller, params, body }) => services.guidance.nameLeader(caller, { ...params, ...body }),
});

export const recordCooperationAgreement = changing({
  method: 'POST',
  path: '/api/management-groups/:managementGroupId/agreements',
  summary: 'Records the parties’ agreement on organisation and resources',
  params: groupParams,
  body: schemas.agreementBody,
  answer: schemas.recordedAgreement,
  handle: ({ services, caller, params, body }) =>
    services.guidance.recordCooperationAgreement(caller, { ...params, ...body }),
});
