import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import type { Tx } from '@tyovayla/kernel/sql';

/** What a service does when something happened elsewhere. Effect and inbox row commit together. */
export type Reaction<Event> = {
  /** "when-job-search-started" */
  readonly name: string;
  /** Full name of the event's protobuf message. */
  readonly on: string;
  decode(body: Uint8Array): Event;
  /** Applies the fact. Throws where it cannot: the event is tried again and then parked. */
  react(tx: Tx, event: Event, received: ReceivedEvent): Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: a catalogue holds reactions of every shape
export type AnyReaction = Reaction<any>;
