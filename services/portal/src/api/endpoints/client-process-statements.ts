import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import { accessQuery, idText } from '../schemas.ts';
import * as schemas from '../statement-schemas.ts';
import { clientParams } from './clients.ts';

const statementParams = z.strictObject({ clientId: idText, statementId: idText });

export const listStatements = reading({
  method: 'GET',
  path: '/api/clients/:clientId/statements',
  summary: 'Lists the client’s statements with their delivery',
  params: clientParams,
  query: accessQuery,
  answer: schemas.statementList,
  handle: ({ services, caller, params, query }) => services.guidance.listStatements(caller, { ...params, ...query }),
});

export const listStatementChoices = reading({
  method: 'GET',
  path: '/api/statement-choices',
  summary: 'Lists the grounds, recipients and services that a statement may be written with',
  answer: schemas.statementChoices,
  handle: ({ services, caller }) => services.guidance.listStatementChoices(caller, {}),
});

export const issueStatement = changing({
  method: 'POST',
  path: '/api/clients/:clientId/statements',
  summary: 'Issues a statement to the payer, in the caller’s name',
  params: clientParams,
  body: schemas.statementBody,
  answer: schemas.issuedStatement,
  handle: ({ services, caller, params, body }) => services.guidance.issueStatement(caller, { ...params, ...body }),
});

export const replaceStatement = changing({
  method: 'POST',
  path: '/api/clients/:clientId/statements/:statementId/replace',
  summary: 'Corrects a statement by a new one',
  params: statementParams,
  body: schemas.statementBody,
  answer: schemas.issuedStatement,
  handle: ({ services, caller, params, body }) => services.guidance.replaceStatement(caller, { ...params, ...body }),
});

export const meetWorkObligation = changing({
  method: 'POST',
  path: '/api/clients/:clientId/statements/:statementId/work',
  summary: 'Records work or services towards a work obligation',
  params: statementParams,
  body: schemas.workBody,
  answer: schemas.recordedWork,
  handle: ({ services, caller, params, body }) => services.guidance.meetWorkObligation(caller, { ...params, ...body }),
});
