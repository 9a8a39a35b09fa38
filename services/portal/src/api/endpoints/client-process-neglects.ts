import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import * as schemas from '../neglect-schemas.ts';
import { accessQuery, idText } from '../schemas.ts';
import { clientParams } from './clients.ts';

const neglectParams = z.strictObject({ clientId: idText, neglectId: idText });
const candidateParams = z.strictObject({ clientId: idText, candidateId: idText });

export const listNeglects = reading({
  method: 'GET',
  path: '/api/clients/:clientId/neglects',
  summary: 'Lists the client’s neglects, with what the system proposes and why',
  params: clientParams,
  query: accessQuery,
  answer: schemas.neglectList,
  handle: ({ services, caller, params, query }) => services.guidance.listNeglects(caller, { ...params, ...query }),
});

export const listNeglectCandidates = reading({
  method: 'GET',
  path: '/api/clients/:clientId/neglect-candidates',
  summary: 'Lists what looks like a neglect and waits for an official',
  params: clientParams,
  query: accessQuery,
  answer: schemas.candidateList,
  handle: ({ services, caller, params, query }) =>
    services.guidance.listNeglectCandidates(caller, { ...params, ...query }),
});

export const recordNeglect = changing({
  method: 'POST',
  path: '/api/clients/:clientId/neglects',
  summary: 'Records a neglect, from a candidate or directly',
  params: clientParams,
  body: schemas.recordNeglectBody,
  answer: schemas.recordedNeglect,
  handle: ({ services, caller, params, body }) => services.guidance.recordNeglect(caller, { ...params, ...body }),
});

export const dismissNeglectCandidate = changing({
  method: 'POST',
  path: '/api/clients/:clientId/neglect-candidates/:candidateId/dismiss',
  summary: 'Dismisses a candidate: it is no neglect',
  params: candidateParams,
  body: schemas.dismissBody,
  answer: schemas.done,
  handle: ({ services, caller, params, body }) =>
    services.guidance.dismissNeglectCandidate(caller, { ...params, ...body }),
});

export const openHearing = changing({
  method: 'POST',
  path: '/api/clients/:clientId/neglects/:neglectId/hearing',
  summary: 'Asks the client to explain a neglect, by a deadline',
  params: neglectParams,
  body: schemas.openHearingBody,
  answer: schemas.openedHearing,
  handle: ({ services, caller, params, body }) => services.guidance.openHearing(caller, { ...params, ...body }),
});

export const recordHearingAnswer = changing({
  method: 'POST',
  path: '/api/clients/:clientId/neglects/:neglectId/answer',
  summary: 'Records what the client says about a neglect',
  params: neglectParams,
  body: schemas.hearingAnswerBody,
  answer: schemas.changedNeglect,
  handle: ({ services, caller, params, body }) => services.guidance.recordHearingAnswer(caller, { ...params, ...body }),
});

export const assessReason = changing({
  method: 'POST',
  path: '/api/clients/:clientId/neglects/:neglectId/assess',
  summary: 'Records whether the reason is acceptable',
  params: neglectParams,
  body: schemas.assessReasonBody,
  answer: schemas.assessedReason,
  handle: ({ services, caller, params, body }) => services.guidance.assessReason(caller, { ...params, ...body }),
});
