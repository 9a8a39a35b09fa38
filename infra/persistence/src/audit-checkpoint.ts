import { type KeyObject, sign } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a service swears to: at this moment its chain had this length and this last hash. */
export type Checkpoint = {
  readonly service: string;
  readonly seq: bigint;
  readonly hash: Buffer;
  /** ISO instant by the service's clock. */
  readonly at: string;
  readonly signature: Buffer;
};

/** The signed text. The first line keeps a signature from being used for anything else. */
const signedText = ({ service, seq, hash, at }: Omit<Checkpoint, 'signature'>): Buffer =>
  Buffer.from(`tyovayla-audit-checkpoint-v1\n${service}\n${seq}\n${hash.toString('hex')}\n${at}`);

/** Signs the end of a chain with the service's Ed25519 key. */
export const signCheckpoint = (key: KeyObject, end: Omit<Checkpoint, 'signature'>): Checkpoint => ({
  ...end,
  signature: sign(null, signedText(end), key),
});

const fileOf = (dir: string, service: string): string => join(dir, `${service}.checkpoints.jsonl`);

/** Appends to the witness's file, one JSON object a line, and waits until it is on the disk. */
export const appendCheckpoint = async (dir: string, checkpoint: Checkpoint): Promise<void> => {
  await mkdir(dir, { recursive: true });
  const line = {
    service: checkpoint.service,
    seq: checkpoint.seq.toString(),
    hash: checkpoint.hash.toString('hex'),
    at: checkpoint.at,
    signature: checkpoint.signature.toString('base64'),
  };
  const file = await open(fileOf(dir, checkpoint.service), 'a', 0o640);
  try {
    await file.appendFile(`${JSON.stringify(line)}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
};

/** The last thing this service swore to in this folder; undefined before the first. A half-written last line is passed over. */
export const lastCheckpoint = async (
  dir: string,
  service: string,
): Promise<{ seq: bigint; hash: Buffer } | undefined> => {
  const text = await readFile(fileOf(dir, service), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const line = text.split('\n').slice(0, -1).at(-1);
  if (line === undefined) return undefined;
  const { seq, hash } = JSON.parse(line) as { seq: string; hash: string };
  return { seq: BigInt(seq), hash: Buffer.from(hash, 'hex') };
};
