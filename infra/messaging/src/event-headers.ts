import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { producerOf } from '@tyovayla/kernel/event-name';

/** Names of the CloudEvents attributes and of our own header, as they stand on the wire. */
export const headerNames = {
  id: 'ce-id',
  type: 'ce-type',
  source: 'ce-source',
  time: 'ce-time',
  subject: 'ce-subject',
  dataSchema: 'ce-dataschema',
  specVersion: 'ce-specversion',
  traceparent: 'traceparent',
  aggregateVersion: 'tyovayla-aggregate-version',
} as const;

/** An event as the outbox keeps it, with what its envelope says. */
export type OutboxEnvelope = {
  readonly eventId: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  /** ISO 8601 in UTC. */
  readonly occurTime: string;
  readonly traceparent?: string;
  /** How often it was sent again on purpose. */
  readonly replays: number;
};

/** Where a message goes: the stream that must take it, and the area for the event's source. */
export type Destination = { readonly stream: string; readonly area: string };

/**
 * Id by which the broker drops duplicates: the event's, and after a replay one that it has not seen. The guarantee
 * is the receiver's inbox; this only saves work.
 */
const messageId = (event: OutboxEnvelope): string =>
  event.replays === 0 ? event.eventId : `${event.eventId}#${event.replays}`;

/** A line break would end the header and start another one. */
const safe = (value: string): string => {
  if (/[\r\n]/.test(value)) throw new Error('a header value must not contain a line break');
  return value;
};

/**
 * The message's headers in the broker's wire form: CloudEvents attributes, the aggregate's version, the id for
 * duplicates and the stream that must take it. No personal data: ids, type, time and trace only.
 */
export const encodeHeaders = (event: OutboxEnvelope, { stream, area }: Destination): Uint8Array => {
  const trace = event.traceparent === undefined ? '' : `traceparent: ${safe(event.traceparent)}\r\n`;
  return Buffer.from(
    `NATS/1.0\r\nNats-Msg-Id: ${messageId(event)}\r\nNats-Expected-Stream: ${stream}\r\nce-specversion: 1.0\r\n` +
      `ce-id: ${event.eventId}\r\nce-type: ${event.type}\r\nce-source: /tyovayla/${area}/${producerOf(event.type)}\r\n` +
      `ce-time: ${event.occurTime}\r\nce-subject: ${safe(event.aggregateId)}\r\nce-dataschema: ${event.type}\r\n` +
      `${headerNames.aggregateVersion}: ${event.aggregateVersion}\r\n${trace}\r\n`,
  );
};

/** An event as it came from the bus, before it has a place in the receiver's log. */
export type IncomingEvent = Omit<ReceivedEvent, 'position'>;

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const typeShape = /^[a-z][A-Za-z0-9_.]{1,199}$/;
const idShape = /^[\x21-\x7e]{1,128}$/;
const versionShape = /^[1-9]\d{0,8}$/;
const traceShape = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Names and values, as the client gives them. */
export type MessageHeaders = Iterable<readonly [string, readonly string[]]>;

/** What was wrong with an envelope: the header's name, never its value. */
export type Malformed = { readonly malformed: string };

/** Reads an envelope by its headers. Bytes are taken as they are. */
export const decodeEnvelope = (
  headers: MessageHeaders | undefined,
  producer: string,
  body: Uint8Array,
): IncomingEvent | Malformed => {
  const found = new Map(headers);
  const header = (name: string): string => found.get(name)?.[0] ?? '';
  const eventId = header(headerNames.id).toLowerCase();
  const type = header(headerNames.type);
  const aggregateId = header(headerNames.subject);
  const version = header(headerNames.aggregateVersion);
  const occurTime = new Date(header(headerNames.time));
  const traceparent = header(headerNames.traceparent);
  if (!uuidShape.test(eventId)) return { malformed: headerNames.id };
  if (!typeShape.test(type)) return { malformed: headerNames.type };
  if (!idShape.test(aggregateId)) return { malformed: headerNames.subject };
  if (!versionShape.test(version)) return { malformed: headerNames.aggregateVersion };
  if (!(occurTime.getTime() >= 0 && occurTime.getUTCFullYear() <= 9999)) return { malformed: headerNames.time };
  return {
    eventId,
    type,
    producer,
    aggregateId,
    aggregateVersion: Number(version),
    occurTime,
    body,
    ...(traceShape.test(traceparent) ? { traceparent } : {}),
  };
};
