import type { NatsUser } from './nats-permissions.ts';

/** Certificate of the server and the authority whose clients it lets in. PEM files. */
export type NatsTls = { readonly certFile: string; readonly keyFile: string; readonly caFile: string };

export type NatsSettings = {
  readonly port: number;
  readonly storeDir: string;
  /** `always`: an acknowledged message survives a power cut. A duration ("2m") is faster and loses the last ones. */
  readonly syncInterval: string;
  readonly tls?: NatsTls;
  readonly users?: readonly NatsUser[];
};

/** Largest message that the bus takes: facts are small, and a large one is a mistake. */
const maxPayload = 262_144;

/** The configuration file of a nats-server for one machine, in its own language (JSON is a part of it). */
export const natsConfig = (settings: NatsSettings): string => {
  const { tls, users } = settings;
  const config = {
    server_name: 'tyovayla-local',
    listen: `127.0.0.1:${settings.port}`,
    max_payload: maxPayload,
    jetstream: {
      store_dir: settings.storeDir,
      sync_interval: settings.syncInterval,
      max_memory_store: 67_108_864,
      max_file_store: 10_737_418_240,
    },
    ...(tls === undefined ? {} : { tls: tlsBlock(tls) }),
    ...(users === undefined ? {} : { accounts: accounts(users), system_account: 'SYS' }),
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
};

/** `verify_and_map`: the DNS name in the client's certificate is its user; without one there is no way in. */
const tlsBlock = (tls: NatsTls): object => ({
  cert_file: tls.certFile,
  key_file: tls.keyFile,
  ca_file: tls.caFile,
  verify_and_map: true,
  min_version: '1.3',
});

const accounts = (users: readonly NatsUser[]): object => ({
  SYS: {},
  PLATFORM: {
    jetstream: 'enabled',
    users: users.map(({ user, publish, subscribe }) => ({
      user,
      permissions: { publish: { allow: publish }, subscribe: { allow: subscribe } },
    })),
  },
});
