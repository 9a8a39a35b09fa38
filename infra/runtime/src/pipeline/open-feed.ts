import type { Refusal } from '@tyovayla/kernel/refusal';
import { type Result, refused } from '@tyovayla/kernel/result';
import type { Feed } from '../feed.ts';
import type { PipelinePorts } from '../ports.ts';
import { accessDenial } from './access-check.ts';
import { auditEntryOf, auditRefusal, sessionActorOf } from './audit.ts';
import { type CallFacts, contextOf } from './call.ts';

/** One call of a feed. */
export type FeedCall<Input> = CallFacts & {
  readonly input: Input;
  /** Fires when the caller leaves, the authority ends or the service drains. */
  readonly signal: AbortSignal;
};

/**
 * Opens a feed for a caller: access, the feed's own refusals, one audit entry, and then the items.
 * What can't be audited isn't shown: the call fails. Throws on a fault.
 */
export const openFeed = async <Input, Item>(
  ports: PipelinePorts,
  feed: Feed<Input, Item>,
  call: FeedCall<Input>,
): Promise<Result<AsyncIterable<Item>, Refusal>> => {
  const context = contextOf(ports, call);
  const subjectId = feed.subjectOf?.(call.input);
  const subject = subjectId === undefined ? {} : { subjectId };
  const refuse = async (refusal: Refusal): Promise<Result<never, Refusal>> => {
    await auditRefusal(ports, { action: feed, context }, { refusal, ...subject });
    return refused(refusal);
  };
  const denial = accessDenial(feed.access, call.actor);
  if (denial) return refuse(denial);
  const opened = await feed.open(call.input, context, call.signal);
  if (!opened.ok) return refuse(opened.refusal);
  if (feed.access.dataGroup !== 'none') {
    const entry = auditEntryOf(feed, context, { result: 'SHOWN', ...subject });
    await ports.transactions.transact(sessionActorOf(call.actor), (tx) => tx.write([ports.auditWrite(entry)]));
  }
  return opened;
};
