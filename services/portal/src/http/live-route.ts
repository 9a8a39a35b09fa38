import { once } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type EventSink, streamPictures } from '../api/live-picture.ts';
import { liveQuery } from '../api/picture-schemas.ts';
import { refuse } from '../api/problem.ts';
import { violationsOf } from '../api/violations.ts';
import { type ApiPorts, callerOf, signedInSession } from './api-routes.ts';

const heartbeatMs = 15_000;
/** A stream ends after this long; the browser opens the next at once, and its session is looked at again. */
const longestMs = 15 * 60_000;
const mostStreams = 2000;
const mostOfOnePerson = 20;

const sinkOf = (reply: FastifyReply, signal: AbortSignal): EventSink => ({
  signal,
  write: async (text) => {
    if (signal.aborted || reply.raw.write(text)) return;
    await once(reply.raw, 'drain', { signal }).catch(() => undefined);
  },
});

const openStream = (reply: FastifyReply): void => {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  reply.raw.write('retry: 1000\n\n');
};

/** Counts open streams, so that one person's forgotten tabs cannot use up the portal. */
const streamCounter = () => {
  const byPerson = new Map<string, number>();
  let total = 0;
  return {
    enter: (staffId: string): void => {
      const own = byPerson.get(staffId) ?? 0;
      if (total >= mostStreams || own >= mostOfOnePerson) throw refuse({ status: 429, reason: 'TOO_MANY_STREAMS' });
      total += 1;
      byPerson.set(staffId, own + 1);
    },
    leave: (staffId: string): void => {
      total -= 1;
      const left = (byPerson.get(staffId) ?? 1) - 1;
      if (left > 0) byPerson.set(staffId, left);
      else byPerson.delete(staffId);
    },
  };
};

/** The route that keeps a page's situation picture live. `closing` aborts when the portal shuts down. */
export const liveRoute = (app: FastifyInstance, ports: ApiPorts, closing: AbortSignal): void => {
  const counter = streamCounter();
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const session = await signedInSession(ports, { request, reply });
    const query = liveQuery.safeParse(request.query);
    if (!query.success) throw refuse({ status: 400, reason: 'INVALID', violations: violationsOf(query.error) });
    const caller = callerOf(ports, { request, reply }, { session, traceparent: undefined });
    await caller.tokenFor('statistics');
    counter.enter(session.staffId);
    const left = new AbortController();
    reply.raw.on('close', () => left.abort());
    const signal = AbortSignal.any([left.signal, closing, AbortSignal.timeout(longestMs)]);
    openStream(reply);
    const live = { statistics: ports.services.statistics, caller, dayDate: query.data.day ?? '' };
    try {
      await streamPictures({ ...live, heartbeatMs, retryMs: 250 }, sinkOf(reply, signal));
    } catch (error) {
      ports.logger.warn({ err: error }, 'live picture failed');
    } finally {
      counter.leave(session.staffId);
      reply.raw.end();
    }
  };
  app.get('/api/situation-picture/live', handler);
};
