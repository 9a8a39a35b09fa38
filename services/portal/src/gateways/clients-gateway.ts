import { JobSearchEndReason } from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { GrpcCalls } from '@tyovayla/runtime/grpc/client';
import type { CallOptions } from '@tyovayla/runtime/grpc/transport';
import type { Caller, ClientsService } from '../api/ports.ts';
import type { RecordService } from '../api/record-ports.ts';
import { extractGateway } from './access-gateway.ts';
import { accessReasonOf } from './access-reason.ts';
import { clientNamesGateway } from './client-names-gateway.ts';
import { clientView, endReasonPrefix, orderMessage, registerMessage, summaryView } from './client-view.ts';
import { contractValue, filled } from './contract-codes.ts';
import { profileGateway } from './profile-gateway.ts';
import { recordChangesGateway } from './record-changes-gateway.ts';
import { recordPartsGateway } from './record-parts-gateway.ts';
import { ruleDeskGateway } from './rule-desk-gateway.ts';
import { serviceCall } from './service-call.ts';

type Calls = GrpcCalls<ClientsServiceService>;

const present = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('the service answered without the client');
  return value;
};

const asking = <Answer>(caller: Caller, call: (options: CallOptions) => Promise<Answer>): Promise<Answer> =>
  serviceCall(caller, 'clients', call);

type Reading = Pick<ClientsService, 'find' | 'get' | 'list' | 'accesses'>;

const reading = (calls: Calls): Reading => ({
  find: async (caller, { identityCode, ...query }) => {
    const request = { identityCode, ...accessReasonOf(query) };
    const answer = await asking(caller, (options) => calls.findClientByIdentityCode(request, options));
    const { clientId, needRequired, client } = answer;
    return { clientId, needRequired, ...(client && { client: summaryView(client) }) };
  },
  get: async (caller, clientId, query) => {
    const request = { clientId, ...accessReasonOf(query) };
    const answer = await asking(caller, (options) => calls.getClient(request, options));
    return clientView(present(answer.client));
  },
  list: async (caller, { name, municipality = '', status = '', pageSize, pageToken, ...query }) => {
    const filter = { namePrefix: name, municipalityCode: municipality, statusCode: status, clientIds: [] };
    const request = { ...filter, pageSize, pageToken, ...accessReasonOf(query) };
    const { clients, nextPageToken } = await asking(caller, (options) => calls.listClients(request, options));
    return { clients: clients.map(summaryView), ...filled({ nextPageToken }) };
  },
  accesses: async (caller, clientId, { pageSize, pageToken, ...query }) => {
    const request = { clientId, pageSize, pageToken, ...accessReasonOf(query) };
    const answer = await asking(caller, (options) => calls.listClientAccesses(request, options));
    const accesses = answer.accesses.map(({ _unknownFields, ...access }) => access);
    return { accesses, ...filled({ nextPageToken: answer.nextPageToken }) };
  },
});

type Changing = Omit<
  ClientsService,
  keyof Reading | keyof RecordService | 'extract' | 'names' | 'profilePublication' | 'describeRules' | 'explainRule'
>;

const changing = (calls: Calls): Changing => ({
  register: async (change, body) => {
    const request = registerMessage(change.requestId, body);
    const answer = await asking(change, (options) => calls.registerJobSeeker(request, options));
    const { clientId, jobSearchId, startedDate, formerJobSearchId } = answer;
    return { clientId, jobSearchId, startedDate, ...filled({ formerJobSearchId }) };
  },
  recordStatus: async (change, clientId, body) => {
    const request = { requestId: change.requestId, clientId, ...body };
    const { version } = await asking(change, (options) => calls.recordEmploymentStatus(request, options));
    return { version };
  },
  endJobSearch: async (change, clientId, { reason, endedDate, expectedVersion }) => {
    const request = {
      requestId: change.requestId,
      clientId,
      reason: contractValue(JobSearchEndReason, endReasonPrefix, reason),
      endedDate,
      expectedVersion,
    };
    const { version } = await asking(change, (options) => calls.endJobSearch(request, options));
    return { version };
  },
  recordProtectionOrder: async (change, clientId, order) => {
    const request = { requestId: change.requestId, clientId, protectionOrder: orderMessage(order) };
    const { version } = await asking(change, (options) => calls.recordProtectionOrder(request, options));
    return { version };
  },
  liftProtectionOrder: async (change, clientId) => {
    const request = { requestId: change.requestId, clientId };
    const { version } = await asking(change, (options) => calls.liftProtectionOrder(request, options));
    return { version };
  },
});

/** The client registry over gRPC, as the API needs it. */
export const clientsGateway = (calls: Calls): ClientsService => ({
  ...ruleDeskGateway('clients', calls),
  ...reading(calls),
  ...clientNamesGateway(calls),
  ...profileGateway(calls),
  ...extractGateway(calls),
  ...recordPartsGateway(calls),
  ...recordChangesGateway(calls),
  ...changing(calls),
});
