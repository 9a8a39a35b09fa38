import { accessReportOf } from '../access-report.ts';
import { accessReport, extract } from '../access-report-schemas.ts';
import { extractOf } from '../client-extract.ts';
import { reading } from '../endpoint.ts';
import { accessQuery } from '../schemas.ts';
import { clientParams } from './clients.ts';

const pageSize = 100;

export const getAccessReport = reading({
  method: 'GET',
  path: '/api/clients/:clientId/access-report',
  summary: 'Tells who has seen or changed the client’s data in any service, the newest first',
  params: clientParams,
  query: accessQuery,
  answer: accessReport,
  handle: ({ services, caller, params: { clientId }, query }) =>
    accessReportOf(
      (pageToken) => services.clients.accesses(caller, clientId, { ...query, pageSize, pageToken }),
      (pageToken) => services.guidance.accesses(caller, { ...query, clientId, pageSize, pageToken }),
    ),
});

export const extractClientData = reading({
  method: 'GET',
  path: '/api/clients/:clientId/extract',
  summary: 'Takes out everything that is kept of the client in any service, by group with legal basis and purpose',
  params: clientParams,
  query: accessQuery,
  answer: extract,
  handle: ({ services, caller, params: { clientId }, query }) =>
    extractOf(
      () => services.clients.extract(caller, clientId, query),
      () => services.guidance.extract(caller, clientId, query),
    ),
});
