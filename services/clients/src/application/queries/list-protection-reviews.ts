import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import type { ClientId } from '../../domain/client/client.ts';
import { changesProtection } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';

/** A client whose protection was granted for a period that is over: the population register wants asking. */
export type ProtectionReview = { readonly clientId: ClientId; readonly validTo: LocalDate; readonly handlerId: string };

/**
 * Lists a handler's tasks: their own clients whose granted period is over. It unmasks nobody; only a lift on the
 * population register's word does (handbook 1.6 (7)).
 */
export const listProtectionReviewsQuery = ({
  reader,
}: ClientsPorts): Query<Record<string, never>, readonly ProtectionReview[]> => ({
  name: 'ListProtectionReviews',
  access: changesProtection,
  load: async (sql, _input, { actor, today }) => {
    const reviews = await reader.protectionReviews(sql, today);
    return accepted(reviews.filter(({ handlerId }) => handlerId === actor.id));
  },
  othersShown: (reviews) => reviews.map(({ clientId }) => clientId),
});
