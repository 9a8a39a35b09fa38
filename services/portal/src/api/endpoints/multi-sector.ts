import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import * as schemas from '../multi-sector-schemas.ts';
import { accessQuery, idText, pageQuery } from '../schemas.ts';
import { clientParams } from './clients.ts';

const planParams = z.strictObject({ clientId: idText, planId: idText });

export const listMyMultiSectorCases = reading({
  method: 'GET',
  path: '/api/multi-sector/cases',
  summary: 'Lists the multi-sector cases of which the caller is a member, the newest first',
  query: pageQuery,
  answer: schemas.myCases,
  handle: ({ services, caller, query }) => services.guidance.listMyMultiSectorCases(caller, query),
});

export const listMultiSectorPrompts = reading({
  method: 'GET',
  path: '/api/multi-sector/prompts',
  summary: 'Lists clients whose referral the caller might consider; a prompt and no more',
  query: pageQuery,
  answer: schemas.promptList,
  handle: ({ services, caller, query }) => services.guidance.listMultiSectorPrompts(caller, query),
});

export const getMultiSectorCase = reading({
  method: 'GET',
  path: '/api/clients/:clientId/multi-sector',
  summary:
    'Gets the client’s multi-sector case as the caller’s party sees it. Not found for everyone who is not appointed',
  params: clientParams,
  query: accessQuery,
  answer: schemas.multiSectorCaseAnswer,
  handle: ({ services, caller, params, query }) =>
    services.guidance.getMultiSectorCase(caller, { ...params, ...query }),
});

export const referToMultiSector = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/refer',
  summary: 'Refers the client to the multi-sector support',
  params: clientParams,
  body: schemas.referBody,
  answer: schemas.referred,
  handle: ({ services, caller, params, body }) => services.guidance.referToMultiSector(caller, { ...params, ...body }),
});

export const startMultiSectorConsultation = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/consultation',
  summary: 'Starts the consultation of the parties',
  params: clientParams,
  body: schemas.consultationBody,
  answer: schemas.changedCase,
  handle: ({ services, caller, params, body }) =>
    services.guidance.startMultiSectorConsultation(caller, { ...params, ...body }),
});

export const startMultiSectorAssessment = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/assessment',
  summary: 'Starts the joint assessment of an informed client who is present',
  params: clientParams,
  body: schemas.assessmentBody,
  answer: schemas.startedAssessment,
  handle: ({ services, caller, params, body }) =>
    services.guidance.startMultiSectorAssessment(caller, { ...params, ...body }),
});

export const acceptIntoMultiSector = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/accept',
  summary: 'Accepts the client into the multi-sector support',
  params: clientParams,
  body: schemas.acceptBody,
  answer: schemas.changedCase,
  handle: ({ services, caller, params, body }) =>
    services.guidance.acceptIntoMultiSector(caller, { ...params, ...body }),
});

export const makeMultiSectorPlan = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/plans',
  summary: 'Makes a multi-sector plan, which binds when all have signed',
  params: clientParams,
  body: schemas.makePlanBody,
  answer: schemas.madePlan,
  handle: ({ services, caller, params, body }) => services.guidance.makeMultiSectorPlan(caller, { ...params, ...body }),
});

export const reviewMultiSectorPlan = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/review',
  summary: 'Records that the parties reviewed the plan in force',
  params: clientParams,
  body: schemas.reviewBody,
  answer: schemas.reviewedPlan,
  handle: ({ services, caller, params, body }) =>
    services.guidance.reviewMultiSectorPlan(caller, { ...params, ...body }),
});

export const agreeMultiSectorMeeting = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/meetings',
  summary: 'Agrees on a day on which the parties meet with the client',
  params: clientParams,
  body: schemas.agreeMeetingBody,
  answer: schemas.agreedMeeting,
  handle: ({ services, caller, params, body }) =>
    services.guidance.agreeMultiSectorMeeting(caller, { ...params, ...body }),
});

export const exitMultiSector = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/exit',
  summary: 'Records that the client leaves the multi-sector support',
  params: clientParams,
  body: schemas.exitBody,
  answer: schemas.changedCase,
  handle: ({ services, caller, params, body }) => services.guidance.exitMultiSector(caller, { ...params, ...body }),
});

export const appointMultiSectorMember = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/members',
  summary: 'Appoints a named person of a party to the client’s network',
  params: clientParams,
  body: schemas.memberBody,
  answer: schemas.changedCase,
  handle: ({ services, caller, params, body }) =>
    services.guidance.appointMultiSectorMember(caller, { ...params, ...body }),
});

export const endMultiSectorMembership = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/members/end',
  summary: 'Ends the membership of a person',
  params: clientParams,
  body: schemas.endMemberBody,
  answer: schemas.changedCase,
  handle: ({ services, caller, params, body }) =>
    services.guidance.endMultiSectorMembership(caller, { ...params, ...body }),
});

export const signMultiSectorPlan = changing({
  method: 'POST',
  path: '/api/clients/:clientId/multi-sector/plans/:planId/sign',
  summary: 'Signs the plan that awaits signatures, for the caller’s party or for the client',
  params: planParams,
  body: schemas.signBody,
  answer: schemas.signedPlan,
  handle: ({ services, caller, params, body }) => services.guidance.signMultiSectorPlan(caller, { ...params, ...body }),
});
