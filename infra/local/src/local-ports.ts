import { freePorts, isPortTaken } from '@tyovayla/testing/free-port';

/** Ports of one area on one machine, all on 127.0.0.1. */
export type LocalPorts = {
  readonly portal: number;
  readonly idp: number;
  readonly clients: number;
  readonly statistics: number;
  readonly guidance: number;
  readonly postgres: number;
  readonly nats: number;
};

/** Where `npm start` puts everything, so that addresses can be written down and bookmarked. */
export const usualPorts: LocalPorts = {
  portal: 8080,
  idp: 8081,
  clients: 7001,
  statistics: 7002,
  guidance: 7003,
  postgres: 5440,
  nats: 4223,
};

/** Ports that nobody uses at the moment, for tests that run side by side. */
export const anyPorts = async (): Promise<LocalPorts> => {
  const names = Object.keys(usualPorts);
  const ports = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as LocalPorts;
};

/** Which of the ports are in use by somebody else, e.g. "portal 8080". */
export const takenPorts = async (ports: LocalPorts): Promise<readonly string[]> => {
  const checked = await Promise.all(
    Object.entries(ports).map(async ([name, port]) => ({ name, port, taken: await isPortTaken(port) })),
  );
  return checked.filter(({ taken }) => taken).map(({ name, port }) => `${name} ${port}`);
};
