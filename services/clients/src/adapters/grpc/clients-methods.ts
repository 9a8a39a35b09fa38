import type { Clock } from '@tyovayla/kernel/clock';
import * as contract from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { accessMessage } from '@tyovayla/runtime/access-log';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { ruleDeskMethods } from '@tyovayla/runtime/grpc/rule-desk-methods';
import { pageSizeOf } from '@tyovayla/runtime/page';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { readEndJobSearch } from '../../application/commands/end-job-search.ts';
import { readRecordEmploymentStatus } from '../../application/commands/record-employment-status.ts';
import { readRecordProtectionOrder } from '../../application/commands/record-protection-order.ts';
import { readRecordSubsidyDays } from '../../application/commands/record-subsidy-days.ts';
import { readFindClientByIdentityCode } from '../../application/queries/find-client-by-identity-code.ts';
import type { ReadRegistration } from '../../application/read-registration.ts';
import type { ClientId } from '../../domain/client/client.ts';
import { endReasonFrom } from './contract-enums.ts';
import { extractMethods } from './extract-methods.ts';
import { identityMethods } from './identity-methods.ts';
import { areaMethods, protectionMethods } from './life-cycle-methods.ts';
import { networkMethods } from './network-methods.ts';
import { partMethods } from './part-methods.ts';
import {
  clientIdFrom,
  onClientFrom,
  protectionOrderFrom,
  reasonFrom,
  registrationFormFrom,
} from './request-mapping.ts';
import { clientSummaryTo, clientTo } from './view-mapping.ts';

type Commands = ClientsCatalogue['commands'];
type Queries = ClientsCatalogue['queries'];

const filled = <Name extends string>(name: Name, text: string): { readonly [Key in Name]?: string } =>
  (text === '' ? {} : { [name]: text }) as { readonly [Key in Name]?: string };

const commandMethods = (commands: Commands, readRegistration: ReadRegistration) => ({
  registerJobSeeker: commandMethod({
    command: commands.registerJobSeeker,
    request: contract.RegisterJobSeekerRequest,
    response: contract.RegisterJobSeekerResponse,
    input: (request) => readRegistration(registrationFormFrom(request)),
    answer: ({ startedOn, formerJobSearchId = '', ...ids }) => ({ ...ids, formerJobSearchId, startedDate: startedOn }),
  }),
  recordEmploymentStatus: commandMethod({
    command: commands.recordEmploymentStatus,
    request: contract.RecordEmploymentStatusRequest,
    response: contract.RecordEmploymentStatusResponse,
    input: (request) =>
      readRecordEmploymentStatus({
        ...onClientFrom(request),
        statusCode: request.statusCode,
        from: request.fromDate,
      }),
    answer: (version) => version,
  }),
  recordSubsidyDays: commandMethod({
    command: commands.recordSubsidyDays,
    request: contract.RecordSubsidyDaysRequest,
    response: contract.RecordSubsidyDaysResponse,
    input: (request) =>
      readRecordSubsidyDays({ ...onClientFrom(request), days: request.days, countedOn: request.countedOnDate }),
    answer: (version) => version,
  }),
  endJobSearch: commandMethod({
    command: commands.endJobSearch,
    request: contract.EndJobSearchRequest,
    response: contract.EndJobSearchResponse,
    input: (request) =>
      readEndJobSearch({
        ...onClientFrom(request),
        reason: endReasonFrom(request.reason),
        endedOn: request.endedDate,
      }),
    answer: (version) => version,
  }),
  recordProtectionOrder: commandMethod({
    command: commands.recordProtectionOrder,
    request: contract.RecordProtectionOrderRequest,
    response: contract.RecordProtectionOrderResponse,
    input: (request) =>
      readRecordProtectionOrder({ ...onClientFrom(request), order: protectionOrderFrom(request.protectionOrder) }),
    answer: (version) => version,
  }),
  liftProtectionOrder: commandMethod({
    command: commands.liftProtectionOrder,
    request: contract.LiftProtectionOrderRequest,
    response: contract.LiftProtectionOrderResponse,
    input: onClientFrom,
    answer: (version) => version,
  }),
});

const queryMethods = (queries: Queries) => ({
  getClient: queryMethod({
    query: queries.getClient,
    request: contract.GetClientRequest,
    response: contract.GetClientResponse,
    input: (request) => ({ ...reasonFrom(request), clientId: clientIdFrom(request.clientId) }),
    view: (record) => ({ client: clientTo(record) }),
  }),
  findClientByIdentityCode: queryMethod({
    query: queries.findClientByIdentityCode,
    request: contract.FindClientByIdentityCodeRequest,
    response: contract.FindClientByIdentityCodeResponse,
    input: (request) => readFindClientByIdentityCode({ ...reasonFrom(request), identityCode: request.identityCode }),
    view: (found) => ({
      client: found.kind === 'SHOWN' ? clientSummaryTo(found.row) : undefined,
      clientId: found.clientId,
      needRequired: found.kind === 'NEED_REQUIRED',
    }),
  }),
  listClients: queryMethod({
    query: queries.listClients,
    request: contract.ListClientsRequest,
    response: contract.ListClientsResponse,
    input: (request) => ({
      ...reasonFrom(request),
      ...filled('namePrefix', request.namePrefix.trim()),
      ...filled('municipalityCode', request.municipalityCode),
      ...filled('statusCode', request.statusCode),
      ...filled('pageToken', request.pageToken),
      ...(request.clientIds.length > 0 && { clientIds: request.clientIds.map((id) => id.toLowerCase() as ClientId) }),
      pageSize: pageSizeOf(request.pageSize),
    }),
    view: ({ rows, nextPageToken = '' }) => ({ clients: rows.map(clientSummaryTo), nextPageToken }),
  }),
  listClientAccesses: queryMethod({
    query: queries.listClientAccesses,
    request: contract.ListClientAccessesRequest,
    response: contract.ListClientAccessesResponse,
    input: (request) => ({
      ...reasonFrom(request),
      ...filled('pageToken', request.pageToken),
      clientId: clientIdFrom(request.clientId),
      pageSize: pageSizeOf(request.pageSize),
    }),
    view: ({ rows, nextPageToken = '' }) => ({ accesses: rows.map(accessMessage), nextPageToken }),
  }),
  replayEvents: queryMethod({
    query: queries.replayEvents,
    request: contract.ReplayEventsRequest,
    response: contract.ReplayEventsResponse,
    input: ({ replay }) => ({ aggregateId: replay?.aggregateId ?? '', fromVersion: replay?.fromVersion ?? 1 }),
    view: (replayed) => replayed,
  }),
});

const ruleCodecs = {
  describeRequest: contract.DescribeRulesRequest,
  describeResponse: contract.DescribeRulesResponse,
  explainRequest: contract.ExplainRuleRequest,
  explainResponse: contract.ExplainRuleResponse,
};

/** Every method of the contract, bound to what the catalogue holds. */
export const clientsMethods = (catalogue: ClientsCatalogue, readRegistration: ReadRegistration, clock: Clock) => ({
  ...commandMethods(catalogue.commands, readRegistration),
  ...queryMethods(catalogue.queries),
  ...areaMethods(catalogue, readRegistration),
  ...protectionMethods(catalogue),
  ...identityMethods(catalogue.commands),
  ...extractMethods(catalogue),
  ...networkMethods(catalogue),
  ...partMethods(catalogue, clock),
  ...ruleDeskMethods(catalogue.rules, ruleCodecs),
});
