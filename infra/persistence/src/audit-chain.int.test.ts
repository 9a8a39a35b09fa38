import { execFile } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry } from '@tyovayla/kernel/audit-entry';
import { eventually } from '@tyovayla/testing/eventually';
import { projectRoot } from '@tyovayla/testing/project-root';
import { auditWrite } from './audit.ts';
import { type AuditChain, ChainAltered, startAuditChain } from './audit-chain.ts';
import { persistenceMigrations } from './persistence-migrations.ts';
import { anAuditEntry } from './testing/audited.ts';
import { liisa, startTestDatabase, type TestDatabase } from './testing/test-database.ts';

const entryOf = (seq: number) => `(SELECT entry_id FROM audit_chain WHERE seq = ${seq})`;

/** The hash of a link as someone computes it who knows how: only the signing key is missing. */
const linkHash = `
CREATE FUNCTION link_hash(previous bytea, e audit_entry) RETURNS bytea LANGUAGE plpgsql AS $link$
DECLARE form bytea := ''; part text;
BEGIN
  FOREACH part IN ARRAY ARRAY[e.entry_id::text, (extract(epoch FROM e.recorded_at) * 1000000)::bigint::text,
    e.actor_kind, e.actor_id, e.actor_role, e.program, e.action, e.data_group, e.purpose,
    e.subject_id, e.result, e.rule, e.request_id, e.correlation_id,
    (extract(epoch FROM e.stored_at) * 1000000)::bigint::text, e.xid::text] LOOP
    form := form || convert_to(coalesce(octet_length(part) || ':' || part || ',', '~,'), 'UTF8');
  END LOOP;
  RETURN sha256(previous || form);
END $link$`;

/** Chains the whole log anew. */
const rewriteChain = `
DO $rewrite$
DECLARE link record; previous bytea := decode(repeat('00', 32), 'hex');
BEGIN
  FOR link IN SELECT c.seq, e FROM audit_chain c JOIN audit_entry e USING (entry_id) ORDER BY c.seq LOOP
    UPDATE audit_chain SET prev_hash = previous, entry_hash = link_hash(previous, link.e) WHERE seq = link.seq
      RETURNING entry_hash INTO previous;
  END LOOP;
END $rewrite$`;

const copyOfEntry7 = `INSERT INTO audit_entry SELECT (jsonb_populate_record(e, jsonb_build_object('entry_id', gen_random_uuid()))).* FROM audit_entry e WHERE entry_id = ${entryOf(7)}`;

/** Puts a copy of entry 7 into the chain as link 8, rightly linked to link 7. */
const insertLink = `
  ${copyOfEntry7};
  UPDATE audit_chain SET seq = -seq - 1 WHERE seq > 7;
  UPDATE audit_chain SET seq = -seq WHERE seq < 0;
  INSERT INTO audit_chain SELECT 8, e.entry_id, e.xid, c.entry_hash, link_hash(c.entry_hash, e)
    FROM audit_chain c, audit_entry e WHERE c.seq = 7 AND NOT EXISTS (SELECT FROM audit_chain l WHERE l.entry_id = e.entry_id)`;

