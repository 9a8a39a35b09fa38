import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceDatabase } from '@tyovayla/testing/postgres-services';
import type { DevCa } from './dev-ca.ts';
import type { DevSecrets } from './dev-secrets.ts';
import type { LocalPorts } from './local-ports.ts';
import { type DataService, localArea, type ServiceName } from './programs.ts';

/** What services of the local area share. */
export type AreaSettings = {
  readonly stateDir: string;
  readonly ports: LocalPorts;
  readonly ca: DevCa;
  readonly secrets: DevSecrets;
  readonly natsUrl: string;
  readonly clockOffsetMs: number;
  readonly databases: Readonly<Partial<Record<DataService, ServiceDatabase>>>;
};

export const portalUrl = (ports: LocalPorts): string => `http://127.0.0.1:${ports.portal}`;

export const issuerUrl = (ports: LocalPorts): string => `http://127.0.0.1:${ports.idp}`;

/** The environment of a service's process, as its README documents it. The migrator's address is not in it. */
export const serviceEnvironment = (service: ServiceName, area: AreaSettings): Record<string, string> => ({
  ...common(service, area),
  ...(service === 'portal' ? forPortal(area) : forDataService(service, area)),
});

/** A service keeps little for long: a small nursery and one arena save a fifth of its memory (deploy/Dockerfile too). */
const leanMemory = { NODE_OPTIONS: '--max-semi-space-size=2', MALLOC_ARENA_MAX: '1' };

const common = (service: ServiceName, { ports, stateDir, ca, clockOffsetMs }: AreaSettings): Record<string, string> => {
  const { certFile, keyFile, caFile } = ca.identity(service);
  const traces = join(stateDir, 'traces');
  mkdirSync(traces, { recursive: true });
  return {
    AREA: localArea,
    TLS_CERT_FILE: certFile,
    TLS_KEY_FILE: keyFile,
    TLS_CA_FILE: caFile,
    OIDC_ISSUER: issuerUrl(ports),
    CLIENTS_ADDRESS: `127.0.0.1:${ports.clients}`,
    STATISTICS_ADDRESS: `127.0.0.1:${ports.statistics}`,
    GUIDANCE_ADDRESS: `127.0.0.1:${ports.guidance}`,
    CLOCK_OFFSET_MS: String(clockOffsetMs),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    TRACE_FILE: join(traces, `${service}.jsonl`),
    ...leanMemory,
  };
};

const forDataService = (service: DataService, area: AreaSettings): Record<string, string> => {
  const database = area.databases[service];
  if (database === undefined) throw new Error(`no database for ${service}`);
  const checkpoints = join(area.stateDir, 'audit', service);
  mkdirSync(checkpoints, { recursive: true });
  return {
    GRPC_LISTEN: `127.0.0.1:${area.ports[service]}`,
    OIDC_JWKS_URI: `${issuerUrl(area.ports)}/jwks`,
    DATABASE_URL: database.url,
    NATS_URL: area.natsUrl,
    AUDIT_SIGNING_KEY_FILE: area.secrets.auditSigningKeyFile(service),
    AUDIT_CHECKPOINT_DIR: checkpoints,
    // Only the client registry holds identity codes, and only it can read them.
    ...(service === 'clients' ? { KEYS_FILE: area.secrets.keysFile } : {}),
  };
};

const forPortal = ({ ports, secrets }: AreaSettings): Record<string, string> => ({
  HTTP_LISTEN: `127.0.0.1:${ports.portal}`,
  PUBLIC_URL: portalUrl(ports),
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET_FILE: secrets.portalSecretFile,
  SESSION_KEY_FILE: secrets.sessionKeyFile,
});

/** The environment that starts none of our own programs with somebody else's secrets: no variable of ours leaks in. */
export const bareEnvironment = (): Record<string, string> => {
  const kept = [
    'PATH',
    'HOME',
    'LANG',
    'TZ',
    'TMPDIR',
    'NODE_COMPILE_CACHE',
    'NODE_EXTRA_CA_CERTS',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
};
