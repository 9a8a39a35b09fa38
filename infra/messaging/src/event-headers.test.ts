import { MsgHdrsImpl } from '@nats-io/transport-node';
import { decodeEnvelope, encodeHeaders, headerNames, type OutboxEnvelope } from './event-headers.ts';

const event: OutboxEnvelope = {
  eventId: '019a0000-0000-7000-8000-000000000001',
  type: 'tyovayla.clients.v1.JobSearchStarted',
  aggregateId: 'c-1',
  aggregateVersion: 3,
  occurTime: '2026-11-24T08:00:00.000Z',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  replays: 0,
};
const destination = { stream: 'TYOVAYLA_CLIENTS', area: 'meri-lappi' };
const read = (changes: Partial<OutboxEnvelope> = {}) =>
  MsgHdrsImpl.decode(encodeHeaders({ ...event, ...changes }, destination));
const body = Buffer.from([1, 2, 3]);

describe('the envelope of an event', () => {
  it('carries ids, type, time and trace, and nothing else', () => {
    expect(Object.fromEntries(read())).toEqual({
      'Nats-Msg-Id': [event.eventId],
      'Nats-Expected-Stream': ['TYOVAYLA_CLIENTS'],
      'ce-specversion': ['1.0'],
      'ce-id': [event.eventId],
      'ce-type': [event.type],
      'ce-source': ['/tyovayla/meri-lappi/clients'],
      'ce-time': ['2026-11-24T08:00:00.000Z'],
      'ce-subject': ['c-1'],
      'ce-dataschema': [event.type],
      'tyovayla-aggregate-version': ['3'],
      traceparent: [event.traceparent],
    });
  });

  it('is the same for the receiver as for the sender', () => {
    const { replays, occurTime, ...rest } = event;
    expect(decodeEnvelope(read(), 'clients', body)).toEqual({
      ...rest,
      producer: 'clients',
      occurTime: new Date(occurTime),
      body,
    });
    expect(replays).toBe(0);
  });

  it('gives a replay a message id that the broker has not seen', () => {
    expect(read({ replays: 2 }).get('Nats-Msg-Id')).toBe(`${event.eventId}#2`);
    expect(read({ replays: 2 }).get('ce-id')).toBe(event.eventId);
  });

  it('lets nobody add a header through an id', () => {
    expect(() => read({ aggregateId: 'c-1\r\nNats-Rollup: all' })).toThrow('line break');
  });

  it.each([
    [headerNames.id, 'not-a-uuid'],
    [headerNames.type, ''],
    [headerNames.subject, ''],
    [headerNames.subject, 'with blank'],
    [headerNames.aggregateVersion, '0'],
    [headerNames.aggregateVersion, '1.5'],
    [headerNames.aggregateVersion, '99999999999'],
    [headerNames.time, 'yesterday'],
    [headerNames.time, '+275760-09-13T00:00:00.000Z'],
  ])('is refused by the receiver where %s is "%s"', (name, value) => {
    const headers = read();
    headers.set(name, value);
    expect(decodeEnvelope(headers, 'clients', body)).toEqual({ malformed: name });
  });

  it('is refused where there is none', () => {
    expect(decodeEnvelope(undefined, 'clients', body)).toEqual({ malformed: headerNames.id });
  });

  it('is taken without its trace where the trace is not one', () => {
    const headers = read();
    headers.set('traceparent', 'x');
    expect(decodeEnvelope(headers, 'clients', body)).not.toHaveProperty('traceparent');
  });
});
