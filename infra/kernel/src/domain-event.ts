/** A fact on its way out: stored in the outbox with the state that it tells of, published after commit. */
export type OutgoingEvent = {
  /** UUID v7. */
  readonly eventId: string;
  /** Full name of the protobuf message, e.g. "tyovayla.clients.v1.JobSearchStarted". */
  readonly type: string;
  /** Kind of aggregate for the subject, e.g. "client". */
  readonly concept: string;
  readonly aggregateId: string;
  /** 1, 2, 3 … per aggregate without a gap. */
  readonly aggregateVersion: number;
  readonly occurTime: Date;
  /** Protobuf bytes of the message. */
  readonly body: Uint8Array;
  /** W3C trace context of the command, if sampled. */
  readonly traceparent?: string;
};

/** A fact that arrived: what the envelope says, and the bytes. */
export type ReceivedEvent = {
  readonly eventId: string;
  readonly type: string;
  /** Service that published it, e.g. "clients". */
  readonly producer: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly occurTime: Date;
  readonly body: Uint8Array;
  /** Position in the receiver's own log of received facts; grows, may have holes. */
  readonly position: bigint;
  readonly traceparent?: string;
};
