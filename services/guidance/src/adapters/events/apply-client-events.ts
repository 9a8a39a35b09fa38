import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Tx } from '@tyovayla/kernel/sql';
import { type AnyCaseReaction, applyCaseNews, type ReactionPorts } from '../../application/case-reaction.ts';
import { clientNewsFrom } from './incoming.ts';

/** The effect of the client registry's events, in the consumer's transaction. */
export const applyClientEvents = (ports: ReactionPorts, reactions: readonly AnyCaseReaction[]) => {
  const apply = applyCaseNews(ports, reactions);
  return async (tx: Tx, events: readonly ReceivedEvent[]): Promise<void> => {
    const heard = events.flatMap((received) => {
      const news = clientNewsFrom(received);
      return news === undefined ? [] : [{ news, received }];
    });
    await apply(tx, heard);
  };
};
