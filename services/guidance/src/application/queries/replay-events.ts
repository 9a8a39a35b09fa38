import { accepted } from '@tyovayla/kernel/result';
import type { Query } from '@tyovayla/runtime/query';
import { asksForFacts } from '../access.ts';
import type { GuidancePorts } from '../ports.ts';

export type ReplayEventsInput = { readonly aggregateId: string; readonly fromVersion: number };

export type ReplayedEvents = { readonly events: number };

/** Publishes facts of one client again for a receiver that misses some; asking twice harms nothing. */
export const replayEventsQuery = ({
  outbox,
}: Pick<GuidancePorts, 'outbox'>): Query<ReplayEventsInput, ReplayedEvents> => ({
  name: 'ReplayEvents',
  access: asksForFacts,
  load: async (sql, facts) => accepted({ events: await outbox.replay(sql, facts) }),
});
