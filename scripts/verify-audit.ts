import { parseArgs } from 'node:util';
import pg from 'pg';
import { readCheckpoints } from './verify-audit/checkpoints.ts';
import type { Finding } from './verify-audit/findings.ts';
import { checkUnchained } from './verify-audit/unchained.ts';
import { walkChain } from './verify-audit/walk-chain.ts';

type Arguments = { readonly url: string; readonly checkpoints: string; readonly publicKey: string };

const readArguments = (): Arguments => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      checkpoints: { type: 'string' },
      'public-key': { type: 'string' },
    },
  });
  const { url, checkpoints, 'public-key': publicKey } = values;
  if (url === undefined || checkpoints === undefined || publicKey === undefined) {
    throw new Error('--url, --checkpoints and --public-key are needed; see node scripts/verify-audit.js --help');
  }
  return { url, checkpoints, publicKey };
};

const verifyAudit = async (given: Arguments): Promise<readonly Finding[]> => {
  const witness = readCheckpoints(given.checkpoints, given.publicKey);
  const client = new pg.Client({ connectionString: given.url, application_name: 'verify-audit' });
  await client.connect();
  try {
    // One snapshot: what is written meanwhile is not looked at.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const started = performance.now();
    const walk = await walkChain(client, witness.checkpoints);
    const seconds = (performance.now() - started) / 1000;
    const unchained = await checkUnchained(client, walk.end);
    const rate = Math.round(walk.links / Math.max(seconds, 0.001));
    console.log(
      `checked ${walk.links} links in ${seconds.toFixed(2)} s (${rate} rows/s), ${witness.checkpoints.length} signed checkpoints`,
    );
    console.log(`not chained yet: ${unchained.recent} recent entries`);
    const alone = walk.links > 0 && witness.checkpoints.length === 0;
    const unwitnessed: Finding[] = alone
      ? [{ kind: 'UNWITNESSED', text: 'no signed checkpoint: a cut or rewritten chain would go unnoticed' }]
      : [];
    return [...witness.findings, ...walk.findings, ...unchained.findings, ...unwitnessed];
  } finally {
    await client.end();
  }
};

const main = async (): Promise<number> => {
  const findings = await verifyAudit(readArguments());
  for (const { kind, text } of findings) console.log(`${kind}: ${text}`);
  console.log(findings.length === 0 ? 'nothing found' : `${findings.length} findings`);
  return findings.length === 0 ? 0 : 1;
};

process.exitCode = await main().catch((error: unknown) => {
  console.error(`could not check: ${error instanceof Error ? error.message : String(error)}`);
  return 2;
});
