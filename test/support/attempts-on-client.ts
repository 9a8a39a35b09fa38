import { randomUUID } from 'node:crypto';
import { attemptsOnAssignment } from './attempts-on-assignment.ts';
import { attemptsOnMeetings } from './attempts-on-meetings.ts';
import { attemptsOnParts } from './attempts-on-parts.ts';
import { attemptsOnPlans } from './attempts-on-plans.ts';
import { attemptsOnRecord } from './attempts-on-record.ts';
import { attemptsOnStatements } from './attempts-on-statements.ts';
import type { Page, Visitor } from './portal-visit.ts';
import type { Call, DataServiceName } from './service-calls.ts';

const today = '2026-11-24';

/** ACCESS_REASON_CLIENT_SERVICE. */
const accessReason = 1;

/** All that guidance shows of one client, with the reason that only the client's handler is asked for. */
const reasonedAttempts: Readonly<Record<string, (clientId: string) => readonly [DataServiceName, Call]>> =
  Object.fromEntries(
    [
      'GetInitialInterview',
      'GetAssignment',
      'ListMeetings',
      'GetServiceNeed',
      'GetProfileDuty',
      'ListBenefits',
      'ListPlans',
      'GetObligation',
      'ListNeglects',
      'ListNeglectCandidates',
      'ListStatements',
      'ListExpertOrders',
      'ExtractClientData',
    ].map((method) => [
      `${method} with a reason`,
      (clientId) => ['guidance', { method, request: { clientId, accessReason } }],
    ]),
  );

/** What a specialist may try on one client. The same request each time, but for the client and the request's id. */
export const attempts: Readonly<Record<string, (clientId: string) => readonly [DataServiceName, Call]>> = {
  GetClient: (clientId) => ['clients', { method: 'GetClient', request: { clientId } }],
  'GetClient in capital letters': (clientId) => [
    'clients',
    { method: 'GetClient', request: { clientId: clientId.toUpperCase() } },
  ],
  ListClientAccesses: (clientId) => [
    'clients',
    { method: 'ListClientAccesses', request: { clientId, pageSize: 5, pageToken: '' } },
  ],
  RecordEmploymentStatus: (clientId) => [
    'clients',
    {
      method: 'RecordEmploymentStatus',
      request: { requestId: randomUUID(), clientId, statusCode: '01', fromDate: today, expectedVersion: 0 },
    },
  ],
  'RecordEmploymentStatus of a version': (clientId) => [
    'clients',
    {
      method: 'RecordEmploymentStatus',
      request: { requestId: randomUUID(), clientId, statusCode: '02', fromDate: '2030-01-01', expectedVersion: 99 },
    },
  ],
  RecordSubsidyDays: (clientId) => [
    'clients',
    {
      method: 'RecordSubsidyDays',
      request: { requestId: randomUUID(), clientId, days: 0, countedOnDate: today },
    },
  ],
  EndJobSearch: (clientId) => [
    'clients',
    {
      method: 'EndJobSearch',
      request: { requestId: randomUUID(), clientId, reason: 1, endedDate: today, expectedVersion: 0 },
    },
  ],
  'ListClients from the client on': (clientId) => [
    'clients',
    {
      method: 'ListClients',
      request: {
        namePrefix: '',
        municipalityCode: '',
        statusCode: '',
        pageSize: 3,
        pageToken: clientId,
        clientIds: [],
      },
    },
  ],
  ...attemptsOnAssignment,
  ...attemptsOnMeetings,
  ...attemptsOnParts,
  ...attemptsOnRecord,
  ...attemptsOnPlans,
  ...attemptsOnStatements,
  GetInitialInterview: (clientId) => ['guidance', { method: 'GetInitialInterview', request: { clientId } }],
  ...reasonedAttempts,
};

/** What a specialist may ask the portal about one client. */
export const pages: Readonly<Record<string, (visitor: Visitor, clientId: string) => Promise<Page>>> = {
  'the client': (visitor, id) => visitor.get(`/api/clients/${id}`),
  'who has seen the client': (visitor, id) => visitor.get(`/api/clients/${id}/accesses`),
  'the initial interview': (visitor, id) => visitor.get(`/api/clients/${id}/initial-interview`),
  'the page itself': (visitor, id) => visitor.get(`/clients/${id}`),
  'another status': (visitor, id) =>
    visitor.post(`/api/clients/${id}/employment-status`, { statusCode: '01', fromDate: today }),
  'the end of the job search': (visitor, id) =>
    visitor.post(`/api/clients/${id}/end-job-search`, { reason: 'OTHER', endedDate: today }),
  'the list from the client on': (visitor, id) => visitor.get(`/api/clients?pageSize=3&pageToken=${id}`),
};
