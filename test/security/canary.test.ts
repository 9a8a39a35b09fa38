import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCharacter } from '@tyovayla/kernel/identity-code';
import type {
  RegisterJobSeekerRequest,
  RegisterJobSeekerResponse,
} from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { type Canary, type Sighting, scanDatabase, scanFolders } from '../support/canary-scan.ts';
import { signInAtPortal, type Visitor } from '../support/portal-visit.ts';
import { aRegistration, artificialCode } from '../support/register-person.ts';
import { type Call, programOn } from '../support/service-calls.ts';
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

/** Letters only, since the registry takes names as people have them. */
const word = (number: number): string => {
  const letters = [5, 4, 3, 2, 1, 0].map((place) =>
    String.fromCharCode(97 + (Math.floor((number * 7919) / 11 ** place) % 23)),
  );
  return `Kanaria${letters.join('')}`;
};

type Bird = { readonly person: RegisterJobSeekerRequest; readonly canaries: readonly Canary[] };

/** A person of whom every personal text occurs nowhere else in the world. */
const aBird = (number: number): Bird => {
  const contact = {
    email: `${word(number * 10 + 1)}@kanariasaaret.example`.toLowerCase(),
    phone: `+35850977${String(10_000 + number * 37)}`,
    streetAddress: `${word(number * 10 + 2)}kuja ${number}`,
    postalCode: '94100',
    city: `${word(number * 10 + 3)}la`,
  };
  const names = { givenNames: word(number * 10 + 4), familyName: word(number * 10 + 5) };
  const identityCode = artificialCode(number * 31, { year: 61 + (number % 30), sign: number % 2 === 0 ? 'Y' : 'W' });
  const person = aRegistration({ identityCode, ...names, contact, statusCode: '02' });
  const texts = {
    identityCode,
    ...names,
    email: contact.email,
    phone: contact.phone.slice(1),
    street: contact.streetAddress,
    city: contact.city,
  };
  return { person, canaries: Object.entries(texts).map(([field, text]) => ({ what: `${field} ${number}`, text })) };
};

/** A code that is none: somebody mistyped their own. It tells as much as the right one. */
const mistyped = (code: string): string => {
  const digits = code.slice(0, 6) + code.slice(7, 10);
  const wrong = checkCharacter(digits) === 'X' ? 'Y' : 'X';
  return `${code.slice(0, 10)}${wrong}`;
};

const asPortalSends = ({
  requestId: _,
  nationalRecord: _none,
  protectionOrder,
  serviceLanguage: _fi,
  ...rest
}: RegisterJobSeekerRequest) => ({
  ...rest,
  serviceLanguage: 'FI',
  ...(protectionOrder === undefined
    ? {}
    : { protectionOrder: { validFromDate: protectionOrder.validFromDate, handlerId: protectionOrder.handlerId } }),
});

