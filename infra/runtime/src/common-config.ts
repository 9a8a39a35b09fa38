import { z } from 'zod';
import { developmentSetting, secret, setting } from './config.ts';

const hostAndPort = z.string().regex(/^[\w.-]+:\d{1,5}$/);
const file = z.string().min(1);
const number = (from: number, to: number, preset: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined ? preset : Number(text)))
    .refine(
      (value) => Number.isFinite(value) && value >= from && value <= to,
      `must be a number from ${from} to ${to}`,
    );

/** Settings that every program has, whatever it does. */
export const processConfig = {
  AREA: setting(
    z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .default('meri-lappi'),
    'The employment area whose programs talk to each other.',
  ),
  TLS_CERT_FILE: setting(file, "The program's certificate chain, PEM; followed without a restart."),
  TLS_KEY_FILE: setting(file, 'Key of the certificate, PEM.'),
  TLS_CA_FILE: setting(file, 'Authorities that other programs are trusted by, PEM.'),
  CLOCK_OFFSET_MS: setting(
    number(-4e12, 4e12, 0),
    'Runs the service at another date: milliseconds to add to real time.',
  ),
  CLOCK_OFFSET_FILE: developmentSetting(
    z.string().optional(),
    'A file with the milliseconds to add to real time, in place of CLOCK_OFFSET_MS; moved while the service runs.',
  ),
  LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error']).default('info'), 'Least important log lines to write.'),
  TRACE_FILE: setting(z.string().optional(), 'File to append spans to as JSON lines, where there is no collector.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(z.url().optional(), 'OpenTelemetry collector for spans and metrics.'),
  TRACE_RATIO: setting(number(0, 1, 0.05), 'Share of new calls that are traced, 0 to 1.'),
};

/** Settings of every service: one gRPC port, one database, one broker, one identity provider. */
export const commonConfig = {
  ...processConfig,
  GRPC_LISTEN: setting(hostAndPort, 'Address and port to serve gRPC on.'),
  REFLECTION: setting(z.enum(['on', 'off']).default('off'), 'Shows the contract to tools; for development.'),
  OIDC_ISSUER: setting(z.url(), 'Issuer of the tokens that staff come with.'),
  OIDC_JWKS_URI: setting(z.url(), "The issuer's public keys."),
  DATABASE_URL: secret(z.string().min(1), "The service's database, as its app role."),
  NATS_URL: setting(z.string().regex(/^(tls|nats):\/\//), 'The broker.'),
  TIMER_EVERY_MS: setting(number(10, 3_600_000, 10_000), 'How often to look for timers that are due, ms.'),
  AUDIT_SIGNING_KEY_FILE: setting(file, 'Ed25519 key that signs the access log’s checkpoints, PKCS8 PEM.'),
  AUDIT_CHECKPOINT_DIR: setting(file, 'Folder outside the database for the signed checkpoints.'),
};

/** The only setting of `main.ts migrate` besides DATABASE_URL. */
export const migrateConfig = {
  DATABASE_URL: secret(z.string().min(1), "The service's database, as its app role: its name gets the grants."),
  MIGRATOR_DATABASE_URL: secret(z.string().min(1), "The service's database, as the role that owns the schema."),
};

/** The address of another service, e.g. `addressOf('clients')`. */
export const addressOf = (service: string) => setting(hostAndPort, `Address and port of ${service}.`);

/** A file with keys or a secret. */
export const fileOf = (meaning: string) => setting(file, meaning);
