import type { EventMeta } from '@tyovayla/proto/tyovayla/common/v1/event_meta';

/** What a message says beside its fact. */
export type Telling = {
  readonly meta: EventMeta;
  /** Who serves the client while the municipality is withheld; empty where it is not. */
  readonly handlerId: string;
};

/** For each of some facts, its message as bytes. A fact without a message does not compile. */
export type Messages<Fact extends { readonly type: string }> = {
  readonly [Type in Fact['type']]: (fact: Extract<Fact, { readonly type: Type }>, telling: Telling) => Uint8Array;
};
