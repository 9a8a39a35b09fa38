import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { problem } from '../api/problem.ts';

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

/** Answers every address that nothing else answers with the one page, because the pages find their way themselves. */
export const webPage = (app: FastifyInstance, dist: string): void => {
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
