import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { silentLogger } from '../log.ts';
import { openTestAuthority, startTestServer } from '../testing/test-server.ts';
import { openTls } from './tls.ts';

describe('a certificate that is replaced', () => {
  it('is used for new connections without a restart', async () => {
    const world = await startTestServer();
    const { ca, dir } = world.authority;
    const other = await openTestAuthority();
    const names = { certFile: 'cert.pem', keyFile: 'key.pem', caFile: 'ca.pem' };
    const files = {
      certFile: join(dir, names.certFile),
      keyFile: join(dir, names.keyFile),
      caFile: join(dir, names.caFile),
    };
    const put = (identity: typeof files): void => {
      copyFileSync(identity.certFile, files.certFile);
      copyFileSync(identity.keyFile, files.keyFile);
      copyFileSync(ca.caFile, files.caFile);
    };
    // First a certificate that the server does not trust.
    put(other.ca.identity('population'));
    const tls = await openTls(files, silentLogger, 20);
    const client = world.clientWith(tls, { deadlineMs: 400 });
    await expect(client.registerJobSeeker({} as never)).rejects.toBeDefined();
    await expect(client.getClient({ clientId: '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b' })).rejects.not.toMatchObject({
      code: 'NOT_FOUND',
    });
    put(ca.identity('population'));
    const until = Date.now() + 8_000;
    let reason = '';
    while (reason !== 'CLIENT_NOT_FOUND' && Date.now() < until) {
      reason = await client.getClient({ clientId: '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b' }).then(
        () => 'served',
        (error: { reason: string }) => error.reason,
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(reason).toBe('CLIENT_NOT_FOUND');
    tls.stop();
    other.remove();
    await world.stop();
  });
});
