import type { Query } from '@tyovayla/runtime/query';
import type { KeptReceipt } from '../../domain/information/information-receipt.ts';
import { usesReceipts } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { clientPartQuery, type OfClient, type PartView } from './client-part-query.ts';

/** Shows what a client was informed of, the newest first. */
export const listInformationReceiptsQuery = (ports: ClientsPorts): Query<OfClient, PartView<readonly KeptReceipt[]>> =>
  clientPartQuery(ports, {
    name: 'ListInformationReceipts',
    access: usesReceipts,
    load: (sql, clientId) => ports.parts.receipts.list(sql, clientId),
  });
