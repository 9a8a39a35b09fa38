import { eventually } from '@tyovayla/testing/eventually';
import { inMemoryServices } from '../testing/in-memory-services.ts';
import { streamPictures } from './live-picture.ts';
import type { Caller, StatisticsService } from './ports.ts';
import { refuse } from './problem.ts';

const caller: Caller = { tokenFor: async () => 'token', traceparent: undefined, correlationId: 'c' };
const today = '2026-11-24';

const open = (statistics: StatisticsService, heartbeatMs = 10_000) => {
  const leaving = new AbortController();
  const written: string[] = [];
  const sink = {
    signal: leaving.signal,
    write: async (text: string) => {
      written.push(text);
    },
  };
  const ended = streamPictures({ statistics, caller, dayDate: '', heartbeatMs, retryMs: 5 }, sink);
  return { written, ended, leave: () => leaving.abort() };
};

const count = (written: readonly string[], event: string): number =>
  written.filter((text) => text.includes(`event: ${event}\n`)).length;

describe('A live situation picture', () => {
  it('comes at once, and again when somebody is registered', async () => {
    const { statistics, clients } = inMemoryServices({ today });
    const stream = open(statistics);
    await eventually(() => count(stream.written, 'picture') === 1);
    await clients.register(
      { ...caller, requestId: 'r' },
      {
        identityCode: '010190-999W',
        givenNames: 'Aino',
        familyName: 'Alatalo',
        municipalityCode: '240',
        serviceLanguage: 'FI',
        citizenships: ['FI'],
        statusCode: '02',
      },
    );
    await eventually(() => count(stream.written, 'picture') === 2);
    expect(stream.written.at(-1)).toContain('"municipalityCode":"240","value":2113');
    stream.leave();
    await stream.ended;
  });

  it('ends when the browser leaves', async () => {
    const stream = open(inMemoryServices({ today }).statistics);
    await eventually(() => stream.written.length > 0);
    stream.leave();
    await stream.ended;
  });

  it('sends a heartbeat while nothing changes', async () => {
    const stream = open(inMemoryServices({ today }).statistics, 5);
    await eventually(() => stream.written.filter((text) => text.startsWith(':')).length >= 2);
    stream.leave();
    await stream.ended;
  });

  it('tells the page when the service goes away, and goes on when it is back', async () => {
    const { statistics } = inMemoryServices({ today });
    let away = true;
    const flaky: StatisticsService = {
      ...statistics,
      watch: (...parameters) => {
        if (away) throw refuse({ status: 503, reason: 'SERVICE_UNAVAILABLE' });
        return statistics.watch(...parameters);
      },
    };
    const stream = open(flaky);
    await eventually(() => count(stream.written, 'interrupted') >= 2);
    expect(count(stream.written, 'picture')).toBe(0);
    away = false;
    await eventually(() => count(stream.written, 'picture') === 1);
    stream.leave();
    await stream.ended;
  });

  it('opens again with a new token when the old one has run out', async () => {
    const { statistics } = inMemoryServices({ today });
    let first = true;
    const expiring: StatisticsService = {
      ...statistics,
      watch: (...parameters) => {
        if (!first) return statistics.watch(...parameters);
        first = false;
        throw refuse({ status: 401, reason: 'TOKEN_EXPIRED' });
      },
    };
    const stream = open(expiring);
    await eventually(() => count(stream.written, 'picture') === 1);
    expect(count(stream.written, 'refused')).toBe(0);
    stream.leave();
    await stream.ended;
  });

  it('ends with the reason where the service refuses', async () => {
    const { statistics } = inMemoryServices({ today });
    const refusing: StatisticsService = {
      ...statistics,
      watch: () => {
        throw refuse({ status: 403, reason: 'FORBIDDEN' });
      },
    };
    const stream = open(refusing);
    await stream.ended;
    expect(stream.written.at(-1)).toBe('event: refused\ndata: {"reason":"FORBIDDEN","status":403}\n\n');
    stream.leave();
  });
});
