import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import { done } from '../neglect-schemas.ts';
import { accessQuery } from '../schemas.ts';
import * as schemas from '../statement-schemas.ts';
import { clientParams } from './clients.ts';

const nothing = z.strictObject({});

export const getAssignment = reading({
  method: 'GET',
  path: '/api/clients/:clientId/assignment',
  summary: 'Gets whose the client is, and whether the caller must state a need first',
  params: clientParams,
  query: accessQuery,
  answer: schemas.assignment,
  handle: ({ services, caller, params, query }) => services.guidance.getAssignment(caller, { ...params, ...query }),
});

export const assignSpecialist = changing({
  method: 'POST',
  path: '/api/clients/:clientId/assignment',
  summary: 'Assigns a specialist to the client',
  params: clientParams,
  body: schemas.assignBody,
  answer: schemas.assigned,
  handle: ({ services, caller, params, body }) => services.guidance.assignSpecialist(caller, { ...params, ...body }),
});

export const handOverCase = changing({
  method: 'POST',
  path: '/api/clients/:clientId/assignment/hand-over',
  summary: 'Hands the client over to another specialist',
  params: clientParams,
  body: schemas.handOverBody,
  answer: schemas.handedOver,
  handle: ({ services, caller, params, body }) => services.guidance.handOverCase(caller, { ...params, ...body }),
});

export const declineHandOver = changing({
  method: 'POST',
  path: '/api/clients/:clientId/assignment/keep',
  summary: 'Keeps a client who moved with the assigned specialist',
  params: clientParams,
  body: nothing,
  answer: done,
  handle: ({ services, caller, params }) => services.guidance.declineHandOver(caller, params),
});