describe('the chain over the access log', () => {
  let test: TestDatabase;
  let folder: string;
  let signingKey: KeyObject;
  let chains: AuditChain[];

  beforeAll(async () => {
    test = await startTestDatabase(persistenceMigrations);
    await test.asAdmin(linkHash);
  });
  afterAll(() => test.stop());

  beforeEach(async () => {
    await test.asAdmin('TRUNCATE audit_entry, audit_chain, audit_checkpoint');
    folder = mkdtempSync(join(tmpdir(), 'tyovayla-audit-'));
    const pair = generateKeyPairSync('ed25519');
    signingKey = pair.privateKey;
    writeFileSync(join(folder, 'audit.pem'), pair.publicKey.export({ type: 'spki', format: 'pem' }));
    chains = [];
  });
  afterEach(async () => {
    await Promise.all(chains.map((chain) => chain.stop()));
    rmSync(folder, { recursive: true });
  });

  const startChain = (known: Partial<Parameters<typeof startAuditChain>[0]> = {}): AuditChain => {
    const options = { database: test.database, signingKey, checkpointDir: folder, service: 'clients', pollMs: 60_000 };
    const chain = startAuditChain({ ...options, clock: { now: () => new Date() }, onError: () => undefined, ...known });
    chains.push(chain);
    return chain;
  };

  const record = (...entries: readonly AuditEntry[]) =>
    test.database.transact(liisa, (tx) => tx.write(entries.map(auditWrite)));

  const recordMany = async (count: number) => {
    for (let index = 0; index < count; index += 1)
      await record(anAuditEntry({ subjectId: `client-${index}`, reason: index % 3 === 0 ? 'ä, 5:x' : undefined }));
  };

  /** Runs the separate program and gives its exit code and the kinds that it found. */
  const verify = () =>
    new Promise<{ code: number; kinds: readonly string[]; output: string }>((resolve) => {
      const script = join(projectRoot, 'scripts', 'verify-audit.ts');
      const args = [
        '--url',
        test.adminUrl,
        '--checkpoints',
        join(folder, 'clients.checkpoints.jsonl'),
        '--public-key',
        join(folder, 'audit.pem'),
      ];
      execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
        const kinds = [...stdout.matchAll(/^([A-Z_]+): /gm)].map(([, kind]) => kind ?? '');
        resolve({ code: error ? Number(error.code) : 0, kinds: [...new Set(kinds)], output: stdout + stderr });
      });
    });

  /** Runs the chain until it has so many links: Postgres's own housekeeping may hold it up for a moment. */
  const untilLinks = (chain: AuditChain, links: number) =>
    eventually(async () => {
      await chain.runOnce();
      return (await test.asAdmin('SELECT 1 FROM audit_chain')).length === links;
    });

  const chained = async (count: number) => {
    await recordMany(count);
    const chain = startChain();
    await untilLinks(chain, count);
    await chain.stop();
  };

  it('holds where nobody touched it', async () => {
    await chained(20);

    const report = await verify();

    expect(report).toMatchObject({ code: 0, kinds: [] });
    expect(report.output).toContain('checked 20 links');
  });

  it.each([
    ['an edited entry', 'EDITED', `UPDATE audit_entry SET actor_id = 'staff-0002' WHERE entry_id = ${entryOf(7)}`],
    [
      'an edited time',
      'EDITED',
      `UPDATE audit_entry SET recorded_at = recorded_at + interval '1 microsecond' WHERE entry_id = ${entryOf(7)}`,
    ],
    [
      'text moved from one column to the next',
      'EDITED',
      `UPDATE audit_entry SET data_group = 'client-recordemployment', purpose = '-service' WHERE entry_id = ${entryOf(7)}`,
    ],
    ['a deleted entry', 'DELETED', `DELETE FROM audit_entry WHERE entry_id = ${entryOf(7)}`],
    [
      'an entry deleted with its link',
      'DELETED',
      `WITH gone AS (DELETE FROM audit_chain WHERE seq = 7 RETURNING entry_id) DELETE FROM audit_entry WHERE entry_id IN (SELECT entry_id FROM gone)`,
    ],
    ['an entry inserted among old ones', 'INSERTED', copyOfEntry7],
    [
      'two links that changed places',
      'REORDERED',
      'UPDATE audit_chain SET seq = -seq WHERE seq IN (7, 12); UPDATE audit_chain SET seq = 19 + seq WHERE seq < 0',
    ],
    [
      'two neighbours that changed places',
      'REORDERED',
      'UPDATE audit_chain SET seq = -seq WHERE seq IN (7, 8); UPDATE audit_chain SET seq = 15 + seq WHERE seq < 0',
    ],
    [
      'two links that changed entries',
      'REORDERED',
      `ALTER TABLE audit_chain DROP CONSTRAINT audit_chain_entry; UPDATE audit_chain c SET entry_id = o.entry_id, entry_xid = o.entry_xid FROM audit_chain o WHERE c.seq IN (7, 12) AND o.seq = 19 - c.seq`,
    ],
    [
      'an end that was cut off',
      'TRUNCATED',
      `WITH gone AS (DELETE FROM audit_chain WHERE seq > 17 RETURNING entry_id) DELETE FROM audit_entry WHERE entry_id IN (SELECT entry_id FROM gone)`,
    ],
    ['a log that was emptied', 'TRUNCATED', 'TRUNCATE audit_entry, audit_chain, audit_checkpoint'],
    [
      'a chain that was written anew over an edited entry',
      'REWRITTEN',
      `UPDATE audit_entry SET actor_id = 'staff-0002' WHERE entry_id = ${entryOf(7)}; ${rewriteChain}`,
    ],
  ])('shows %s', async (_, kind, tampering) => {
    await chained(20);
    await expect(verify()).resolves.toMatchObject({ code: 0 });

    await test.asAdmin(tampering);
    const report = await verify();

    await test.asAdmin(
      'TRUNCATE audit_chain; ALTER TABLE audit_chain DROP CONSTRAINT IF EXISTS audit_chain_entry, ADD CONSTRAINT audit_chain_entry UNIQUE (entry_id)',
    );
    expect(report).toMatchObject({ code: 1, kinds: [kind] });
  });

  it('shows an entry that was put into the chain between two others', async () => {
    await chained(20);
    await test.asAdmin(insertLink);

    const report = await verify();

    expect(report).toMatchObject({ code: 1, kinds: ['REWRITTEN', 'INSERTED'] });
    expect(report.output).toContain('INSERTED: links 8 to 8');
  });

  it('shows a checkpoint that was not signed by the service', async () => {
    await chained(5);
    const file = join(folder, 'clients.checkpoints.jsonl');
    const line = JSON.parse(readFileSync(file, 'utf8'));
    appendFileSync(file, `${JSON.stringify({ ...line, seq: '3' })}\n`);

    await expect(verify()).resolves.toMatchObject({ code: 1, kinds: ['CHECKPOINT_FORGED'] });
  });

  it('tells of recent entries that wait, and complains only of late ones', async () => {
    await chained(5);
    await record(anAuditEntry(), anAuditEntry());
    const recent = await verify();
    await test.asAdmin(
      "UPDATE audit_entry SET stored_at = now() - interval '2 minutes' WHERE entry_id NOT IN (SELECT entry_id FROM audit_chain)",
    );
    const late = await verify();

    expect(recent).toMatchObject({ code: 0, output: expect.stringContaining('not chained yet: 2 recent entries') });
    expect(late).toMatchObject({ code: 1, kinds: ['UNCHAINED_TOO_LONG'] });
  });

  it('waits for the oldest running transaction and overtakes nothing', async () => {
    const chain = startChain();
    let fastIsIn: (() => void) | undefined;
    const slowMayEnd = new Promise<void>((resolve) => {
      fastIsIn = resolve;
    });
    const slow = test.database.transact(liisa, async (tx) => {
      await tx.write([auditWrite(anAuditEntry({ subjectId: 'slow' }))]);
      await slowMayEnd;
    });
    await eventually(
      async () =>
        (await test.asAdmin("SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction'")).length === 1,
    );
    await record(anAuditEntry({ subjectId: 'fast' }));

    await expect(chain.runOnce()).resolves.toBe(0);
    fastIsIn?.();
    await slow;

    await untilLinks(chain, 2);
    await expect(
      test.asAdmin('SELECT subject_id FROM audit_chain JOIN audit_entry USING (entry_id) ORDER BY seq'),
    ).resolves.toEqual([{ subject_id: 'slow' }, { subject_id: 'fast' }]);
  });

  it('has one writer at a time, also where three replicas chain while people work', async () => {
    const replicas = [startChain(), startChain(), startChain()];
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([recordMany(4), recordMany(4), ...replicas.map((chain) => chain.runOnce())]);
    }
    await Promise.all(replicas.map((chain) => untilLinks(chain, 40)));
    await Promise.all(replicas.map((chain) => chain.stop()));

    const report = await verify();

    expect(report).toMatchObject({ code: 0, output: expect.stringContaining('checked 40 links') });
  });

  it('swears a checkpoint after so many entries, and a last one at the end', async () => {
    const chain = startChain({ checkpointEveryEntries: 3 });
    for (const links of [3, 6]) {
      await recordMany(3);
      await untilLinks(chain, links);
    }
    await recordMany(1);
    await untilLinks(chain, 7);
    await chain.stop();

    const lines = readFileSync(join(folder, 'clients.checkpoints.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual(['3', '6', '7']);
    await expect(test.asAdmin('SELECT seq::int FROM audit_checkpoint ORDER BY seq')).resolves.toEqual([
      { seq: 3 },
      { seq: 6 },
      { seq: 7 },
    ]);
  });

  it('is not continued over a chain that was altered while the service was away', async () => {
    await chained(10);
    await test.asAdmin(
      `UPDATE audit_entry SET actor_id = 'staff-0002' WHERE entry_id = ${entryOf(7)}; ${rewriteChain}`,
    );
    await recordMany(1);
    const errors: unknown[] = [];

    const chain = startChain({ onError: (error) => errors.push(error) });

    await expect(chain.runOnce()).rejects.toThrow(ChainAltered);
    expect(errors[0]).toBeInstanceOf(ChainAltered);
  });
});
