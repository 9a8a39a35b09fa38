import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';

describe('a network that fails on demand', () => {
  let echo: Server;
  let proxy: FaultProxy;

  beforeAll(async () => {
    echo = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.pipe(socket);
    });
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    proxy = await startFaultProxy((echo.address() as AddressInfo).port, 7);
  });

  afterAll(async () => {
    await proxy.stop();
    await new Promise((resolve) => echo.close(resolve));
  });

  /** What comes back within `ms`: the text, "nothing" or "reset". */
  const say = (text: string, ms = 300): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(proxy.port, '127.0.0.1', () => socket.write(text));
      const answer = (seen: string) => {
        clearTimeout(timer);
        socket.destroy();
        resolve(seen);
      };
      const timer = setTimeout(() => answer('nothing'), ms);
      socket.on('data', (data) => answer(data.toString()));
      socket.on('error', () => answer('reset'));
      socket.on('close', () => answer('reset'));
    });

  it('passes everything on in fair weather', async () => {
    proxy.set({ kind: 'pass' });
    expect(await say('moi')).toBe('moi');
  });

  it('delays', async () => {
    proxy.set({ kind: 'delay', ms: 60, jitterMs: 10 });
    const before = performance.now();
    expect(await say('moi', 2_000)).toBe('moi');
    expect(performance.now() - before).toBeGreaterThanOrEqual(118);
  });

  it.each(['up', 'down', 'both'] as const)('swallows what goes %s and keeps the line open', async (direction) => {
    proxy.set({ kind: 'blackhole', direction });
    expect(await say('moi')).toBe('nothing');
  });

  it('breaks off after so many bytes', async () => {
    proxy.set({ kind: 'reset', afterBytes: 10 });
    expect(await say('moi')).toBe('moi');
    expect(await say('more than ten bytes')).toBe('reset');
  });
});
