import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { CallError } from '@tyovayla/runtime/grpc/call-error';
import { grpcClient } from '@tyovayla/runtime/grpc/client';
import { tlsFromMaterial } from '@tyovayla/runtime/grpc/tls';
import type { Platform } from '@tyovayla/testing/platform';
import type { MunicipalityTarget } from '../../scripts/population/groups.ts';
import { makePeople, type SyntheticPerson } from '../../scripts/population/people.ts';
import { registrationOf } from '../../scripts/population/registration.ts';
import { readTargets } from '../../scripts/population/targets.ts';
import { root } from './descriptors.ts';

/** The table that the area's plan states, as targets by municipality. */
export const statedTargets = (): MunicipalityTarget[] =>
  readTargets(readFileSync(join(root, 'services/statistics/reference/meri-lappi-table-1.json'), 'utf8'));

export const seedPopulation = (reference: LocalDate = localDate('2026-11-24')): SyntheticPerson[] =>
  makePeople({ targets: statedTargets(), reference, seed: 1, scale: 1, protectedPeople: 5 });

/** Somebody of another population who bears nobody's identity code of this one. */
export const newcomerTo = (people: readonly SyntheticPerson[], reference: LocalDate): SyntheticPerson => {
  const taken = new Set(people.map((person) => person.identityCode));
  const others = makePeople({ targets: statedTargets(), reference, seed: 2, scale: 1, protectedPeople: 0 });
  const newcomer = others.find((person) => !taken.has(person.identityCode));
  if (newcomer === undefined) throw new Error('both populations bear the same codes');
  return newcomer;
};

/** TLS of a program of the platform, for a client in the test's own process. */
export const tlsOf = (platform: Platform, program: string) => {
  const { certFile, keyFile, caFile } = platform.tls(program);
  return tlsFromMaterial({ cert: readFileSync(certFile), key: readFileSync(keyFile), ca: readFileSync(caFile) });
};

export const clientsOf = (platform: Platform, program: string) =>
  grpcClient({ service: ClientsServiceService }, platform.addresses.clients, {
    tls: tlsOf(platform, program),
    deadlineMs: 5000,
  });

const mayPass = (error: unknown): boolean =>
  error instanceof CallError &&
  ['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'RESOURCE_EXHAUSTED', 'INTERNAL', 'CANCELLED'].includes(error.code);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Registers everybody, as a stubborn caller would: a call that failed on the way is sent again under the same request id. */
export const registerStubbornly = async (
  platform: Platform,
  people: readonly SyntheticPerson[],
  onDone: (count: number) => void = () => {},
): Promise<{ readonly calls: number; readonly failedOnTheWay: number }> => {
  const clients = clientsOf(platform, 'population');
  const counts = { calls: 0, failedOnTheWay: 0, done: 0 };
  let next = 0;
  const send = async (person: SyntheticPerson): Promise<void> => {
    for (;;) {
      counts.calls += 1;
      try {
        await clients.registerJobSeeker(registrationOf(person));
        return;
      } catch (error) {
        if (!mayPass(error)) throw error;
        counts.failedOnTheWay += 1;
        await pause(50);
      }
    }
  };
  const worker = async (): Promise<void> => {
    for (let person = people[next]; person !== undefined; person = people[next]) {
      next += 1;
      await send(person);
      counts.done += 1;
      onDone(counts.done);
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  clients.close();
  return counts;
};
