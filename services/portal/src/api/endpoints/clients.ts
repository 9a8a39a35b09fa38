import { z } from 'zod';
import { reading } from '../endpoint.ts';
import { ProblemError } from '../problem.ts';
import {
  accessesQuery,
  accessList,
  accessQuery,
  client,
  clientList,
  findBody,
  foundClient,
  type InitialInterviewView,
  idText,
  initialInterview,
  listQuery,
} from '../schemas.ts';

export const clientParams = z.strictObject({ clientId: idText });

export const listClients = reading({
  method: 'GET',
  path: '/api/clients',
  summary: 'Lists the clients whom the caller serves, by name prefix, municipality and status',
  query: listQuery,
  answer: clientList,
  handle: ({ services, caller, query }) => services.clients.list(caller, query),
});

export const findClient = reading({
  method: 'POST',
  path: '/api/clients/find',
  summary: 'Finds the client with an identity code; of one whom the caller does not serve the id alone',
  body: findBody,
  answer: foundClient,
  handle: ({ services, caller, body }) => services.clients.find(caller, body),
});

export const getClient = reading({
  method: 'GET',
  path: '/api/clients/:clientId',
  summary: 'Gets one client. Not found also where the caller may not know that the client exists',
  params: clientParams,
  query: accessQuery,
  answer: client,
  handle: ({ services, caller, params, query }) => services.clients.get(caller, params.clientId, query),
});

export const listClientAccesses = reading({
  method: 'GET',
  path: '/api/clients/:clientId/accesses',
  summary: 'Lists who has seen or changed the client’s data, the newest first',
  params: clientParams,
  query: accessesQuery,
  answer: accessList,
  handle: ({ services, caller, params, query }) => services.clients.accesses(caller, params.clientId, query),
});

/** What to show where guidance says no: the client's page stays usable without it. */
const withoutInterview = (error: unknown): InitialInterviewView => {
  if (!(error instanceof ProblemError)) throw error;
  const { status } = error.problem;
  if (status === 404 || status === 403) return { state: 'NONE' };
  if (status >= 500) return { state: 'UNAVAILABLE' };
  throw error;
};

export const getInitialInterview = reading({
  method: 'GET',
  path: '/api/clients/:clientId/initial-interview',
  summary: 'Tells when the initial interview is due; says so where guidance cannot tell',
  params: clientParams,
  query: accessQuery,
  answer: initialInterview,
  handle: ({ services, caller, params, query }) =>
    services.guidance.initialInterview(caller, params.clientId, query).catch(withoutInterview),
});
