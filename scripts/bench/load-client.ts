/** Sends registrations to a server and says how fast they were answered: one JSON line. The same for prototype and product. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { credentials, Metadata } from '@grpc/grpc-js';
import { localDate } from '@tyovayla/kernel/local-date';
import { ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import {
  ClientsServiceClient,
  type RegisterJobSeekerRequest,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { makePeople } from '../population/people.ts';
import { readTargets } from '../population/targets.ts';

const { values } = parseArgs({
  options: {
    address: { type: 'string', default: '' },
    stated: { type: 'string', default: '' },
    count: { type: 'string', default: '4000' },
    skip: { type: 'string', default: '0' },
    concurrency: { type: 'string', default: '16' },
    rate: { type: 'string', default: '0' },
    tls: { type: 'string', default: '' },
    token: { type: 'string', default: '' },
  },
});

const count = Number(values.count);
const skip = Number(values.skip);
const rate = Number(values.rate);

const requests = (): RegisterJobSeekerRequest[] =>
  makePeople({
    targets: readTargets(readFileSync(values.stated, 'utf8')),
    reference: localDate('2026-11-24'),
    seed: 1,
    scale: Math.ceil((skip + count) / 4879),
    protectedPeople: 0,
  })
    .slice(skip, skip + count)
    .map((person) => ({
      requestId: person.requestId,
      identityCode: person.identityCode,
      givenNames: person.givenNames,
      familyName: person.familyName,
      municipalityCode: person.municipalityCode,
      serviceLanguage: ServiceLanguage.SERVICE_LANGUAGE_FI,
      citizenships: ['FI'],
      contact: { email: person.email, phone: '', streetAddress: 'Keksittykatu 1', postalCode: '94100', city: 'Kemi' },
      statusCode: '02',
      nationalRecord: undefined,
      protectionOrder: undefined,
    }));

const channel = () => {
  if (values.tls === '') return credentials.createInsecure();
  const pem = (end: string): Buffer => readFileSync(`${values.tls}${end}`);
  return credentials.createSsl(readFileSync(`${values.tls.replace(/[^/]*$/, '')}ca.pem`), pem('.key'), pem('.pem'));
};

const client = new ClientsServiceClient(values.address, channel());
const metadata = new Metadata();
if (values.token !== '') metadata.set('authorization', `Bearer ${values.token}`);

const send = (request: RegisterJobSeekerRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    client.registerJobSeeker(request, metadata, { deadline: Date.now() + 10_000 }, (error) =>
      error ? reject(error) : resolve(),
    );
  });

const percentile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100;

const run = async (all: readonly RegisterJobSeekerRequest[]): Promise<{ seconds: number; latencies: number[] }> => {
  const latencies: number[] = [];
  const started = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let request = all[next]; request !== undefined; request = all[next]) {
      const due = rate === 0 ? 0 : (next / rate) * 1000 - (performance.now() - started);
      next += 1;
      if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
      const sent = performance.now();
      await send(request);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: Number(values.concurrency) }, worker));
  return { seconds: (performance.now() - started) / 1000, latencies };
};

const all = requests();
// The first calls open the connection and warm both sides up.
const warm = Math.min(500, Math.floor(count / 8));
await run(all.slice(0, warm));
const { seconds, latencies } = await run(all.slice(warm));
latencies.sort((one, other) => one - other);
console.log(
  JSON.stringify({
    perSecond: Math.round((count - warm) / seconds),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  }),
);
client.close();
