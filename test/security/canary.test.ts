import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { aBird, type Bird } from '../support/canary-birds.ts';
import { type Sighting, scanDatabase, scanFolders } from '../support/canary-scan.ts';
import { goThroughPortal, goThroughServices, type Traffic } from '../support/canary-traffic.ts';
import { signInAtPortal } from '../support/portal-visit.ts';
import { askDatabase, countInbox, countOutbox } from '../support/stored-facts.ts';

const today = '2026-11-24';

/** The only columns where something of a person may be read as it is. The identity code is in none of them. */
const allowedColumns = [
  'client.given_names',
  'client.family_name',
  'client.given_names_key',
  'client.family_name_key',
  'client.contact',
];

/** Where the protected person lives, and nobody else of these. */
const secretMunicipality = '845';

describe('what is known of people', () => {
  let platform: Platform;
  const birds = Array.from({ length: 7 }, (_, index) => aBird(index + 1));
  const [known, later, hidden, unknown, twice, ofSpecialist, ofAuditor] = birds as [
    Bird,
    Bird,
    Bird,
    Bird,
    Bird,
    Bird,
    Bird,
  ];
  const canaries = birds.flatMap((bird) => bird.canaries);
  const codes = canaries.filter(({ what }) => what.startsWith('identityCode'));
  const statuses = new Map<string, number>();
  const traffic: Traffic = {
    birds: { known, later, hidden, unknown, twice },
    secretMunicipality,
    count: (outcome) => void statuses.set(outcome, (statuses.get(outcome) ?? 0) + 1),
  };

  const folders = () => [
    platform.nats.storeDir,
    join(platform.stateDir, 'logs'),
    join(platform.stateDir, 'traces'),
    join(platform.stateDir, 'audit'),
  ];

  /** Logs of the servers lie beside their data. */
  const serverLogs = (): string => {
    const dir = join(platform.stateDir, 'server-logs');
    mkdirSync(dir, { recursive: true });
    return dir;
  };

  beforeAll(async () => {
    // Everything is traced and everything logged: what could get out gets out.
    platform = await startPlatform({
      services: ['clients', 'statistics', 'guidance', 'portal'],
      asOf: today,
      environment: () => ({ TRACE_RATIO: '1', LOG_LEVEL: 'debug' }),
    });
    await goThroughServices(platform, traffic);
    await goThroughPortal(await signInAtPortal(platform.portalUrl, 'kemi-specialist'), ofSpecialist, traffic);
    await goThroughPortal(await signInAtPortal(platform.portalUrl, 'auditor'), ofAuditor, traffic);
    // Spans and last lines are written at the end.
    await platform.kill('clients', 'SIGTERM');
    await platform.start('clients');
    const clients = platform.databases.clients?.migratorUrl ?? '';
    await eventually(async () => (await countOutbox(clients)).unpublished === 0, { within: 20_000 });
    await eventually(async () => {
      const { facts } = await countOutbox(clients);
      const inboxes = [platform.databases.statistics, platform.databases.guidance].map((one) =>
        countInbox(one?.migratorUrl ?? ''),
      );
      const states = await Promise.all(inboxes);
      return states.every(({ applied, other }) => applied + other === facts);
    });
    for (const service of ['portal', 'guidance', 'statistics']) await platform.kill(service, 'SIGTERM');
  }, 180_000);

  afterAll(() => platform.stop());

  const databases = () =>
    Object.entries(platform.databases).map(([name, database]) => ({
      name,
      url: urlAsOwner(database?.migratorUrl ?? ''),
    }));

  /** Row-level security binds the tables' owner as well; the server's owner sees everything. */
  const urlAsOwner = (url: string): string => {
    const admin = new URL(platform.postgres.adminUrl);
    admin.pathname = new URL(url).pathname;
    return admin.href;
  };

  it('went through the platform in every way: accepted, refused, denied and not understood', () => {
    const seen = Object.fromEntries(statuses);
    expect(Object.keys(seen)).toEqual(
      expect.arrayContaining([
        'OK',
        'INVALID_ARGUMENT',
        'NOT_FOUND',
        'PERMISSION_DENIED',
        'UNAUTHENTICATED',
        '200',
        '400',
        '403',
        '404',
      ]),
    );
    expect([seen.INTERNAL, seen.UNKNOWN, seen['500']]).toEqual([undefined, undefined, undefined]);
    expect(seen.OK).toBeGreaterThan(10);
  });

  it('is in no message store, log, trace or audit checkpoint', () => {
    const { sightings, files, bytes } = scanFolders(folders(), canaries);
    expect(sightings).toEqual([]);
    expect(files).toBeGreaterThan(12);
    const traced = ['clients', 'statistics', 'guidance', 'portal'].map((name) => `${name}.jsonl`);
    const sizes = traced.map((name) => statSync(join(platform.stateDir, 'traces', name)).size);
    expect(sizes.filter((size) => size < 500)).toEqual([]);
    expect(bytes).toBeGreaterThan(50_000);
  });

  it('is in no log of the servers beside them, nor in what the identity provider keeps', () => {
    const { stateDir } = platform;
    const names = [
      join(stateDir, 'nats', 'nats.log'),
      join(stateDir, 'postgres', 'postgres.log'),
      join(stateDir, 'idp-store.json'),
    ];
    const dir = serverLogs();
    for (const [index, file] of names.entries()) copyFileSync(file, join(dir, String(index)));
    const { sightings, bytes } = scanFolders([dir], canaries);
    expect(sightings).toEqual([]);
    expect(bytes).toBeGreaterThan(1_000);
  });

  it('is in no column of any database but those of the registry that are made for it', async () => {
    const outside: (Sighting & { readonly database: string })[] = [];
    const inside = new Set<string>();
    let values = 0;
    for (const { name, url } of databases()) {
      const scan = await scanDatabase(url, canaries);
      values += scan.values;
      for (const sighting of scan.sightings) {
        if (name === 'clients' && allowedColumns.includes(sighting.where)) inside.add(sighting.where);
        else outside.push({ database: name, ...sighting });
      }
    }
    expect(outside).toEqual([]);
    // The control: where they belong the same search finds them.
    expect([...inside].sort()).toEqual([...allowedColumns].sort());
    expect(values).toBeGreaterThan(500);
  });

  it('has no identity code anywhere in the bytes of the database server, not even in its journal', async () => {
    await askDatabase(platform.postgres.adminUrl, 'CHECKPOINT');
    const { sightings, bytes } = scanFolders([platform.postgres.dataDir], codes, 'plain');
    expect(sightings).toEqual([]);
    expect(bytes).toBeGreaterThan(10_000_000);
    // The control: names, which may stand there, are found by the same search.
    const names = canaries.filter(({ what }) => what.startsWith('familyName 1'));
    expect(scanFolders([platform.postgres.dataDir], names, 'plain').sightings.length).toBeGreaterThan(0);
  });

  it('tells nobody beside the registry where a protected person lives', async () => {
    // In an event it would stand behind the field's mark and its length; in a column, by itself or as a value in JSON.
    const inEvents = (municipality: string) => ({ what: municipality, text: `\u003a\u0003${municipality}` });
    const inColumns = (municipality: string) => ({ what: municipality, text: `"${municipality}"` });
    const inMessages = (municipality: string) => scanFolders([platform.nats.storeDir], [inEvents(municipality)]);
    expect(inMessages(secretMunicipality).sightings).toEqual([]);
    expect(inMessages('240').sightings).not.toEqual([]);
    // Postgres counts its transactions: about the eight-hundredth may write the first event.
    const transactionNumber = 'outbox.tx_id';
    for (const { url } of databases().filter(({ name }) => name !== 'clients')) {
      const seen = (municipality: string) => scanDatabase(url, [inEvents(municipality), inColumns(municipality)]);
      const { sightings } = await seen(secretMunicipality);
      expect(sightings.filter(({ where }) => where !== transactionNumber)).toEqual([]);
      expect((await seen('240')).sightings.map(({ where }) => where)).toContain('inbox_event.body');
    }
    const statistics = urlAsOwner(platform.databases.statistics?.migratorUrl ?? '');
    const counted = (await scanDatabase(statistics, [inColumns('240')])).sightings.map(({ where }) => where);
    expect(counted.filter((where) => where.endsWith('.counted_in'))).not.toEqual([]);
  });

  it('would be found if it were in a log, a trace, a checkpoint or a message', async () => {
    const [canary] = canaries;
    if (canary === undefined) throw new Error('no canary');
    const plants: [string, string][] = [
      [join(platform.stateDir, 'logs', 'planted.log'), `{"msg":"registered ${canary.text}"}`],
      [join(platform.stateDir, 'traces', 'planted.jsonl'), encodeURIComponent(canary.text)],
      [join(platform.stateDir, 'audit', 'planted'), `xy${Buffer.from(`z${canary.text}-`).toString('base64')}`],
    ];
    for (const [file, text] of plants) writeFileSync(file, text);
    const planted = scanFolders(folders(), canaries).sightings.map(({ where }) => where);
    for (const [file] of plants) rmSync(file);
    expect(planted.sort()).toEqual(['audit/planted', 'logs/planted.log', 'traces/planted.jsonl']);

    // As the registry's program would say it: a fact that carries more than it may.
    const clients = platform.databases.clients?.migratorUrl ?? '';
    await askDatabase(
      urlAsOwner(clients),
      `INSERT INTO outbox (event_id, type, subject, aggregate_id, aggregate_version, occur_time, body)
       SELECT gen_random_uuid(), type, subject, '${randomUUID()}', 1, occur_time, convert_to('${canary.text}', 'UTF8') FROM outbox LIMIT 1`,
    );
    await eventually(() => scanFolders([platform.nats.storeDir], [canary]).sightings.length > 0, { within: 10_000 });
    expect((await scanDatabase(urlAsOwner(clients), [canary])).sightings.map(({ where }) => where)).toContain(
      'outbox.body',
    );
  });
});
