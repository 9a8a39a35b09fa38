import { whyUnsafe } from './broker.ts';
import { isSupportedServer } from './server-version.ts';

describe('which broker versions a service connects to', () => {
  it.each(['2.12.7', '2.12.10', '2.13.0', '2.15.2', '3.0.0', 'v2.14.1', '2.13.0-RC.1'])('takes %s', (version) => {
    expect(isSupportedServer(version)).toBe(true);
  });

  it.each(['2.12.6', '2.12.7-RC.2', '2.9.10', '2.11.99', '1.99.99', '', 'latest', '2.15'])(
    'refuses "%s"',
    (version) => {
      expect(isSupportedServer(version)).toBe(false);
    },
  );

  const info = (version: string, tls: object) => ({ version, ...tls }) as unknown as Parameters<typeof whyUnsafe>[0];

  it('says why an old server is refused', () => {
    expect(whyUnsafe(info('2.9.10', { tls_required: true }), true)).toBe('nats-server 2.9.10 is below 2.12.7');
  });

  it('refuses a server that offers no encryption where encryption is wanted', () => {
    expect(whyUnsafe(info('2.15.2', {}), true)).toBe('the server offers no TLS');
    expect(whyUnsafe(info('2.15.2', { tls_required: true }), true)).toBeUndefined();
    expect(whyUnsafe(info('2.15.2', {}), false)).toBeUndefined();
  });
});
