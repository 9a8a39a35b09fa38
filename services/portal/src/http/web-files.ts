import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problem } from '../api/problem.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/** The one page, read anew each time: pages may be built while the portal runs. Undefined before they are. */
const readPage = (dist: string): string | undefined => {
  try {
    return readFileSync(join(dist, 'index.html'), 'utf8');
  } catch {
    return undefined;
  }
};

const isPageAddress = (method: string, url: string): boolean =>
  (method === 'GET' || method === 'HEAD') && !/^\/(api|auth|assets|health)(\/|$)/.test(url);

/**
 * Serves the built pages: files with a hash in their name for a year, the one page itself always fresh, and for any
 * other address too, because the pages find their way themselves.
 */
export const webFiles = async (app: FastifyInstance, dist: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root: join(dist, 'assets'),
    prefix: '/assets/',
    maxAge: yearSeconds * 1000,
    immutable: true,
    preCompressed: true,
    index: false,
    suppressWarning: true,
  });
  app.setNotFoundHandler((request, reply) => {
    const html = isPageAddress(request.method, request.url) ? readPage(dist) : undefined;
    if (html !== undefined)
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
    return reply
      .code(404)
      .type('application/problem+json')
      .send(problem({ status: 404, reason: 'NOT_FOUND' }));
  });
};
