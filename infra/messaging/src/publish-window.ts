import { createInbox, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';

/** One message to publish: its subject, its headers in wire form and its bytes. */
export type Outbound = { readonly subject: string; readonly headers: Uint8Array; readonly body: Uint8Array };

/** What the stream answered: where it stored the message, or why not. */
export type Outcome =
  | { readonly stored: true; readonly seq: number; readonly isDuplicate: boolean }
  | { readonly stored: false; readonly reason: string };

export type WindowOptions = {
  /** Messages under way at most. */
  readonly size: number;
  /** After this time nothing new is sent, and what has no answer counts as not stored. Milliseconds. */
  readonly withinMs: number;
};

/** Publishes with many messages under way, all on one connection, so that they arrive in order. */
export type WindowPublisher = {
  /** Outcomes in the order of the messages. Never throws for a message. */
  publish(messages: readonly Outbound[], options: WindowOptions): Promise<readonly Outcome[]>;
  /** Ends what is under way at once: messages without an answer count as not stored. */
  abort(): void;
  close(): void;
};

type Ack = { readonly seq?: number; readonly duplicate?: boolean; readonly error?: { readonly description?: string } };

const unanswered: Outcome = { stored: false, reason: 'no answer in time' };

const untaken: Outcome = { stored: false, reason: 'no stream takes it' };

const readAck = (data: Uint8Array): Outcome => {
  const ack = JSON.parse(Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8')) as Ack;
  if (ack.error !== undefined) return { stored: false, reason: ack.error.description ?? 'refused by the stream' };
  if (typeof ack.seq !== 'number') return { stored: false, reason: 'not an answer of a stream' };
  return { stored: true, seq: ack.seq, isDuplicate: ack.duplicate === true };
};

/** One call of `publish` under way. */
type Batch = {
  readonly id: number;
  /** Takes the answer to the message at this place. */
  answer(place: number, outcome: Outcome): void;
  finish(): void;
};

type Sending = WindowOptions & {
  readonly messages: readonly Outbound[];
  /** Sends the message at this place; gives the reason where the client refuses it. */
  send(place: number): string | undefined;
  done(outcomes: readonly Outcome[]): void;
};

const startBatch = (id: number, { messages, size, withinMs, send, done }: Sending): Batch => {
  const outcomes = messages.map((): Outcome => unanswered);
  let [sent, answered] = [0, 0];
  const finish = (): void => {
    clearTimeout(timer);
    done(outcomes);
  };
  const note = (place: number, outcome: Outcome): void => {
    outcomes[place] = outcome;
    answered += 1;
  };
  const advance = (): void => {
    while (sent < messages.length && sent - answered < size) {
      const reason = send(sent);
      if (reason !== undefined) note(sent, { stored: false, reason });
      sent += 1;
    }
    if (answered === messages.length) finish();
  };
  const timer = setTimeout(finish, withinMs);
  advance();
  return {
    id,
    answer: (place, outcome) => {
      note(place, outcome);
      advance();
    },
    finish,
  };
};

/**
 * A publisher on one connection. Answers come to one private inbox (`<inbox>.<batch>.<place>`); that spares the
 * client's request with its timer and promise for every message, which costs more than the broker does.
 */
export const windowPublisher = (nc: NatsConnection, inboxPrefix: string): WindowPublisher => {
  const inbox = createInbox(inboxPrefix);
  let batch: Batch | undefined;
  let lastId = 0;
  const subscription = nc.subscribe(`${inbox}.*.*`, {
    callback: (error, message) => {
      const [id, place] = message.subject.slice(inbox.length + 1).split('.');
      if (error !== null || batch === undefined || Number(id) !== batch.id) return;
      const hasNoStream = message.data.length === 0 && message.headers?.code === 503;
      batch.answer(Number(place), hasNoStream ? untaken : readAck(message.data));
    },
  });
  return {
    publish: async (messages, options) => {
      if (messages.length === 0) return [];
      const { promise, resolve } = Promise.withResolvers<readonly Outcome[]>();
      lastId += 1;
      const id = lastId;
      const send = (place: number): string | undefined =>
        sendOne(nc, messages[place] as Outbound, `${inbox}.${id}.${place}`);
      batch = startBatch(id, { messages, ...options, send, done: resolve });
      const outcomes = await promise;
      batch = undefined;
      return outcomes;
    },
    abort: () => batch?.finish(),
    close: () => subscription.unsubscribe(),
  };
};

/** Hands a message to the connection; gives the reason where the client refuses it (too large, connection closed). */
const sendOne = (nc: NatsConnection, message: Outbound, reply: string): string | undefined => {
  // The client only asks its headers for their bytes; building its own object costs ten times as much.
  const headers = { encode: () => message.headers } as unknown as MsgHdrs;
  try {
    nc.publish(message.subject, message.body, { reply, headers });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'refused by the client';
  }
};
