import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/extract';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import type { KeptRow } from '../../application/extract-ports.ts';
import type { ClientExtract } from '../../application/queries/extract-client-data.ts';
import { askedOf } from './case-request.ts';

const recordTo = ({ kind, fields }: KeptRow): contract.ExtractedRecord => ({
  kind,
  fields: Object.entries(fields).map(([name, value]) => ({ name, valueJson: JSON.stringify(value) })),
});

const groupTo = ({ group, rows }: ClientExtract['groups'][number]): contract.ExtractedGroup => ({
  code: group.code,
  purpose: group.purpose,
  legalBases: group.legalBasis.map(({ act, section }) => ({ act, section })),
  specialCategory: group.specialCategory,
  records: rows.map(recordTo),
});

/** The method of the contract that takes out everything that guidance keeps of a client. */
export const extractMethods = ({ queries }: GuidanceCatalogue) => ({
  extractClientData: queryMethod({
    query: queries.extractClientData,
    request: contract.ExtractClientDataRequest,
    response: contract.ExtractClientDataResponse,
    input: askedOf,
    view: (view) => {
      const { extractedOn, groups } = shown(view);
      return { extractedDate: extractedOn, groups: groups.map(groupTo) };
    },
  }),
});
