import type { ClientsService, GuidanceService } from '../api/ports.ts';
import { accessReasonOf, guidanceReasonOf } from './access-reason.ts';
import type { ClientsCalls } from './clients-calls.ts';
import { filled } from './contract-codes.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { serviceCall } from './service-call.ts';

/** What the registry keeps of a client, over gRPC: fields as JSON values. */
export const extractGateway = (calls: Pick<ClientsCalls, 'extractClientData'>): Pick<ClientsService, 'extract'> => ({
  extract: async (caller, clientId, query) => {
    const request = { clientId, ...accessReasonOf(query) };
    const answer = await serviceCall(caller, 'clients', (options) => calls.extractClientData(request, options));
    return {
      extractedDate: answer.extractedDate,
      groups: answer.groups.map(({ code, purpose, specialCategory, legalBases, records }) => ({
        code,
        purpose,
        specialCategory,
        legalBases: legalBases.map(({ act, section }) => ({ act, ...filled({ section }) })),
        records: records.map(({ kind, fields }) => ({
          kind,
          fields: fields.map(({ name, valueJson }) => ({ name, value: JSON.parse(valueJson) as unknown })),
        })),
      })),
    };
  },
});

/** Guidance's own access log on a client, over gRPC. */
export const guidanceAccessGateway = (
  calls: Pick<GuidanceCalls, 'listClientAccesses'>,
): Pick<GuidanceService, 'accesses'> => ({
  accesses: async (caller, { clientId, pageSize, pageToken, ...query }) => {
    const request = { clientId, pageSize, pageToken, ...guidanceReasonOf(query) };
    const answer = await serviceCall(caller, 'guidance', (options) => calls.listClientAccesses(request, options));
    const accesses = answer.accesses.map(({ _unknownFields, ...access }) => access);
    return { accesses, ...filled({ nextPageToken: answer.nextPageToken }) };
  },
});
