import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Nats, startNats } from '@tyovayla/testing/nats';
import { busUsers } from '@tyovayla/testing/nats-permissions';
import { type Postgres, startPostgres } from '@tyovayla/testing/postgres';
import type { ServiceDatabase } from '@tyovayla/testing/postgres-services';
import { projectRoot } from '@tyovayla/testing/project-root';
import { type DevCa, openDevCa } from './dev-ca.ts';
import { type DevSecrets, openDevSecrets } from './dev-secrets.ts';
import type { LocalPorts } from './local-ports.ts';
import { type DataService, dataServices, localArea, type ServiceName } from './programs.ts';
import { type AreaSettings, bareEnvironment, portalUrl, serviceEnvironment } from './service-environment.ts';
import { migrateService, type ServicePlan, type SupervisedService, superviseService } from './supervised-service.ts';

export type AreaOptions = {
  readonly stateDir: string;
  readonly ports: LocalPorts;
  readonly services: readonly ServiceName[];
  /** Milliseconds from real time to the area's time; 0 is today. */
  readonly clockOffsetMs?: number;
  /** No fsync, and streams synced by the minute: for tests that don't cut the power. */
  readonly fast?: boolean;
  /** More environment for one service, e.g. the address of a fault proxy in place of a neighbour's. */
  readonly environment?: (service: ServiceName) => Readonly<Record<string, string>>;
  /** Another script in place of a service's own, for tests of the supervisor. */
  readonly scriptOf?: (service: ServiceName) => string;
  readonly say?: (text: string) => void;
};

/** A running area: servers, identity provider and services as processes of their own. */
export type LocalArea = {
  readonly ca: DevCa;
  readonly secrets: DevSecrets;
  readonly postgres: Postgres;
  readonly nats: Nats;
  readonly databases: Readonly<Partial<Record<DataService, ServiceDatabase>>>;
  /** A service, or `idp`. Throws for one that was not started. */
  service(name: string): SupervisedService;
  /** Ends everything in reverse order; each service first finishes what it has begun. */
  stop(): Promise<void>;
};

/** Starts an area on this machine in order: servers, identity provider, schemas, services, portal. */
export const startArea = async (options: AreaOptions): Promise<LocalArea> => {
  const { stateDir, say = () => undefined } = options;
  mkdirSync(stateDir, { recursive: true, mode: 0o711 });
  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const one of running.splice(0).reverse()) await one.stop();
  };
  try {
    const foundation = await startFoundation(options, running);
    const settings: AreaSettings = {
      ...options,
      ...foundation,
      natsUrl: foundation.nats.url,
      clockOffsetMs: options.clockOffsetMs ?? 0,
    };
    const plans = options.services.map((name) => servicePlan(name, { settings, options }));
    say('bringing the databases to their schema');
    await Promise.all(plans.map((plan) => migrate(plan, foundation.databases)));
    say(`starting ${options.services.join(', ')}`);
    const started = await startServices(plans, running);
    const byName = new Map([foundation.idp, ...started].map((service) => [service.name, service]));
    return { ...foundation, service: (name) => known(byName, name), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const known = (services: ReadonlyMap<string, SupervisedService>, name: string): SupervisedService => {
  const found = services.get(name);
  if (found === undefined) throw new Error(`${name} is not part of this area`);
  return found;
};

type Stoppable = { stop(): Promise<void> };

const stoppable = (service: SupervisedService): Stoppable => ({ stop: () => service.kill('SIGTERM') });

const startFoundation = async (options: AreaOptions, running: Stoppable[]) => {
  const { stateDir, ports, fast = false, say = () => undefined } = options;
  const ca = await openDevCa(join(stateDir, 'ca'));
  const secrets = openDevSecrets(join(stateDir, 'secrets'));
  say('starting Postgres, NATS and the identity provider');
  const keep = async <T>(starting: Promise<T>, asStoppable: (value: T) => Stoppable): Promise<T> => {
    const value = await starting;
    running.push(asStoppable(value));
    return value;
  };
  // A server that crashes comes back at once; services wait for it.
  const bringBack = async (name: string, server: Promise<{ start(): Promise<void> }>) => {
    say(`${name} ended by itself, starting it again`);
    await (await server).start().catch((error: Error) => say(error.message));
  };
  const database: Promise<Postgres> = startPostgres({
    dir: join(stateDir, 'postgres'),
    port: ports.postgres,
    persistent: true,
    fast,
    onCrash: () => void bringBack('Postgres', database),
  });
  const bus: Promise<Nats> = startNats({
    dir: join(stateDir, 'nats'),
    port: ports.nats,
    tls: ca.identity('nats'),
    users: busUsers({ area: localArea, services: dataServices }),
    syncInterval: fast ? '1m' : 'always',
    say,
    onCrash: () => void bringBack('nats-server', bus),
  });
  // All three are awaited before a failure is told, so that what did start can be stopped.
  const starting = [keep(database, (one) => one), keep(bus, (one) => one), keep(startIdp(options), stoppable)] as const;
  await Promise.allSettled(starting);
  const [postgres, nats, idp] = await Promise.all(starting);
  const wanted = dataServices.filter((service) => options.services.includes(service));
  const made: [DataService, ServiceDatabase][] = [];
  for (const service of wanted) made.push([service, await postgres.createService(service)]);
  const databases: Partial<Record<DataService, ServiceDatabase>> = Object.fromEntries(made);
  return { ca, secrets, postgres, nats, idp, databases };
};

const startIdp = ({ stateDir, ports, say = () => undefined }: AreaOptions): Promise<SupervisedService> =>
  superviseService({
    name: 'idp',
    args: [
      join(projectRoot, 'infra/local/src/identity-provider-main.ts'),
      ...['--state', stateDir, '--port', String(ports.idp), '--portal', portalUrl(ports)],
    ],
    env: bareEnvironment(),
    logFile: join(stateDir, 'logs', 'idp.log'),
    say,
  });

type Sources = { readonly settings: AreaSettings; readonly options: AreaOptions };

const servicePlan = (name: ServiceName, { settings, options }: Sources): ServicePlan => ({
  name,
  args: [options.scriptOf?.(name) ?? join(projectRoot, 'services', name, 'src', 'main.ts')],
  env: { ...bareEnvironment(), ...serviceEnvironment(name, settings), ...options.environment?.(name) },
  logFile: join(options.stateDir, 'logs', `${name}.log`),
  say: options.say ?? (() => undefined),
});

const migrate = async (plan: ServicePlan, databases: LocalArea['databases']): Promise<void> => {
  const database = databases[plan.name as DataService];
  if (database !== undefined) await migrateService(plan, database.migratorUrl);
};

/** Services start side by side, in any order; the portal is last so that its first page has somebody to ask. */
const startServices = async (
  plans: readonly ServicePlan[],
  running: Stoppable[],
): Promise<readonly SupervisedService[]> => {
  const isPortal = (plan: ServicePlan) => plan.name === 'portal';
  const started: SupervisedService[] = [];
  for (const group of [plans.filter((plan) => !isPortal(plan)), plans.filter(isPortal)]) {
    const outcomes = await Promise.allSettled(group.map(superviseService));
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') {
        started.push(outcome.value);
        running.push(stoppable(outcome.value));
      }
    }
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  }
  return started;
};
