import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '@tyovayla/testing/postgres';
import { startNats } from '@tyovayla/testing/nats';
import { freePorts } from '@tyovayla/testing/free-port';
import { openDevCa } from '@tyovayla/local/dev-ca';
import { openDevSecrets } from '@tyovayla/local/dev-secrets';
import { busUsers } from '@tyovayla/testing/nats-permissions';
import { serviceEnvironment } from '@tyovayla/local/service-environment';
import { localDate } from '@tyovayla/kernel/local-date';
import { grpcClient } from '@tyovayla/runtime/grpc/client';
import { tlsFromMaterial } from '@tyovayla/runtime/grpc/tls';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { StatisticsServiceService, PictureRow } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import { makePeople } from '../../scripts/population/people.ts';
import { registrationOf } from '../../scripts/population/registration.ts';
import { readTargets } from '../../scripts/population/targets.ts';
const dir = mkdtempSync('/tmp/stat-e2e-');
const pg = await startPostgres({ fast: true });
const ca = await openDevCa(join(dir, 'ca'));
const secrets = openDevSecrets(join(dir, 'secrets'));
const nid = ca.identity('nats');
const nats = await startNats({ tls: nid, users: busUsers({ area: 'meri-lappi', services: ['clients', 'statistics', 'guidance'] as never } as never) });
const names = ['portal','idp','clients','statistics','guidance','postgres','nats'];
const fp = await freePorts(names.length);
const ports = Object.fromEntries(names.map((n, i) => [n, fp[i]])) as never;
const databases = { clients: await pg.createService('clients'), statistics: await pg.createService('statistics') };
const area = { stateDir: dir, ports, ca, secrets, natsUrl: nats.url, clockOffsetMs: 0, databases } as never;
const kids: ReturnType<typeof spawn>[] = [];
for (const s of ['clients', 'statistics'] as const) {
  const env = { ...process.env, ...serviceEnvironment(s, area), MIGRATOR_DATABASE_URL: databases[s].migratorUrl };
  execFileSync('node', [`services/${s}/src/main.ts`, 'migrate'], { env, stdio: 'inherit' });
  kids.push(spawn('node', [`services/${s}/src/main.ts`], { env, stdio: ['ignore', 'inherit', 'inherit'] }));
}
try {
  const tlsOf = (p: string) => { const i = ca.identity(p); return tlsFromMaterial({ cert: readFileSync(i.certFile), key: readFileSync(i.keyFile), ca: readFileSync(i.caFile) }); };
  const clients = grpcClient({ service: ClientsServiceService }, `127.0.0.1:${(ports as Record<string, number>).clients}`, { tls: tlsOf('population'), deadlineMs: 20000 });
  const stats = grpcClient({ service: StatisticsServiceService }, `127.0.0.1:${(ports as Record<string, number>).statistics}`, { tls: tlsOf('operator'), deadlineMs: 20000 });
  const today = new Date().toISOString().slice(0, 10);
  const people = makePeople({ targets: readTargets(readFileSync('services/statistics/reference/meri-lappi-table-1.json', 'utf8')), reference: localDate(today), seed: 1, scale: 1, protectedPeople: 5 } as never);
  const t0 = Date.now();
  let next = 0;
  await Promise.all(Array.from({ length: 32 }, async () => { for (let p = people[next++]; p; p = people[next++]) await clients.registerJobSeeker(registrationOf(p)); }));
  console.log('registered', people.length, Date.now() - t0, 'ms');
  let pic;
  for (;;) { pic = (await stats.getSituationPicture({ period: { $case: 'dayDate', value: today } })).picture; const tot = pic?.rows[0]?.cells.at(-1)?.value; if ((tot ?? 0) >= people.length || Date.now() - t0 > 120000) break; await new Promise((r) => setTimeout(r, 100)); }
  console.log('counted after', Date.now() - t0);
  for (const r of pic!.rows) console.log(String(r.row).padStart(3), r.cells.map((c) => c.suppressed ? '*' : c.value).join(' '));
  for (const r of pic!.rates) console.log(r.municipalityCode, r.labourForce, r.unemploymentRatePercent?.toFixed(2), r.activationRatePercent?.toFixed(2));
  console.log(await stats.rebuildProjection({ requestId: crypto.randomUUID() }));
  const status = readFileSync(`/proc/${kids[1]!.pid}/status`, 'utf8'); console.log(/VmRSS.*/.exec(status)?.[0]);
  const lat: number[] = []; for (let i = 0; i < 200; i++) { const a = performance.now(); await stats.getSituationPicture({ period: { $case: 'dayDate', value: today } }); lat.push(performance.now() - a); } lat.sort((a, b) => a - b); console.log('picture gRPC outside p50', lat[100]!.toFixed(1), 'p99', lat[197]!.toFixed(1));
  const a = performance.now(); await stats.getSituationPicture({ period: { $case: 'months', value: { fromMonth: '2022-01', toMonth: '2026-12' } } }); console.log('60 months outside', performance.now() - a);
  clients.close(); stats.close();
} finally {
  for (const k of kids) { k.kill('SIGTERM'); }
  await Promise.all(kids.map((k) => new Promise((r) => k.exitCode !== null ? r(0) : k.on('exit', r))));
  await nats.stop(); await pg.stop();
}
process.exit(0);