describe('what is known of people', () => {
  let platform: Platform;
  const birds = Array.from({ length: 12 }, (_, index) => aBird(index + 1));
  const canaries = birds.flatMap((bird) => bird.canaries);
  const codes = canaries.filter(({ what }) => what.startsWith('identityCode'));
  const statuses = new Map<string, number>();

  const count = (outcome: string): void => void statuses.set(outcome, (statuses.get(outcome) ?? 0) + 1);

  const bird = (index: number): Bird => {
    const found = birds[index];
    if (found === undefined) throw new Error(`no bird ${index}`);
    return found;
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

  const throughPrograms = async (): Promise<void> => {
    const population = programOn(platform, 'population', 'clients');
    const portal = programOn(platform, 'portal', 'clients');
    const guidance = programOn(platform, 'portal', 'guidance');
    const tokens = {
      specialist: await platform.token('kemi-specialist', 'clients', 'portal'),
      handler: await platform.token('protected-handler', 'clients', 'portal'),
      board: await platform.token('board-member', 'clients', 'portal'),
    };
    const send = async (line: typeof portal, call: Call) => {
      const answer = await line.call(call);
      count(answer.code);
      return answer;
    };
    const register = (request: object) => send(population, { method: 'RegisterJobSeeker', request });
    const order = { validFromDate: '2026-01-01', validToDate: '', handlerId: 'staff-0004' };
    const protectedBird = { ...bird(4).person, municipalityCode: secretMunicipality, protectionOrder: order };
    const ids: string[] = [];
    for (const person of [bird(0).person, bird(1).person, protectedBird]) {
      const { message } = await register(person);
      ids.push((message as RegisterJobSeekerResponse).clientId);
    }
    // Again under the same id with other content, twice at once, and with all that can be wrong.
    await register({ ...bird(0).person, givenNames: bird(2).person.givenNames });
    await Promise.all([0, 1].map(() => register({ ...bird(2).person, requestId: randomUUID() })));
    const { person: wrong } = bird(3);
    await register({ ...wrong, identityCode: mistyped(wrong.identityCode), givenNames: wrong.familyName.repeat(20) });
    await register({ ...wrong, requestId: wrong.identityCode, municipalityCode: wrong.identityCode });
    await register({ ...wrong, contact: { ...wrong.contact, email: wrong.identityCode, phone: wrong.familyName } });
    await register({ ...wrong, statusCode: wrong.familyName, citizenships: [wrong.familyName] });
    await register({
      ...wrong,
      familyName: `${wrong.familyName}\u0000`,
      givenNames: `${wrong.givenNames}'; DROP TABLE client; --`,
    });
    const [first = '', second = '', hidden = ''] = ids;
    for (const token of Object.values(tokens)) {
      for (const identityCode of [
        wrong.identityCode,
        bird(0).person.identityCode,
        mistyped(wrong.identityCode),
        bird(4).person.identityCode,
      ])
        await send(portal, { method: 'FindClientByIdentityCode', request: { identityCode }, token });
      for (const namePrefix of [wrong.familyName, bird(0).person.familyName, bird(4).person.familyName])
        await send(portal, {
          method: 'ListClients',
          request: { namePrefix, municipalityCode: '', statusCode: '', pageSize: 0, pageToken: namePrefix },
          token,
        });
      for (const clientId of [first, hidden, wrong.identityCode]) {
        await send(portal, { method: 'GetClient', request: { clientId }, token });
        await send(portal, {
          method: 'ListClientAccesses',
          request: { clientId, pageSize: 0, pageToken: wrong.familyName },
          token,
        });
      }
      const question = {
        rule: 'identity-code',
        inputJson: JSON.stringify({ code: wrong.identityCode }),
        parameters: { [wrong.familyName]: wrong.identityCode },
      };
      await send(portal, { method: 'ExplainRule', request: { question }, token });
      await send(portal, { method: 'ExplainRule', request: { question: { ...question, parameters: {} } }, token });
      await send(portal, {
        method: 'ExplainRule',
        request: { question: { ...question, rule: wrong.familyName, inputJson: wrong.identityCode } },
        token,
      });
    }
    await send(guidance, { method: 'GetInitialInterview', request: { clientId: wrong.identityCode } });
    // Everything that a caller may put into headers.
    const headers = {
      traceparent: wrong.identityCode,
      'tyovayla-correlation-id': wrong.familyName.repeat(9),
      'x-note': wrong.familyName,
    };
    await send(portal, { method: 'GetClient', request: { clientId: first }, token: tokens.specialist, headers });
    await send(portal, { method: 'GetClient', request: { clientId: first }, token: wrong.identityCode });
    await portal.callPath(`/tyovayla.clients.v1.ClientsService/${wrong.familyName}`, { token: tokens.specialist });
    const end = { requestId: randomUUID(), clientId: second, reason: 2, endedDate: today, expectedVersion: 0 };
    await send(portal, { method: 'EndJobSearch', request: end, token: tokens.specialist });
    await send(portal, {
      method: 'RecordProtectionOrder',
      request: { requestId: randomUUID(), clientId: second, protectionOrder: order },
      token: tokens.handler,
    });
    for (const line of [population, portal, guidance]) line.close();
  };

  const throughPortal = async (visitor: Visitor): Promise<void> => {
    const send = async (page: ReturnType<Visitor['get']>) => {
      const { status, body } = await page;
      count(String(status));
      return body;
    };
    const register = (body: object) => send(visitor.post('/api/clients', body));
    const registered = await register(asPortalSends(bird(5).person));
    const { clientId = '' } = JSON.parse(registered) as { clientId?: string };
    await register(asPortalSends(bird(5).person));
    const { person } = bird(6);
    const form = asPortalSends(person);
    await register({ ...form, identityCode: mistyped(person.identityCode) });
    await register({ ...form, [person.familyName]: person.identityCode });
    await register({ ...form, contact: { ...form.contact, email: person.familyName, phone: person.identityCode } });
    await register({ ...form, municipalityCode: person.familyName, statusCode: person.identityCode });
    await register({ ...form, protectionOrder: { validFromDate: person.familyName, handlerId: person.identityCode } });
    await send(visitor.send('/api/clients', { method: 'POST', body: JSON.stringify(form).slice(0, -9) }));
    await send(
      visitor.send('/api/clients', {
        method: 'POST',
        body: JSON.stringify(form),
        headers: { 'content-type': person.familyName },
      }),
    );
    await send(
      visitor.send('/api/clients', {
        method: 'POST',
        body: JSON.stringify(form),
        headers: { 'idempotency-key': person.identityCode },
      }),
    );
    await send(
      visitor.send('/api/clients', {
        method: 'POST',
        body: JSON.stringify(form),
        headers: { origin: `http://${person.familyName}.example` },
      }),
    );
    await send(visitor.post('/api/clients/find', { identityCode: person.identityCode }));
    await send(visitor.post('/api/clients/find', { identityCode: bird(5).person.identityCode }));
    await send(visitor.post(`/api/clients/${person.identityCode}/end-job-search`, { reason: person.familyName }));
    for (const path of [
      `/api/clients?name=${person.familyName}`,
      `/api/clients?name=${bird(5).person.familyName}&pageToken=${person.familyName}`,
      `/api/clients?${person.familyName}=${person.identityCode}`,
      `/api/clients/${person.identityCode}`,
      `/api/clients/${clientId}`,
      `/api/clients/${clientId}/accesses?pageToken=${person.identityCode}`,
      `/${person.familyName}/${person.identityCode}`,
      `/api/situation-picture?day=${person.identityCode}`,
      `/auth/callback?code=${person.identityCode}&state=${person.familyName}`,
      `/auth/sign-in?as=${person.familyName.toLowerCase()}&returnTo=/${person.identityCode}`,
    ])
      await send(
        visitor.send(path, {
          headers: {
            referer: `http://x/${person.familyName}`,
            'user-agent': person.identityCode,
            traceparent: person.familyName,
          },
        }),
      );
    await send(visitor.post('/api/rules/identity-code', { input: { code: person.identityCode }, parameters: {} }));
    await send(
      visitor.post('/api/rules/identity-code', {
        input: { [person.identityCode]: person.familyName },
        parameters: { x: person.identityCode },
      }),
    );
    await send(visitor.send('/api/me', { headers: { cookie: `tyovayla_session=${person.identityCode}` } }));
  };

  beforeAll(async () => {
    // Everything is traced and everything logged: what could get out gets out.
    platform = await startPlatform({
      services: ['clients', 'statistics', 'guidance', 'portal'],
      asOf: today,
      environment: () => ({ TRACE_RATIO: '1', LOG_LEVEL: 'debug' }),
    });
    await throughPrograms();
    await throughPortal(await signInAtPortal(platform.portalUrl, 'kemi-specialist'));
    await throughPortal(await signInAtPortal(platform.portalUrl, 'auditor'));
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
    await platform.kill('portal', 'SIGTERM');
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
    for (const { url } of databases().filter(({ name }) => name !== 'clients')) {
      const seen = (municipality: string) => scanDatabase(url, [inEvents(municipality), inColumns(municipality)]);
      expect((await seen(secretMunicipality)).sightings).toEqual([]);
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
