import { changing, reading } from '../endpoint.ts';
import { accessOpened, needBody, needList, needsQuery } from '../staffing-schemas.ts';
import { clientParams } from './clients.ts';

export const openAccess = changing({
  method: 'POST',
  path: '/api/clients/:clientId/needs',
  summary: 'States a need for the data of a client whom the caller does not serve; opens it for some hours',
  params: clientParams,
  body: needBody,
  answer: accessOpened,
  handle: ({ services, caller, params, body }) => services.guidance.openAccess(caller, params.clientId, body),
});

export const listOpenNeeds = reading({
  method: 'GET',
  path: '/api/needs',
  summary: 'Lists stated needs, the newest first, for service managers',
  query: needsQuery,
  answer: needList,
  handle: ({ services, caller, query }) => services.guidance.openNeeds(caller, query),
});
