import * as schemas from '../benefit-schemas.ts';
import { changing, reading } from '../endpoint.ts';
import { accessQuery } from '../schemas.ts';
import { clientParams } from './clients.ts';

export const listBenefits = reading({
  method: 'GET',
  path: '/api/clients/:clientId/benefits',
  summary: 'Lists which unemployment benefits the client gets, as recorded',
  params: clientParams,
  query: accessQuery,
  answer: schemas.benefitList,
  handle: ({ services, caller, params, query }) => services.guidance.listBenefits(caller, { ...params, ...query }),
});

export const recordBenefit = changing({
  method: 'POST',
  path: '/api/clients/:clientId/benefits',
  summary: 'Records which unemployment benefit the client gets; general support begins the activation period',
  params: clientParams,
  body: schemas.benefitBody,
  answer: schemas.recordedBenefit,
  handle: ({ services, caller, params, body }) => services.guidance.recordBenefit(caller, { ...params, ...body }),
});
