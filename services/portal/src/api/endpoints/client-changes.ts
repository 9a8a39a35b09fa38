import { z } from 'zod';
import { changing } from '../endpoint.ts';
import { changed, endBody, protectionOrder, registerBody, registered, statusBody } from '../schemas.ts';
import { clientParams } from './clients.ts';

export const registerJobSeeker = changing({
  method: 'POST',
  path: '/api/clients',
  summary: 'Registers a person as a job seeker; the job search starts today',
  body: registerBody,
  answer: registered,
  handle: ({ services, caller, body }) => services.clients.register(caller, body),
});

export const recordEmploymentStatus = changing({
  method: 'POST',
  path: '/api/clients/:clientId/employment-status',
  summary: 'Records that the employment status is another from a day on',
  params: clientParams,
  body: statusBody,
  answer: changed,
  handle: ({ services, caller, params, body }) => services.clients.recordStatus(caller, params.clientId, body),
});

export const endJobSearch = changing({
  method: 'POST',
  path: '/api/clients/:clientId/end-job-search',
  summary: 'Ends the running job search',
  params: clientParams,
  body: endBody,
  answer: changed,
  handle: ({ services, caller, params, body }) => services.clients.endJobSearch(caller, params.clientId, body),
});

export const recordProtectionOrder = changing({
  method: 'POST',
  path: '/api/clients/:clientId/protection-order',
  summary: 'Records a protection order; from then on only the assigned handler sees the person',
  params: clientParams,
  body: protectionOrder,
  answer: changed,
  handle: ({ services, caller, params, body }) => services.clients.recordProtectionOrder(caller, params.clientId, body),
});

export const liftProtectionOrder = changing({
  method: 'POST',
  path: '/api/clients/:clientId/protection-order/lift',
  summary: 'Lifts the protection order, on the population register’s word',
  params: clientParams,
  body: z.strictObject({}),
  answer: changed,
  handle: ({ services, caller, params }) => services.clients.liftProtectionOrder(caller, params.clientId),
});
