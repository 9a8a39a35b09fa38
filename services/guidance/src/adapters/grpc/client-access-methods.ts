import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/client_access';
import { accessMessage } from '@tyovayla/runtime/access-log';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { pageSizeOf } from '@tyovayla/runtime/page';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import { askedOf } from './case-request.ts';

/** The contract's method for who has seen a client. */
export const clientAccessMethods = ({ queries }: Pick<GuidanceCatalogue, 'queries'>) => ({
  listClientAccesses: queryMethod({
    query: queries.listClientAccesses,
    request: contract.ListClientAccessesRequest,
    response: contract.ListClientAccessesResponse,
    input: (request) => ({
      ...askedOf(request),
      ...(request.pageToken !== '' && { pageToken: request.pageToken }),
      pageSize: pageSizeOf(request.pageSize),
    }),
    view: (view) => {
      const { rows, nextPageToken = '' } = shown(view);
      return { accesses: rows.map(accessMessage), nextPageToken };
    },
  }),
});
