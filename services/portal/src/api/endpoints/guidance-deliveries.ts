import { z } from 'zod';
import { resent, statementParams, undeliveredList } from '../delivery-schemas.ts';
import { changing, reading } from '../endpoint.ts';
import { pageQuery } from '../schemas.ts';

export const listUndeliveredStatements = reading({
  method: 'GET',
  path: '/api/undelivered-statements',
  summary: 'Lists statements that have not reached their payer, the oldest first',
  query: pageQuery,
  answer: undeliveredList,
  handle: ({ services, caller, query }) => services.guidance.undeliveredStatements(caller, query),
});

export const resendStatement = changing({
  method: 'POST',
  path: '/api/clients/:clientId/statements/:statementId/resend',
  summary: 'Sends an undelivered statement again, now',
  params: statementParams,
  body: z.strictObject({}),
  answer: resent,
  handle: ({ services, caller, params }) => services.guidance.resendStatement(caller, params),
});
