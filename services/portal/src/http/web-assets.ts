import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const yearMs = 365 * 24 * 60 * 60 * 1000;

/** Serves the pages' scripts, styles and pictures. Their names carry a hash: browsers may keep them for a year. */
export const webAssets =
  (dist: string) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(fastifyStatic, {
      root: join(dist, 'assets'),
      prefix: '/assets/',
      maxAge: yearMs,
      immutable: true,
      preCompressed: true,
      index: false,
      suppressWarning: true,
    });
  };
