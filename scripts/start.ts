import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clockOffset } from '@tyovayla/local/clock-offset';
import { anyPorts, type LocalPorts, takenPorts, usualPorts } from '@tyovayla/local/local-ports';
import { removePlatformNote, runningPlatform, writePlatformNote } from '@tyovayla/local/platform-note';
import { localArea, type ServiceName, services } from '@tyovayla/local/programs';
import { issuerUrl, portalUrl } from '@tyovayla/local/service-environment';
import { startArea } from '@tyovayla/local/supervisor';
import { endLeftovers } from '@tyovayla/testing/owned-process';
import { removePostgresData } from '@tyovayla/testing/postgres';
import { projectRoot } from '@tyovayla/testing/project-root';
import { buildPortalWeb } from './lib/portal-web.ts';
import { type Progress, startProgress } from './lib/progress.ts';
import { registerPopulation } from './lib/register-population.ts';
import { readStartOptions, type StartOptions } from './lib/start-options.ts';
import { welcome } from './lib/welcome.ts';

const main = async (): Promise<void> => {
  const options = readStartOptions(process.argv.slice(2));
  const running = runningPlatform(options.stateDir);
  if (running !== undefined) return tellRunning(options, running.portalUrl, running.pid);
  const progress = startProgress();
  const ended = await endLeftovers();
  if (ended.length > 0) progress.say(`ended what an earlier run had left behind: ${ended.join(', ')}`);
  if (options.fresh) forget(options.stateDir);
  mkdirSync(options.stateDir, { recursive: true, mode: 0o711 });
  await runArea(options, await choosePorts(options), progress);
};

const tellRunning = (options: StartOptions, url: string, pid: number): void => {
  process.stdout.write(`Työväylä is already running from ${options.stateDir}: ${url} (process ${pid})\n`);
  if (!options.fresh) return;
  process.stderr.write('--fresh would take its data away: stop it first (Ctrl-C where it runs), then try again.\n');
  process.exitCode = 1;
};

const forget = (stateDir: string): void => {
  removePostgresData(join(stateDir, 'postgres'));
  rmSync(stateDir, { recursive: true, force: true });
};

const choosePorts = async (options: StartOptions): Promise<LocalPorts> => {
  if (options.anyPorts) return anyPorts();
  const taken = await takenPorts(usualPorts);
  if (taken.length === 0) return usualPorts;
  throw new Error(`in use by another program: ${taken.join(', ')}. Stop it, or start with --any-ports.`);
};

const runArea = async (options: StartOptions, ports: LocalPorts, progress: Progress): Promise<void> => {
  const { stateDir, today } = options;
  const clockOffsetMs = clockOffset(today, new Date());
  const stopAsked = new AbortController();
  const asked = untilAsked(stopAsked, progress);
  const present = services.filter(isPresent);
  const pages = progress.step("building the portal's pages", buildPortalWeb);
  // Told below, when there is an area to stop.
  pages.catch(() => undefined);
  const area = await startArea({ stateDir, ports, services: present, clockOffsetMs, say: progress.say });
  try {
    await pages;
    const facts = { portalUrl: portalUrl(ports), today };
    writePlatformNote(stateDir, { ...facts, area: localArea, issuer: issuerUrl(ports), ports, clockOffsetMs });
    if (options.scale > 0 && !stopAsked.signal.aborted)
      await registerPopulation({ ...options, today }, progress, stopAsked.signal);
    if (!stopAsked.signal.aborted)
      process.stdout.write(welcome({ ...facts, stateDir, isPopulated: options.scale > 0 }));
    await asked;
  } finally {
    await area.stop();
    removePlatformNote(stateDir);
    progress.say('stopped');
  }
};

const isPresent = (service: ServiceName): boolean =>
  existsSync(join(projectRoot, 'services', service, 'src', 'main.ts'));

/** One Ctrl-C may arrive by several ways. */
const sameKeyMs = 1_000;

/** Resolves at the first Ctrl-C or SIGTERM; the second doesn't wait for services to finish their work. */
const untilAsked = (stop: AbortController, progress: Progress): Promise<void> =>
  new Promise((resolve) => {
    let askedAt = 0;
    const onSignal = () => {
      if (stop.signal.aborted && Date.now() - askedAt > sameKeyMs) process.exit(130);
      if (stop.signal.aborted) return;
      askedAt = Date.now();
      progress.say('stopping; services finish what they have begun (Ctrl-C again: at once)');
      stop.abort();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
