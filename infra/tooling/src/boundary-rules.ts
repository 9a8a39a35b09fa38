/** Where a module stands; decides what it may import. The table of services/README.md as data. */
export type Zone =
  | 'kernel'
  | 'runtime'
  | 'persistence'
  | 'messaging'
  | 'service'
  | 'testing'
  | 'domain'
  | 'application'
  | 'adapters/grpc'
  | 'adapters/gateways'
  | 'adapters/postgres'
  | 'adapters/events'
  | 'adapters/reference'
  | 'main'
  | 'free';

/** Modules that a zone may import: zones of the same service, packages of the workspace, npm packages, node:. */
export type Allowance = {
  readonly ownZones: readonly string[];
  readonly packages: readonly string[];
  readonly npm: readonly string[] | 'any';
  readonly node: boolean;
};

const infraAllowance = (npm: Allowance['npm']): Allowance => ({
  ownZones: [],
  packages: ['kernel', 'proto'],
  npm,
  node: true,
});

export const allowances: Readonly<Record<Exclude<Zone, 'free'>, Allowance>> = {
  kernel: { ownZones: [], packages: [], npm: [], node: false },
  runtime: infraAllowance(['@bufbuild/*', '@grpc/*', '@opentelemetry/*', 'cockatiel', 'jose', 'pino', 'uuid', 'zod']),
  persistence: infraAllowance(['pg', 'typeorm']),
  messaging: infraAllowance(['@nats-io/*']),
  service: {
    ownZones: [],
    packages: ['kernel', 'runtime', 'persistence', 'messaging', 'proto'],
    npm: ['@grpc/grpc-js'],
    node: true,
  },
  testing: {
    ownZones: [],
    packages: ['kernel', 'runtime', 'persistence', 'messaging', 'service', 'local', 'proto'],
    npm: 'any',
    node: true,
  },
  domain: { ownZones: ['domain'], packages: ['kernel'], npm: [], node: false },
  application: { ownZones: ['domain', 'application'], packages: ['kernel', 'runtime'], npm: [], node: false },
  'adapters/grpc': {
    ownZones: ['domain', 'application', 'adapters/grpc'],
    packages: ['kernel', 'runtime', 'proto'],
    npm: ['@grpc/grpc-js'],
    node: true,
  },
  'adapters/gateways': {
    ownZones: ['domain', 'application', 'adapters/gateways'],
    packages: ['kernel', 'runtime', 'proto'],
    npm: ['@grpc/grpc-js'],
    node: true,
  },
  'adapters/postgres': {
    ownZones: ['domain', 'application', 'adapters/postgres'],
    packages: ['kernel', 'persistence'],
    npm: ['typeorm'],
    node: true,
  },
  'adapters/events': {
    ownZones: ['domain', 'application', 'adapters/events'],
    packages: ['kernel', 'messaging', 'runtime', 'proto'],
    npm: [],
    node: true,
  },
  'adapters/reference': {
    ownZones: ['domain', 'application', 'adapters/reference'],
    packages: ['kernel'],
    npm: ['zod'],
    node: true,
  },
  main: {
    ownZones: [
      'application',
      'adapters/grpc',
      'adapters/gateways',
      'adapters/postgres',
      'adapters/events',
      'adapters/reference',
      'main',
    ],
    packages: ['kernel', 'runtime', 'persistence', 'messaging', 'service', 'proto'],
    npm: ['zod'],
    node: true,
  },
};

const infraZones: readonly Zone[] = ['kernel', 'runtime', 'persistence', 'messaging', 'service', 'testing'];

/** The zone of a file, from its path below the repository's root. Tests and the portal's web are free. */
export const zoneOf = (path: string): Zone => {
  if (/\.test\.tsx?$/.test(path) || path.includes('/testing/') || path.includes('/web/')) return 'free';
  const infra = /^infra\/([a-z]+)\/src\//.exec(path)?.[1];
  if (infra !== undefined) return infraZones.find((zone) => zone === infra) ?? 'free';
  if (/^services\/[a-z]+\/migrations\//.test(path)) return 'adapters/postgres';
  const service = /^services\/([a-z]+)\/src\/(.*)$/.exec(path);
  if (!service || service[1] === 'portal') return 'free';
  const inside = service[2] ?? '';
  if (inside.startsWith('domain/')) return 'domain';
  if (inside.startsWith('application/')) return 'application';
  const adapter = /^adapters\/(grpc|gateways|postgres|events|reference)\//.exec(inside)?.[1];
  return adapter ? (`adapters/${adapter}` as Zone) : 'main';
};
