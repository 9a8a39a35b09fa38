import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Result } from '@tyovayla/kernel/result';
import type { Access } from './access.ts';
import type { CallContext } from './command.ts';

/**
 * A feed: something that is watched. Access is checked and the audit entry written once, before the first
 * item; the signal fires when the caller leaves, the token expires or the service drains.
 */
export type Feed<Input, Item> = {
  /** The verb, as in the contract: "WatchSituationPicture". */
  readonly name: string;
  readonly access: Access;
  /** Opens the feed, or refuses. The iterable ends by itself soon after the signal fires. */
  open(
    input: Input,
    context: CallContext,
    signal: AbortSignal,
  ): Promise<Result<AsyncIterable<Item>, Refusal>> | Result<AsyncIterable<Item>, Refusal>;
  /** The client or record in the access log; left out for figures. */
  subjectOf?(input: Input): string | undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: a catalogue holds feeds of every shape
export type AnyFeed = Feed<any, any>;
