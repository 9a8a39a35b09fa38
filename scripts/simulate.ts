import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { removePostgresData } from '@tyovayla/testing/postgres';
import { type Progress, startProgress } from './lib/progress.ts';
import { chronicleOf } from './simulate/chronicle.ts';
import { firstDay, lastDay, liveThrough } from './simulate/live-through.ts';
import { liveIn } from './simulate/living-area.ts';
import { downtime, stories } from './simulate/stories.ts';
import { beginLife, type Life } from './simulate/story.ts';
import { type Chronicle, tableOf } from './simulate/table.ts';

type Options = {
  readonly stateDir: string | undefined;
  readonly json: string | undefined;
  readonly until: LocalDate;
  readonly only: readonly string[];
};

const readOptions = (): Options => {
  const { values } = parseArgs({
    options: {
      state: { type: 'string' },
      json: { type: 'string' },
      until: { type: 'string', default: lastDay },
      only: { type: 'string', default: stories.map(({ person }) => person).join(',') },
    },
  });
  const until = parseLocalDate(values.until);
  if (until === undefined || until < firstDay)
    throw new Error(`--until ${values.until}: not a date from ${firstDay} on`);
  const only = values.only.split(',');
  const unknown = only.filter((name) => !stories.some(({ person }) => person === name));
  if (unknown.length > 0) throw new Error(`--only: nobody is called ${unknown.join(', ')}`);
  return { stateDir: values.state && resolve(values.state), json: values.json, until, only };
};

const startFresh = (stateDir: string | undefined): Promise<Platform> => {
  if (stateDir !== undefined) {
    removePostgresData(join(stateDir, 'postgres'));
    rmSync(stateDir, { recursive: true, force: true });
  }
  return startPlatform({
    ...(stateDir === undefined ? {} : { dir: stateDir }),
    services: ['clients', 'guidance'],
    movableClock: true,
    asOf: firstDay,
  });
};

const tellOf = async (lives: readonly Life[]): Promise<readonly Chronicle[]> => {
  const told: Chronicle[] = [];
  for (const { story, served, notes } of lives) {
    if (served === undefined) continue;
    const { person, about } = story;
    told.push({ person, about, entries: await chronicleOf(served, notes) });
  }
  return told;
};

/** Lives all days in a running area and tells what happened. */
const simulate = async (platform: Platform, { until, only }: Options, progress: Progress): Promise<Told> => {
  const area = await liveIn(platform, firstDay);
  try {
    const lives = stories.filter(({ person }) => only.includes(person)).map(beginLife);
    const onDay = (day: LocalDate): void => {
      if (stopAsked.signal.aborted) throw new Error(`stopped on ${day}`);
      if (day.endsWith('-01')) progress.say(`it is ${day}`);
    };
    const overslept = await liveThrough(area, { lives, until, onDay });
    return {
      from: firstDay,
      until,
      downtime: { ...downtime, timersDueMeanwhile: overslept },
      people: await tellOf(lives),
    };
  } finally {
    await area.close();
  }
};

type Told = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly downtime: typeof downtime & { readonly timersDueMeanwhile: readonly string[] };
  readonly people: readonly Chronicle[];
};

/** Said once the day has been lived: what was started is stopped in order. */
const stopAsked = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopAsked.abort());

const main = async (): Promise<void> => {
  const options = readOptions();
  const progress = startProgress();
  const platform = await progress.step('starting an area of its own', () => startFresh(options.stateDir));
  try {
    const told = await simulate(platform, options, progress);
    process.stdout.write(`${tableOf(told.people)}\n${downtimeLine(told)}`);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(told, undefined, 2)}\n`);
  } finally {
    await platform.stop();
    progress.say('stopped');
  }
};

const downtimeLine = ({ until, downtime: { from, backOn, timersDueMeanwhile } }: Told): string =>
  until < backOn
    ? ''
    : `DOWNTIME: both services were killed before ${from} and back on ${backOn}. Timers that became due meanwhile, and fired then: ${timersDueMeanwhile.join(', ') || 'none'}\n`;

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
