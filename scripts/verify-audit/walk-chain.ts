import type pg from 'pg';
import { fieldCount, fieldExpressions, hashOfLink } from './canonical-form.ts';
import type { Checkpoint } from './checkpoints.ts';
import type { Finding } from './findings.ts';

/** One row of audit_chain with the entry that it points to. Hashes are hexadecimal. */
type Link = {
  readonly seq: bigint;
  readonly entryId: string;
  readonly xid: string;
  readonly previous: string;
  readonly hash: string;
  /** Undefined where the entry is gone. */
  readonly entry: readonly (string | null)[] | undefined;
};

/** What a walk from the first link to the last has seen. */
export type Walk = {
  readonly findings: readonly Finding[];
  readonly links: number;
  readonly end: { readonly seq: bigint; readonly entryId: string; readonly xid: string };
};

const batch = 5_000;
/** How many odd links are looked at one by one; beyond, a line of the report says that there are more. */
const mostExamined = 200;

const linksText = `SELECT c.seq::text, c.entry_id::text, c.entry_xid::text, encode(c.prev_hash, 'hex'), encode(c.entry_hash, 'hex'),
    ${fieldExpressions}
  FROM audit_chain c LEFT JOIN audit_entry e ON e.entry_id = c.entry_id
  WHERE c.seq > $1::bigint ORDER BY c.seq LIMIT ${batch}`;

const linkOf = (row: readonly (string | null)[]): Link => {
  const [seq, entryId, xid, previous, hash] = row;
  const entry = row.slice(row.length - fieldCount);
  return {
    seq: BigInt(seq ?? 0),
    entryId: entryId ?? '',
    xid: xid ?? '',
    previous: previous ?? '',
    hash: hash ?? '',
    entry: entry[0] === null ? undefined : entry,
  };
};

async function* allLinks(client: pg.ClientBase): AsyncGenerator<Link> {
  let after = -1n;
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      name: 'links',
      text: linksText,
      values: [after.toString()],
      rowMode: 'array',
    });
    const links = rows.map(linkOf);
    yield* links;
    if (links.length < batch) return;
    after = links.at(-1)?.seq ?? after;
  }
}

/** Links whose content or place is wrong, kept for a closer look. */
type Oddities = { readonly altered: Link[]; readonly misplaced: Link[]; more: number };

const keep = (list: Link[], link: Link, oddities: Oddities): void => {
  if (list.length < mostExamined) list.push(link);
  else oddities.more += 1;
};

/** An altered link is a moved one where another altered link's entry fits it. */
const judgeAltered = (altered: readonly Link[]): Finding[] =>
  altered.map((link) => {
    const fitting = altered.find(
      (other) => other !== link && other.entry && hashOfLink(link.previous, other.entry) === link.hash,
    );
    return fitting
      ? {
          kind: 'REORDERED',
          text: `link ${link.seq} points to entry ${link.entryId}, but was made for ${fitting.entryId}`,
        }
      : { kind: 'EDITED', text: `entry ${link.entryId} at link ${link.seq} is not what was chained` };
  });

/**
 * A link that doesn't continue the one before it. Where another link rightly continues the same predecessor, the
 * links from there on were inserted; else links were moved.
 */
const judgeMisplaced = async (client: pg.ClientBase, misplaced: readonly Link[]): Promise<Finding[]> => {
  const odd = new Set(misplaced.map((link) => link.seq));
  const findings: Finding[] = [];
  for (const link of misplaced) {
    const { rows } = await client.query<{ seq: string }>(
      "SELECT seq::text FROM audit_chain WHERE entry_hash = decode($1, 'hex') LIMIT 1",
      [link.previous],
    );
    const predecessor = rows[0] && BigInt(rows[0].seq);
    if (predecessor === undefined) {
      findings.push({ kind: 'EDITED', text: `link ${link.seq} continues a link that is not in the chain` });
    } else if (predecessor < link.seq && !odd.has(predecessor + 1n)) {
      findings.push({
        kind: 'INSERTED',
        text: `links ${predecessor + 1n} to ${link.seq - 1n} were put between two that belong together`,
      });
    } else {
      findings.push({ kind: 'REORDERED', text: `link ${link.seq} belongs after link ${predecessor}` });
    }
  }
  return findings;
};

/** Walks the whole chain in the client's transaction and checks every link, entry and checkpoint. */
export const walkChain = async (client: pg.ClientBase, checkpoints: readonly Checkpoint[]): Promise<Walk> => {
  const findings: Finding[] = [];
  const oddities: Oddities = { altered: [], misplaced: [], more: 0 };
  const sworn = Map.groupBy(checkpoints, (checkpoint) => checkpoint.seq);
  let last = { seq: 0n, hash: '0'.repeat(64), entryId: '00000000-0000-0000-0000-000000000000', xid: '0' };
  let links = 0;
  for await (const link of allLinks(client)) {
    links += 1;
    const gap = link.seq !== last.seq + 1n;
    if (gap) findings.push({ kind: 'DELETED', text: `links ${last.seq + 1n} to ${link.seq - 1n} are missing` });
    else if (link.previous !== last.hash) keep(oddities.misplaced, link, oddities);
    if (link.entry === undefined) {
      findings.push({ kind: 'DELETED', text: `entry ${link.entryId} of link ${link.seq} is missing` });
    } else if (hashOfLink(link.previous, link.entry) !== link.hash || link.entry.at(-1) !== link.xid) {
      keep(oddities.altered, link, oddities);
    }
    if (sworn.get(link.seq)?.some((checkpoint) => checkpoint.hash !== link.hash)) {
      findings.push({
        kind: 'REWRITTEN',
        text: `link ${link.seq} is not the one that its signed checkpoint swears to`,
      });
    }
    last = link;
  }
  findings.push(...judgeAltered(oddities.altered), ...(await judgeMisplaced(client, oddities.misplaced)));
  if (oddities.more > 0)
    findings.push({ kind: 'EDITED', text: `${oddities.more} more links are altered or out of place` });
  const furthest = checkpoints.toSorted((a, b) => Number(a.seq - b.seq)).at(-1)?.seq ?? 0n;
  if (last.seq < furthest) {
    findings.push({
      kind: 'TRUNCATED',
      text: `the chain ends at link ${last.seq}, a signed checkpoint swears to link ${furthest}`,
    });
  }
  return { findings, links, end: { seq: last.seq, entryId: last.entryId, xid: last.xid } };
};
