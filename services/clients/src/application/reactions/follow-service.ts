import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { ClientId } from '../../domain/client/client.ts';
import type { ServiceAssigned, ServiceNews } from '../../domain/client/service-news.ts';
import type { ServingRecords } from '../serving-ports.ts';

type Assignments = { readonly assigned: Map<ClientId, ServiceAssigned>; readonly released: Set<ClientId> };

/** Who serves each client after all of the news: one row is written once. */
const assignmentsAfter = (news: readonly ServiceNews[]): Assignments => {
  const assigned = new Map<ClientId, ServiceAssigned>();
  const released = new Set<ClientId>();
  for (const one of news) {
    if (one.kind === 'ServiceAssigned') {
      assigned.set(one.clientId, one);
      released.delete(one.clientId);
    }
    if (one.kind !== 'ServiceReleased') continue;
    const { specialistId: _specialist, ...team } = assigned.get(one.clientId) ?? {};
    if ('kind' in team) assigned.set(one.clientId, team);
    else released.add(one.clientId);
  }
  return { assigned, released };
};

const writesOf = (serving: ServingRecords, news: ServiceNews): readonly Write[] => {
  switch (news.kind) {
    case 'NeedOpened':
      return [serving.openNeed(news.need)];
    case 'SubstituteSet':
      return [serving.setSubstitute(news)];
    case 'SubstitutionEnded':
      return [serving.endSubstitution(news)];
    case 'TeamComposed':
      return serving.compose(news);
    default:
      return [];
  }
};

/**
 * Follows who serves whom, in the consumer's transaction. A client whom the registry doesn't know is none of its
 * business to doubt: guidance may tell of one who went into another record since.
 */
export const followService =
  (serving: ServingRecords) =>
  async (tx: Tx, news: readonly ServiceNews[]): Promise<void> => {
    const { assigned, released } = assignmentsAfter(news);
    const both = [
      ...(assigned.size > 0 ? [serving.assign([...assigned.values()])] : []),
      ...(released.size > 0 ? [serving.release([...released])] : []),
    ];
    if (both.length > 0) await tx.write(both);
    // One after the other: all writes of one statement see what was there before it, and some are of one row.
    for (const one of news) {
      for (const write of writesOf(serving, one)) await tx.write([write]);
    }
  };
