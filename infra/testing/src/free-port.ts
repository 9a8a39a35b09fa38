import { type AddressInfo, createServer, type Server } from 'node:net';

/** A TCP port on 127.0.0.1 that nobody listened on a moment ago. */
export const freePort = async (): Promise<number> => {
  const [port] = await freePorts(1);
  return port as number;
};

/** So many different free ports on 127.0.0.1. All are held until the last is found, so that none comes twice. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const probes = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map(close));
  return ports;
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
