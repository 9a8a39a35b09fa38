import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** A TCP port on 127.0.0.1 that nobody listened on a moment ago. */
export const freePort = async (): Promise<number> => {
  const [port] = await freePorts(1);
  return port as number;
};

// Below the range that Linux takes for outgoing connections (from 32768): a port from there can be gone a moment later.
const lowest = 20_000;
const above = 32_000;

/** So many different free ports on 127.0.0.1. All are held until the last is found, so that none comes twice. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const held: { readonly port: number; readonly probe: Server }[] = [];
  while (held.length < count) {
    const port = randomInt(lowest, above);
    const probe = await listen(port).catch(() => undefined);
    if (probe !== undefined) held.push({ port, probe });
  }
  await Promise.all(held.map(({ probe }) => close(probe)));
  return held.map(({ port }) => port);
};

/** Whether somebody listens on this port of 127.0.0.1. */
export const isPortTaken = async (port: number): Promise<boolean> => {
  try {
    await close(await listen(port));
    return false;
  } catch {
    return true;
  }
};

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => resolve(probe));
  });

const close = (probe: Server): Promise<void> => new Promise((resolve) => probe.close(() => resolve()));
