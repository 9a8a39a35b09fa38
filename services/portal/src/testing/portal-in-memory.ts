import { randomBytes } from 'node:crypto';
import { silentLogger } from '@tyovayla/runtime/log';
import { freePort } from '@tyovayla/testing/free-port';
import { portalServer } from '../http/portal-server.ts';
import { webAssets } from '../http/web-assets.ts';
import { type InMemoryOptions, inMemoryServices } from './in-memory-services.ts';
import { trustingProvider } from './trusting-provider.ts';

export type InMemoryPortal = { readonly url: string; close(): Promise<void> };

/** The portal on services in memory, with its pages where they are built: for tests and for looking at pages. */
export const startPortalInMemory = async (
  options: InMemoryOptions & { readonly webDist: string; readonly port?: number },
): Promise<InMemoryPortal> => {
  const port = options.port ?? (await freePort());
  const publicUrl = `http://127.0.0.1:${port}`;
  const app = await portalServer({
    services: inMemoryServices(options),
    provider: trustingProvider(publicUrl),
    sessionKey: randomBytes(32),
    publicUrl,
    developmentSignIn: true,
    webDist: options.webDist,
    assets: webAssets(options.webDist),
    logger: silentLogger,
    today: () => options.today,
    accepting: () => true,
  });
  await app.listen({ host: '127.0.0.1', port });
  return { url: publicUrl, close: () => app.close() };
};
