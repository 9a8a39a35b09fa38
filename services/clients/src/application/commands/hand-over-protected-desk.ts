import { accepted, refused } from '@tyovayla/kernel/result';
import type { Command } from '@tyovayla/runtime/command';
import { handlerUnchanged } from '../../domain/client/life-cycle-refusals.ts';
import { handsDesksOver } from '../access.ts';
import type { Succession } from '../life-cycle-ports.ts';
import type { ClientsPorts } from '../ports.ts';

export type HandOverProtectedDeskInput = { readonly fromHandlerId: string; readonly toHandlerId: string };

export type HandOverProtectedDeskCommand = Command<
  HandOverProtectedDeskInput,
  Record<string, never>,
  Succession,
  never,
  Record<string, never>
>;

/**
 * Decides that another handler serves the clients of one who is gone. Who decides sees no client and is told no number:
 * the answer is the same where there is nobody. The service follows by its own timers, client by client.
 */
export const handOverProtectedDeskCommand = ({ successions }: ClientsPorts): HandOverProtectedDeskCommand => ({
  name: 'HandOverProtectedDesk',
  access: handsDesksOver,
  load: async () => ({}),
  decide: (_, { fromHandlerId, toHandlerId }, { newId }) =>
    fromHandlerId === toHandlerId
      ? refused(handlerUnchanged())
      : accepted({ next: { successionId: newId(), fromHandlerId, toHandlerId }, facts: [], answer: {} }),
  save: ({ next }, _state, { actor, now, today }) => successions.decide(next, { actorId: actor.id, now, today }),
  publish: () => [],
  subjectOf: () => undefined,
});
