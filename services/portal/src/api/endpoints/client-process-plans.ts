import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import * as schemas from '../plan-schemas.ts';
import { accessQuery, idText } from '../schemas.ts';
import { clientParams } from './clients.ts';

const planParams = z.strictObject({ clientId: idText, planId: idText });
const taskParams = z.strictObject({ clientId: idText, planId: idText, taskId: idText });

export const listPlans = reading({
  method: 'GET',
  path: '/api/clients/:clientId/plans',
  summary: 'Lists the client’s plans with all their versions',
  params: clientParams,
  query: accessQuery,
  answer: schemas.planList,
  handle: ({ services, caller, params, query }) => services.guidance.listPlans(caller, { ...params, ...query }),
});

export const draftPlan = changing({
  method: 'POST',
  path: '/api/clients/:clientId/plans',
  summary: 'Drafts a plan; the rule of the day sets the obligation',
  params: clientParams,
  body: schemas.draftPlanBody,
  answer: schemas.draftedPlan,
  handle: ({ services, caller, params, body }) => services.guidance.draftPlan(caller, { ...params, ...body }),
});

export const revisePlan = changing({
  method: 'POST',
  path: '/api/clients/:clientId/plans/:planId/revise',
  summary: 'Writes another content, which binds once the client accepts it',
  params: planParams,
  body: schemas.revisePlanBody,
  answer: schemas.revisedPlan,
  handle: ({ services, caller, params, body }) => services.guidance.revisePlan(caller, { ...params, ...body }),
});

export const acceptPlan = changing({
  method: 'POST',
  path: '/api/clients/:clientId/plans/:planId/accept',
  summary: 'Records that the client accepted the newest content',
  params: planParams,
  body: schemas.acceptPlanBody,
  answer: schemas.acceptedPlan,
  handle: ({ services, caller, params, body }) => services.guidance.acceptPlan(caller, { ...params, ...body }),
});

export const recordTaskDone = changing({
  method: 'POST',
  path: '/api/clients/:clientId/plans/:planId/tasks/:taskId/done',
  summary: 'Records that a task of the binding plan is done',
  params: taskParams,
  body: schemas.taskDoneBody,
  answer: schemas.changedPlan,
  handle: ({ services, caller, params, body }) => services.guidance.recordTaskDone(caller, { ...params, ...body }),
});

export const endPlan = changing({
  method: 'POST',
  path: '/api/clients/:clientId/plans/:planId/end',
  summary: 'Ends a plan',
  params: planParams,
  body: schemas.endPlanBody,
  answer: schemas.changedPlan,
  handle: ({ services, caller, params, body }) => services.guidance.endPlan(caller, { ...params, ...body }),
});

export const getObligation = reading({
  method: 'GET',
  path: '/api/clients/:clientId/obligation',
  summary: 'Gets what is asked of the client now, with what was reported',
  params: clientParams,
  query: accessQuery,
  answer: schemas.obligation,
  handle: ({ services, caller, params, query }) => services.guidance.getObligation(caller, { ...params, ...query }),
});

export const recordApplications = changing({
  method: 'POST',
  path: '/api/clients/:clientId/applications',
  summary: 'Records applications that the client reports for the open period',
  params: clientParams,
  body: schemas.applicationsBody,
  answer: schemas.reportedApplications,
  handle: ({ services, caller, params, body }) => services.guidance.recordApplications(caller, { ...params, ...body }),
});

export const recordStudyApplications = changing({
  method: 'POST',
  path: '/api/clients/:clientId/study-applications',
  summary: 'Records study places that the client applied for under the duty to do so',
  params: clientParams,
  body: schemas.studyApplicationsBody,
  answer: schemas.recordedStudyApplications,
  handle: ({ services, caller, params, body }) =>
    services.guidance.recordStudyApplications(caller, { ...params, ...body }),
});

export const recordJobOfferFollowUp = changing({
  method: 'POST',
  path: '/api/clients/:clientId/job-offers',
  summary: 'Records what became of a job offer, and tells whether it bound the client',
  params: clientParams,
  body: schemas.jobOfferBody,
  answer: schemas.jobOfferFollowUp,
  handle: ({ services, caller, params, body }) =>
    services.guidance.recordJobOfferFollowUp(caller, { ...params, ...body }),
});
