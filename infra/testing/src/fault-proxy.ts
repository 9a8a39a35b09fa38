import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { seededRandom } from './seeded-random.ts';

/** What the network does at the moment. `up` is towards the server, `down` towards the client. */
export type Fault =
  | { readonly kind: 'pass' }
  /** Each piece of data waits this long, plus a random part of `jitterMs`. Order is kept. */
  | { readonly kind: 'delay'; readonly ms: number; readonly jitterMs?: number }
  /** Data vanishes and connections stay open: a half-open link. */
  | { readonly kind: 'blackhole'; readonly direction: 'up' | 'down' | 'both' }
  /** Connections break off once this many bytes have gone through in both directions together. */
  | { readonly kind: 'reset'; readonly afterBytes: number };

export type FaultProxy = {
  readonly port: number;
  /** Changes the weather, for open connections too. */
  set(fault: Fault): void;
  /** Breaks off every open connection now. */
  cut(): void;
  stop(): Promise<void>;
};

type Direction = 'up' | 'down';
type Weather = { fault: Fault; readonly random: () => number };
type Pair = { readonly client: Socket; readonly server: Socket; bytes: number };

/**
 * A TCP proxy on 127.0.0.1 in front of `targetPort` that injects faults. The random parts come from `seed`, so a
 * failing run can be repeated.
 */
export const startFaultProxy = async (targetPort: number, seed = 1): Promise<FaultProxy> => {
  const weather: Weather = { fault: { kind: 'pass' }, random: seededRandom(seed) };
  const pairs = new Set<Pair>();
  const listener = createServer((client) => {
    const server = connect(targetPort, '127.0.0.1');
    const pair: Pair = { client, server, bytes: 0 };
    pairs.add(pair);
    carry(pair, 'up', weather);
    carry(pair, 'down', weather);
    for (const side of [client, server]) {
      side.on('error', () => breakOff(pair));
      side.on('close', () => {
        breakOff(pair);
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const pair of pairs) breakOff(pair);
  };
  return {
    port: (listener.address() as AddressInfo).port,
    set: (fault) => {
      weather.fault = fault;
    },
    cut,
    stop: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        cut();
      }),
  };
};

const breakOff = (pair: Pair): void => {
  pair.client.resetAndDestroy();
  pair.server.destroy();
};

const carry = (pair: Pair, direction: Direction, weather: Weather): void => {
  const [from, to] = direction === 'up' ? [pair.client, pair.server] : [pair.server, pair.client];
  let last: Promise<void> = Promise.resolve();
  from.on('data', (data) => {
    const { fault } = weather;
    if (fault.kind === 'blackhole' && (fault.direction === direction || fault.direction === 'both')) return;
    pair.bytes += data.length;
    if (fault.kind === 'reset' && pair.bytes >= fault.afterBytes) return breakOff(pair);
    const wait = fault.kind === 'delay' ? fault.ms + (fault.jitterMs ?? 0) * weather.random() : 0;
    const due = wait === 0 ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, wait));
    last = Promise.all([last, due]).then(() => {
      if (to.writable) to.write(data);
    });
  });
  from.on('end', () => void last.then(() => to.end()));
};
