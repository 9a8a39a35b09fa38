import { accepted } from '@tyovayla/kernel/result';
import type { Command } from '@tyovayla/runtime/command';
import type { ClientId } from '../../domain/client/client.ts';
import { firesTimers } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';

export type FollowSuccessionInput = { readonly successionId: string };

export type FollowSuccessionCommand = Command<
  FollowSuccessionInput,
  readonly ClientId[],
  readonly ClientId[],
  never,
  Record<string, never>
>;

/** Finds the clients of a handler who is gone, and sets a timer for each. By the service's own timer. */
export const followSuccessionCommand = ({ successions }: ClientsPorts): FollowSuccessionCommand => ({
  name: 'FollowSuccession',
  access: { ...firesTimers, dataGroup: 'protection-order' },
  load: async (tx, { successionId }) => {
    const succession = await successions.find(tx, successionId);
    return succession === undefined ? [] : successions.clientsOf(tx, succession.fromHandlerId);
  },
  decide: (clientIds) => accepted({ next: clientIds, facts: [], answer: {} }),
  save: ({ next }, _state, { newId, today, requestId }) => [
    ...next.map((clientId) => successions.handOverOn({ timerId: newId(), clientId, dueOn: today })),
    successions.followed(requestId),
  ],
  publish: () => [],
  subjectOf: () => undefined,
});
