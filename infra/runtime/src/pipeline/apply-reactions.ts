import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Tx } from '@tyovayla/kernel/sql';
import type { AnyReaction } from '../reaction.ts';
import { spanOfReaction } from '../telemetry/spans.ts';

/**
 * The effect of received facts: each is given to the reactions to its type, in order, in the consumer's
 * transaction. A type that nobody reacts to is passed over. What a reaction throws is thrown.
 */
export const applyReactions = (
  reactions: readonly AnyReaction[],
): ((tx: Tx, events: readonly ReceivedEvent[]) => Promise<void>) => {
  const byType = new Map<string, AnyReaction[]>();
  for (const reaction of reactions) {
    byType.set(reaction.on, [...(byType.get(reaction.on) ?? []), reaction]);
  }
  const applyOne = async (tx: Tx, received: ReceivedEvent, reaction: AnyReaction): Promise<void> => {
    const span = spanOfReaction(reaction.name, received);
    try {
      await reaction.react(tx, reaction.decode(received.body), received);
      span?.end('OK');
    } catch (error) {
      span?.end('FAULT');
      throw error;
    }
  };
  return async (tx, events) => {
    for (const received of events) {
      for (const reaction of byType.get(received.type) ?? []) await applyOne(tx, received, reaction);
    }
  };
};
