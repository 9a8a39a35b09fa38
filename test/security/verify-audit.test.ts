import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { root } from '../support/descriptors.ts';
import { aRegistration, artificialCode } from '../support/register-person.ts';
import { programOn } from '../support/service-calls.ts';
import { askDatabase } from '../support/stored-facts.ts';

const people = 12;

const entryOf = (seq: number): string => `(SELECT entry_id FROM audit_chain WHERE seq = ${seq})`;

/** What somebody with the server's own password may do to the access log, and how it is called when it is found. */
const tamperings: readonly (readonly [what: string, kind: string, statement: string])[] = [
  ['edits who it was', 'EDITED', `UPDATE audit_entry SET actor_id = 'staff-0002' WHERE entry_id = ${entryOf(5)}`],
  ['edits what came of it', 'EDITED', `UPDATE audit_entry SET result = 'SHOWN' WHERE entry_id = ${entryOf(6)}`],
  ['deletes an entry', 'DELETED', `DELETE FROM audit_entry WHERE entry_id = ${entryOf(5)}`],
  [
    'inserts an entry among old ones',
    'INSERTED',
    `INSERT INTO audit_entry SELECT (jsonb_populate_record(e, jsonb_build_object('entry_id', gen_random_uuid()))).*
     FROM audit_entry e WHERE entry_id = ${entryOf(5)}`,
  ],
  [
    'changes the order of two entries',
    'REORDERED',
    'UPDATE audit_chain SET seq = -seq WHERE seq IN (5, 6); UPDATE audit_chain SET seq = 11 + seq WHERE seq < 0',
  ],
  [
    'cuts the end off',
    'TRUNCATED',
    `WITH gone AS (DELETE FROM audit_chain WHERE seq > (SELECT max(seq) - 3 FROM audit_chain) RETURNING entry_id)
     DELETE FROM audit_entry WHERE entry_id IN (SELECT entry_id FROM gone)`,
  ],
  ['empties everything', 'TRUNCATED', 'TRUNCATE audit_entry, audit_chain, audit_checkpoint'],
];

describe('the access log of a platform that has been in use', () => {
  let platform: Platform;
  let source: string;

  /** The database under another name, as the server's owner: row-level security and grants are no obstacle. */
  const urlOf = (database: string): string => {
    const url = new URL(platform.postgres.adminUrl);
    url.pathname = `/${database}`;
    return url.href;
  };

  const verify = (database: string): Promise<{ readonly code: number; readonly kinds: readonly string[] }> => {
    const given = {
      url: urlOf(database),
      checkpoints: join(platform.stateDir, 'audit', 'clients', 'clients.checkpoints.jsonl'),
      'public-key': platform.secrets.auditPublicKeyFile('clients'),
    };
    const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
    return new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'scripts', 'verify-audit.js'), ...args], (error, stdout) => {
        const kinds = [...stdout.matchAll(/^([A-Z_]+): /gm)].map(([, kind]) => kind ?? '');
        resolve({ code: error === null ? 0 : Number(error.code), kinds: [...new Set(kinds)] });
      });
    });
  };

  /** A copy to tamper with; the service is down, so that nobody is connected to the original. */
  const copy = async (): Promise<string> => {
    const name = `tampered_${randomUUID().replaceAll('-', '')}`;
    await askDatabase(platform.postgres.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${source}`);
    return name;
  };

  beforeAll(async () => {
    platform = await startPlatform({ services: ['clients'] });
    const url = platform.databases.clients?.migratorUrl ?? '';
    source = new URL(url).pathname.slice(1);
    const population = programOn(platform, 'population', 'clients');
    const portal = programOn(platform, 'portal', 'clients');
    const token = await platform.token('kemi-specialist', 'clients', 'portal');
    for (let number = 1; number <= people; number += 1) {
      const request = aRegistration({ identityCode: artificialCode(number) });
      expect(await population.call({ method: 'RegisterJobSeeker', request })).toMatchObject({ code: 'OK' });
      await portal.call({ method: 'GetClient', request: { clientId: randomUUID() }, token });
    }
    for (const line of [population, portal]) line.close();
    // On its way down the service chains what is left and swears to the end.
    await platform.kill('clients', 'SIGTERM');
    await eventually(async () => {
      const [count] = await askDatabase<{ entries: number; links: number }>(
        urlOf(source),
        'SELECT (SELECT count(*) FROM audit_entry)::int AS entries, (SELECT count(*) FROM audit_chain)::int AS links',
      );
      return (count?.entries ?? 0) >= 2 * people && count?.entries === count?.links;
    });
  }, 120_000);

  afterAll(() => platform.stop());

  it('is found sound where nobody touched it', async () => {
    expect(await verify(source)).toEqual({ code: 0, kinds: [] });
    expect(await verify(await copy())).toEqual({ code: 0, kinds: [] });
  }, 30_000);

  it.each(tamperings)(
    'gives away whoever %s',
    async (_what, kind, statement) => {
      const database = await copy();
      await askDatabase(urlOf(database), statement);
      expect(await verify(database)).toEqual({ code: 1, kinds: [kind] });
    },
    30_000,
  );

  it('is not called sound where it could not be looked at', async () => {
    expect(await verify('nowhere')).toMatchObject({ code: 2 });
  });
});
