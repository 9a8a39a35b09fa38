import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import * as profiles from '../profile-schemas.ts';
import * as schemas from '../record-schemas.ts';
import { accessQuery } from '../schemas.ts';
import { clientParams } from './clients.ts';

export const getProfile = reading({
  method: 'GET',
  path: '/api/clients/:clientId/profile',
  summary: 'Gets the client’s job-applicant profile and what of it is published',
  params: clientParams,
  query: accessQuery,
  answer: profiles.profileAnswer,
  handle: ({ services, caller, params, query }) => services.clients.getProfile(caller, { ...params, ...query }),
});

export const recordProfile = changing({
  method: 'POST',
  path: '/api/clients/:clientId/profile',
  summary: 'Records the whole profile as it is from now on',
  params: clientParams,
  body: profiles.recordProfileBody,
  answer: profiles.changedProfile,
  handle: ({ services, caller, params, body }) => services.clients.recordProfile(caller, { ...params, ...body }),
});

export const publishProfile = changing({
  method: 'POST',
  path: '/api/clients/:clientId/profile/publish',
  summary: 'Publishes parts of the profile as the client wishes',
  params: clientParams,
  body: profiles.publishProfileBody,
  answer: profiles.changedProfile,
  handle: ({ services, caller, params, body }) => services.clients.publishProfile(caller, { ...params, ...body }),
});

export const publishMinimumProfile = changing({
  method: 'POST',
  path: '/api/clients/:clientId/profile/publish-minimum',
  summary: 'Publishes the minimum profile on the authority’s behalf',
  params: clientParams,
  body: profiles.minimumProfileBody,
  answer: profiles.changedProfile,
  handle: ({ services, caller, params, body }) =>
    services.clients.publishMinimumProfile(caller, { ...params, ...body }),
});

export const withdrawProfile = changing({
  method: 'POST',
  path: '/api/clients/:clientId/profile/withdraw',
  summary: 'Publishes the profile no longer',
  params: clientParams,
  body: z.strictObject({}),
  answer: profiles.changedProfile,
  handle: ({ services, caller, params }) => services.clients.withdrawProfile(caller, params),
});

export const getWorkAbility = reading({
  method: 'GET',
  path: '/api/clients/:clientId/work-ability',
  summary: 'Gets the work-ability assessment for a stated purpose, which stands in the access log',
  params: clientParams,
  query: schemas.workAbilityQuery,
  answer: schemas.workAbilityAnswer,
  handle: ({ services, caller, params, query }) => services.clients.getWorkAbility(caller, { ...params, ...query }),
});

export const recordWorkAbility = changing({
  method: 'POST',
  path: '/api/clients/:clientId/work-ability',
  summary: 'Records a work-ability assessment for a stated purpose',
  params: clientParams,
  body: schemas.workAbilityBody,
  answer: schemas.changedWorkAbility,
  handle: ({ services, caller, params, body }) => services.clients.recordWorkAbility(caller, { ...params, ...body }),
});

export const listConsents = reading({
  method: 'GET',
  path: '/api/clients/:clientId/consents',
  summary: 'Lists the client’s consents',
  params: clientParams,
  query: accessQuery,
  answer: schemas.consentList,
  handle: ({ services, caller, params, query }) => services.clients.listConsents(caller, { ...params, ...query }),
});

export const giveConsent = changing({
  method: 'POST',
  path: '/api/clients/:clientId/consents',
  summary: 'Records the client’s consent to a disclosure',
  params: clientParams,
  body: schemas.consentBody,
  answer: schemas.consentGiven,
  handle: ({ services, caller, params, body }) => services.clients.giveConsent(caller, { ...params, ...body }),
});

export const withdrawConsent = changing({
  method: 'POST',
  path: '/api/clients/:clientId/consents/:consentId/withdraw',
  summary: 'Records that the client withdraws a consent',
  params: schemas.consentParams,
  body: z.strictObject({}),
  answer: schemas.consentGiven,
  handle: ({ services, caller, params }) => services.clients.withdrawConsent(caller, params),
});

export const listInformationReceipts = reading({
  method: 'GET',
  path: '/api/clients/:clientId/information-receipts',
  summary: 'Lists what the client was informed of',
  params: clientParams,
  query: accessQuery,
  answer: schemas.receiptList,
  handle: ({ services, caller, params, query }) =>
    services.clients.listInformationReceipts(caller, { ...params, ...query }),
});

export const recordInformationReceipt = changing({
  method: 'POST',
  path: '/api/clients/:clientId/information-receipts',
  summary: 'Records that the client was informed of rights and duties',
  params: clientParams,
  body: schemas.receiptBody,
  answer: schemas.receiptRecorded,
  handle: ({ services, caller, params, body }) =>
    services.clients.recordInformationReceipt(caller, { ...params, ...body }),
});
