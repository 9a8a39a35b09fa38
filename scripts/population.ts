import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDate } from '@tyovayla/kernel/local-date';
import { runningPlatform } from '@tyovayla/local/platform-note';
import { ClientsServiceClient } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { grpcClient } from '@tyovayla/runtime/grpc/client';
import { tlsFromMaterial } from '@tyovayla/runtime/grpc/tls';
import { projectRoot } from '@tyovayla/testing/project-root';
import { makePeople, type SyntheticPerson } from './population/people.ts';
import { registrationOf } from './population/registration.ts';
import { readTargets } from './population/targets.ts';

/** People with a protection order, on top of the table. */
const PROTECTED_PEOPLE = 5;

type Progress = { readonly reference: string; readonly scale: number; readonly seed: number; readonly done: number };

const { values } = parseArgs({
  options: {
    state: { type: 'string', default: '.local' },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '32' },
  },
});

/** An interrupted run keeps its reference day, so that the same people are made again. */
const resume = (file: string, wanted: Progress): Progress => {
  if (!existsSync(file)) return wanted;
  const left = JSON.parse(readFileSync(file, 'utf8')) as Progress;
  return left.scale === wanted.scale && left.seed === wanted.seed ? left : wanted;
};

const register = async (people: readonly SyntheticPerson[], from: number, send: Send, save: Save): Promise<void> => {
  let next = from;
  let done = from;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let person = people[next]; person !== undefined; person = people[next]) {
      next += 1;
      await send(person);
      done += 1;
      if (done % 500 === 0 || done === people.length) {
        // Whoever is still under way comes again after an interruption.
        save(Math.max(from, done - Number(values.concurrency)));
        const rate = Math.round((done - from) / ((performance.now() - started) / 1000));
        console.log(`${done} of ${people.length} registered (${rate}/s)`);
      }
    }
  };
  await Promise.all(Array.from({ length: Number(values.concurrency) }, worker));
};

type Send = (person: SyntheticPerson) => Promise<unknown>;
type Save = (done: number) => void;

const main = async (): Promise<void> => {
  const platform = runningPlatform(values.state);
  if (platform === undefined) throw new Error(`no platform runs from ${values.state}: npm start`);
  const file = join(values.state, 'population-progress.json');
  const wanted: Progress = {
    reference: platform.today,
    scale: Number(values.scale),
    seed: Number(values.seed),
    done: 0,
  };
  const progress = resume(file, wanted);
  const stated = join(projectRoot, 'services/statistics/reference/meri-lappi-table-1.json');
  const people = makePeople({
    targets: readTargets(readFileSync(stated, 'utf8')),
    reference: localDate(progress.reference),
    seed: progress.seed,
    scale: progress.scale,
    protectedPeople: PROTECTED_PEOPLE,
  });
  const pem = (name: string): Buffer => readFileSync(join(values.state, 'ca', name));
  const tls = tlsFromMaterial({ cert: pem('population.pem'), key: pem('population.key'), ca: pem('ca.pem') });
  const clients = grpcClient({ service: ClientsServiceClient.service }, `127.0.0.1:${platform.ports.clients}`, {
    tls,
    deadlineMs: 10_000,
  });
  try {
    await register(
      people,
      progress.done,
      (person) => clients.registerJobSeeker(registrationOf(person)),
      (done) => writeFileSync(file, JSON.stringify({ ...progress, done })),
    );
  } finally {
    clients.close();
    tls.stop();
  }
};

await main();
