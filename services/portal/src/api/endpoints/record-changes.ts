import { changing, reading } from '../endpoint.ts';
import * as schemas from '../record-schemas.ts';
import { clientParams } from './clients.ts';

export const correctContactData = changing({
  method: 'POST',
  path: '/api/clients/:clientId/contact',
  summary: 'Corrects how the authority reaches the client',
  params: clientParams,
  body: schemas.contactBody,
  answer: schemas.changedRecord,
  handle: ({ services, caller, params, body }) => services.clients.correctContactData(caller, { ...params, ...body }),
});

export const correctName = changing({
  method: 'POST',
  path: '/api/clients/:clientId/name',
  summary: 'Corrects the client’s name',
  params: clientParams,
  body: schemas.nameBody,
  answer: schemas.changedRecord,
  handle: ({ services, caller, params, body }) => services.clients.correctName(caller, { ...params, ...body }),
});

export const changeServiceLanguage = changing({
  method: 'POST',
  path: '/api/clients/:clientId/service-language',
  summary: 'Changes the language of service and the need of an interpreter',
  params: clientParams,
  body: schemas.languageBody,
  answer: schemas.changedRecord,
  handle: ({ services, caller, params, body }) =>
    services.clients.changeServiceLanguage(caller, { ...params, ...body }),
});

export const changeIdentityCode = changing({
  method: 'POST',
  path: '/api/clients/:clientId/identity-code',
  summary: 'Records that the person’s identity code is another; the old one still finds them',
  params: clientParams,
  body: schemas.identityCodeBody,
  answer: schemas.changedRecord,
  handle: ({ services, caller, params, body }) => services.clients.changeIdentityCode(caller, { ...params, ...body }),
});

export const moveClient = changing({
  method: 'POST',
  path: '/api/clients/:clientId/move',
  summary: 'Records that the client lives in another municipality of the area, or abroad',
  params: clientParams,
  body: schemas.moveBody,
  answer: schemas.changedRecord,
  handle: ({ services, caller, params, body }) => services.clients.moveClient(caller, { ...params, ...body }),
});

export const transferClientOut = changing({
  method: 'POST',
  path: '/api/clients/:clientId/transfer',
  summary: 'Hands the running job search over to another employment area',
  params: clientParams,
  body: schemas.transferBody,
  answer: schemas.transferred,
  handle: ({ services, caller, params, body }) => services.clients.transferClientOut(caller, { ...params, ...body }),
});

export const reassignProtectedHandler = changing({
  method: 'POST',
  path: '/api/clients/:clientId/protection-order/handler',
  summary: 'Hands a client under protection over to another handler',
  params: clientParams,
  body: schemas.handlerBody,
  answer: schemas.changedRecord,
  handle: ({ services, caller, params, body }) =>
    services.clients.reassignProtectedHandler(caller, { ...params, ...body }),
});

export const prolongProtectionOrder = changing({
  method: 'POST',
  path: '/api/clients/:clientId/protection-order/prolong',
  summary: 'Records that the population register has prolonged the protection order',
  params: clientParams,
  body: schemas.prolongBody,
  answer: schemas.changedRecord,
  handle: ({ services, caller, params, body }) =>
    services.clients.prolongProtectionOrder(caller, { ...params, ...body }),
});

export const recordContactAddress = changing({
  method: 'POST',
  path: '/api/clients/:clientId/contact-address',
  summary: 'Records where post may go, not covered by a protection order',
  params: clientParams,
  body: schemas.contactAddressBody,
  answer: schemas.changedRecord,
  handle: ({ services, caller, params, body }) => services.clients.recordContactAddress(caller, { ...params, ...body }),
});

export const listProtectionReviews = reading({
  method: 'GET',
  path: '/api/protection-reviews',
  summary: 'Lists the caller’s clients whose granted period of protection is over',
  answer: schemas.reviewList,
  handle: ({ services, caller }) => services.clients.listProtectionReviews(caller, {}),
});
