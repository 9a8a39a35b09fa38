import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { AreaCode } from '../../domain/client/job-search.ts';
import { exchangesCases } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';

/** A case that waits for the receiving area. Nothing of the person. */
export type PendingHandOver = {
  readonly transferId: string;
  readonly toArea: AreaCode;
  readonly transferredOn: LocalDate;
};

export type ListHandOversInput = { readonly limit: number };

/** Lists the cases that receiving areas have not acknowledged, the oldest first. */
export const listHandOversQuery = ({
  handOvers,
}: ClientsPorts): Query<ListHandOversInput, readonly PendingHandOver[]> => ({
  name: 'ListHandOvers',
  access: exchangesCases,
  load: async (sql, { limit }) => accepted(await handOvers.pending(sql, limit)),
});
