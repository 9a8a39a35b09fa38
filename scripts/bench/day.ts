import { readFileSync } from 'node:fs';
import { localDate } from '@tyovayla/kernel/local-date';
import type { Sql } from '@tyovayla/kernel/sql';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { type GrpcClient, grpcClient } from '@tyovayla/runtime/grpc/client';
import { tlsFromMaterial } from '@tyovayla/runtime/grpc/tls';
import { tokenMint } from '@tyovayla/testing/issue-token';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import pg from 'pg';
import { dayTasks } from '../../services/guidance/src/adapters/postgres/my-day.query.ts';
import { fillWithDays } from './day-data.ts';

const clients = 50_000;
const callers = 8;
const callsEach = 250;
const today = '2026-11-24';
const sunday = '2026-11-29';

export type DayFigures = { readonly p50: number; readonly p99: number; readonly perSecond: number };

export type DaySide = {
  /** Clients that each specialist has. */
  readonly clientsEach: number;
  readonly tasks: number;
  /** Tasks that an answer counts, of one specialist. */
  readonly shown: number;
  readonly product: DayFigures;
  readonly raw: DayFigures;
};

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100;

/** So many callers at once, each with one call after the other; the first calls of each are not counted. */
const measure = async (call: (caller: number) => Promise<unknown>): Promise<DayFigures> => {
  const latencies: number[] = [];
  const worker = async (caller: number, calls: number, counted: number[]): Promise<void> => {
    for (let done = 0; done < calls; done += 1) {
      const sent = performance.now();
      await call(caller);
      counted.push(performance.now() - sent);
    }
  };
  const all = (calls: number, counted: number[]): Promise<unknown> =>
    Promise.all(Array.from({ length: callers }, (_, caller) => worker(caller, calls, counted)));
  await all(Math.floor(callsEach / 5), []);
  const started = performance.now();
  await all(callsEach, latencies);
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((one, other) => one - other);
  return { p50: at(latencies, 0.5), p99: at(latencies, 0.99), perSecond: Math.round(latencies.length / seconds) };
};

type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** The list's own statement for one specialist, as the service would send it: the usual first page. */
const statementFor = async (staffId: string): Promise<Statement> => {
  const sent: Statement[] = [];
  const listening: Sql = {
    query: async (text, values = []) => {
      sent.push({ text, values });
      return [];
    },
  };
  const of = { staffIds: [staffId] };
  await dayTasks.day(listening, { of, today: localDate(today), until: localDate(sunday), kinds: [], limit: 51 });
  const [statement] = sent;
  if (statement === undefined) throw new Error('the day list sent no statement');
  return statement;
};

/** The statement alone: no gRPC, no token, no access rules, no row-level security, no access log. */
const measureRaw = async (url: string, staffIds: readonly string[]): Promise<DayFigures> => {
  const statements = await Promise.all(staffIds.slice(0, callers).map(statementFor));
  const connections = statements.map(() => new pg.Client({ connectionString: url }));
  for (const connection of connections) await connection.connect();
  const figures = await measure(async (caller) => {
    const { text = '', values = [] } = statements[caller] ?? {};
    await connections[caller]?.query({ name: 'day', text, values: [...values] });
  });
  for (const connection of connections) await connection.end();
  return figures;
};

type Calls = GrpcClient<typeof GuidanceServiceService>;

const portalOf = (platform: Platform): Calls => {
  const { certFile, keyFile, caFile } = platform.tls('portal');
  const material = { cert: readFileSync(certFile), key: readFileSync(keyFile), ca: readFileSync(caFile) };
  return grpcClient({ service: GuidanceServiceService }, platform.addresses.guidance, {
    tls: tlsFromMaterial(material),
    serverName: 'guidance.meri-lappi.tyovayla',
    deadlineMs: 10_000,
  });
};

const request = { teamId: '', municipalityCode: '', kinds: [], pageSize: 0, pageToken: '' };

const measureProduct = async (platform: Platform, staffIds: readonly string[]) => {
  const portal = portalOf(platform);
  const mint = tokenMint(platform.stateDir, platform.issuer);
  const tokenOf = (sub: string) => mint({ staff: 'kemi-specialist', audience: 'guidance', claims: { sub } });
  const tokens = await Promise.all(staffIds.slice(0, callers).map(tokenOf));
  const ask = (caller: number) => portal.getMyDay(request, { token: tokens[caller] ?? '' });
  const { counts } = await ask(0);
  const product = await measure(ask);
  portal.close();
  const shown = counts.reduce((sum, { overdue, today: due, laterThisWeek }) => sum + overdue + due + laterThisWeek, 0);
  return { product, shown };
};

const databaseOf = ({ databases, postgres }: Platform): string => {
  const name = new URL(databases.guidance?.migratorUrl ?? '').pathname;
  return new URL(name, postgres.adminUrl).href;
};

const measureSide = async (platform: Platform, clientsEach: number): Promise<DaySide> => {
  const specialists = Math.ceil(clients / clientsEach);
  const staffIds = Array.from({ length: specialists }, (_, index) => `bench-${index}`);
  const url = databaseOf(platform);
  const { tasks } = await fillWithDays(url, { clients, staffIds, today });
  const { product, shown } = await measureProduct(platform, staffIds);
  return { clientsEach, tasks, shown, product, raw: await measureRaw(url, staffIds) };
};

/**
 * How fast a specialist gets their day at 50 000 clients, with eight callers at once, through the real service: with
 * caseloads as the area wants them, and with all the clients on Meri-Lappi's 48 specialists.
 */
export const measureDay = async (): Promise<readonly DaySide[]> => {
  const platform = await startPlatform({ services: ['guidance'], fast: false, asOf: today });
  try {
    return [await measureSide(platform, 120), await measureSide(platform, Math.ceil(clients / 48))];
  } finally {
    await platform.stop();
  }
};
