import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helsinkiDate, localDate } from '@tyovayla/kernel/local-date';
import { clockOffset } from '@tyovayla/local/clock-offset';
import { type Identity, thumbprintOf } from '@tyovayla/local/dev-ca';
import { anyPorts, type LocalPorts, usualPorts } from '@tyovayla/local/local-ports';
import { type MovableClock, openMovableClock } from '@tyovayla/local/movable-clock';
import { type ServiceName, services } from '@tyovayla/local/programs';
import { issuerUrl, portalUrl } from '@tyovayla/local/service-environment';
import { type AreaOptions, type LocalArea, startArea } from '@tyovayla/local/supervisor';
import { tokenMint } from './issue-token.ts';
import { removePostgresData } from './postgres.ts';

export type PlatformOptions = Pick<AreaOptions, 'fast' | 'environment' | 'scriptOf' | 'say'> & {
  /** Kept when given; otherwise a temporary folder, removed at the end. */
  readonly dir?: string;
  /** Default: free ones. */
  readonly ports?: 'free' | 'usual';
  /** Default: all. */
  readonly services?: readonly ServiceName[];
  /** The area's today, YYYY-MM-DD. */
  readonly asOf?: string;
  /** `setDate` moves the area to another time; it starts on `asOf` at nine. */
  readonly movableClock?: boolean;
};

/** The whole area for a test, with handles to break it. */
export type Platform = Pick<LocalArea, 'nats' | 'postgres' | 'databases' | 'secrets' | 'ca'> & {
  readonly stateDir: string;
  readonly ports: LocalPorts;
  /** host:port of each service's gRPC server. */
  readonly addresses: { readonly clients: string; readonly statistics: string; readonly guidance: string };
  readonly portalUrl: string;
  readonly issuer: string;
  /** Ends a service; it stays down until `start`. SIGTERM lets it finish its work. */
  kill(service: string, signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again and waits until it is ready. */
  start(service: string): Promise<void>;
  /** Only sends a signal: after SIGKILL the supervisor brings the service back by itself. */
  signal(service: string, signal: NodeJS.Signals): void;
  /** Process number; undefined while it is down. */
  pid(service: string): number | undefined;
  /** Moves the area to a time of Helsinki, "2026-01-01T09:00". Throws for an area whose clock can't be moved. */
  setDate(localTime: string): void;
  /** A token as if this member of the demo staff had signed in; `program` binds it to that program's certificate. */
  token(staff: string, audience: string, program?: string): Promise<string>;
  /** Certificate, key and authority of a program. */
  tls(program: string): Identity;
  stop(): Promise<void>;
};

const startMovable = (stateDir: string, asOf: string | undefined): MovableClock => {
  mkdirSync(stateDir, { recursive: true, mode: 0o711 });
  return openMovableClock(stateDir, `${asOf ?? helsinkiDate(new Date())}T09:00`);
};

/** Starts the area with its own servers, certificates and data, beside others on the same machine. */
export const startPlatform = async (options: PlatformOptions = {}): Promise<Platform> => {
  const { dir, asOf, ports: wish = 'free', services: wanted = services, movableClock = false, ...passed } = options;
  const stateDir = dir ?? mkdtempSync(join(tmpdir(), 'tyovayla-area-'));
  const ports = wish === 'usual' ? usualPorts : await anyPorts();
  const clockOffsetMs = asOf === undefined ? 0 : clockOffset(localDate(asOf), new Date());
  const clock = movableClock ? startMovable(stateDir, asOf) : undefined;
  const environment = (service: ServiceName) => ({ ...clock?.environment, ...passed.environment?.(service) });
  const area = await startArea({
    fast: true,
    ...passed,
    environment,
    stateDir,
    ports,
    services: wanted,
    clockOffsetMs,
  });
  const issuer = issuerUrl(ports);
  const mint = tokenMint(stateDir, issuer);
  const { ca } = area;
  return {
    ...area,
    stateDir,
    ports,
    issuer,
    portalUrl: portalUrl(ports),
    addresses: {
      clients: `127.0.0.1:${ports.clients}`,
      statistics: `127.0.0.1:${ports.statistics}`,
      guidance: `127.0.0.1:${ports.guidance}`,
    },
    kill: (service, signal) => area.service(service).kill(signal),
    start: (service) => area.service(service).start(),
    signal: (service, signal) => area.service(service).signal(signal),
    pid: (service) => area.service(service).pid(),
    setDate: (localTime) => {
      if (clock === undefined) throw new Error("this area's clock can't be moved: start it with movableClock");
      clock.set(localTime);
    },
    token: (staff, audience, program) => {
      const bound = program === undefined ? {} : { thumbprint: thumbprintOf(ca.identity(program).certFile) };
      return mint({ staff, audience, ...bound });
    },
    tls: (program) => ca.identity(program),
    stop: async () => {
      await area.stop();
      if (dir !== undefined) return;
      removePostgresData(join(stateDir, 'postgres'));
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};
