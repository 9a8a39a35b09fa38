import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import * as schemas from '../expert-order-schemas.ts';
import { accessQuery, idText } from '../schemas.ts';
import { clientParams } from './clients.ts';

export const listExpertOrders = reading({
  method: 'GET',
  path: '/api/clients/:clientId/expert-orders',
  summary: 'Lists the experts’ hours ordered for a client, with what came of them',
  params: clientParams,
  query: accessQuery,
  answer: schemas.expertOrderList,
  handle: ({ services, caller, params, query }) => services.guidance.listExpertOrders(caller, { ...params, ...query }),
});

export const orderExpertAssessment = changing({
  method: 'POST',
  path: '/api/clients/:clientId/expert-orders',
  summary: 'Orders an expert’s hours for a client',
  params: clientParams,
  body: schemas.orderBody,
  answer: schemas.ordered,
  handle: ({ services, caller, params, body }) =>
    services.guidance.orderExpertAssessment(caller, { ...params, ...body }),
});

export const recordExpertResult = changing({
  method: 'POST',
  path: '/api/clients/:clientId/expert-orders/:expertOrderId/result',
  summary: 'Records what came of an order, once',
  params: z.strictObject({ clientId: idText, expertOrderId: idText }),
  body: schemas.resultBody,
  answer: schemas.changedOrder,
  handle: ({ services, caller, params, body }) => services.guidance.recordExpertResult(caller, { ...params, ...body }),
});
