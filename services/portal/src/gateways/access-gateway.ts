import type { ExtractClientDataResponse } from '@tyovayla/proto/tyovayla/clients/v1/extract';
import type { ExtractPart } from '../api/access-report-schemas.ts';
import type { ClientsService, GuidanceService } from '../api/ports.ts';
import { accessReasonOf, guidanceReasonOf } from './access-reason.ts';
import type { ClientsCalls } from './clients-calls.ts';
import { filled } from './contract-codes.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { serviceCall } from './service-call.ts';

/** What a service keeps of a client, in the shape that both contracts have: fields as JSON values. */
const extractFrom = ({ extractedDate, groups }: ExtractClientDataResponse): ExtractPart => ({
  extractedDate,
  groups: groups.map(({ code, purpose, specialCategory, legalBases, records }) => ({
    code,
    purpose,
    specialCategory,
    legalBases: legalBases.map(({ act, section }) => ({ act, ...filled({ section }) })),
    records: records.map(({ kind, fields }) => ({
      kind,
      fields: fields.map(({ name, valueJson }) => ({ name, value: JSON.parse(valueJson) as unknown })),
    })),
  })),
});

/** What the registry keeps of a client, over gRPC. */
export const extractGateway = (calls: Pick<ClientsCalls, 'extractClientData'>): Pick<ClientsService, 'extract'> => ({
  extract: async (caller, clientId, query) => {
    const request = { clientId, ...accessReasonOf(query) };
    return extractFrom(await serviceCall(caller, 'clients', (options) => calls.extractClientData(request, options)));
  },
});

/** What guidance keeps of a client, over gRPC. */
export const guidanceExtractGateway = (
  calls: Pick<GuidanceCalls, 'extractClientData'>,
): Pick<GuidanceService, 'extract'> => ({
  extract: async (caller, clientId, query) => {
    const request = { clientId, ...guidanceReasonOf(query) };
    return extractFrom(await serviceCall(caller, 'guidance', (options) => calls.extractClientData(request, options)));
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
