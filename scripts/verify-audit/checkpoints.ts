import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Finding } from './findings.ts';

/** A checkpoint whose signature holds. `hash` is hexadecimal. */
export type Checkpoint = { readonly seq: bigint; readonly hash: string };

type Line = {
  readonly service: string;
  readonly seq: string;
  readonly hash: string;
  readonly at: string;
  readonly signature: string;
};

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' &&
  value !== null &&
  ['service', 'seq', 'hash', 'at', 'signature'].every(
    (name) => typeof (value as Record<string, unknown>)[name] === 'string',
  );

const parse = (text: string): Line | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const holds = (line: Line, key: KeyObject): boolean => {
  // The signed text: five lines, joined by a line feed, without one at the end.
  const signed = ['tyovayla-audit-checkpoint-v1', line.service, line.seq, line.hash, line.at].join('\n');
  return /^\d+$/.test(line.seq) && verify(null, Buffer.from(signed), key, Buffer.from(line.signature, 'base64'));
};

/** Reads the witness's file (one JSON object a line) and checks every signature (Ed25519). */
export const readCheckpoints = (
  file: string,
  publicKeyFile: string,
): { readonly checkpoints: readonly Checkpoint[]; readonly findings: readonly Finding[] } => {
  const key = createPublicKey(readFileSync(publicKeyFile));
  const lines = readFileSync(file, 'utf8').split('\n');
  const checkpoints: Checkpoint[] = [];
  const findings: Finding[] = [];
  const services = new Set<string>();
  lines.forEach((text, index) => {
    // What follows the last line feed was still being written when the file was read or the machine failed.
    if (text === '' || index === lines.length - 1) return;
    const line = parse(text);
    if (line === undefined || !holds(line, key)) {
      findings.push({ kind: 'CHECKPOINT_FORGED', text: `line ${index + 1}: not a checkpoint signed with this key` });
      return;
    }
    services.add(line.service);
    checkpoints.push({ seq: BigInt(line.seq), hash: line.hash });
  });
  if (services.size > 1)
    findings.push({ kind: 'CHECKPOINT_FORGED', text: `checkpoints of several services: ${[...services].join(', ')}` });
  return { checkpoints, findings };
};
