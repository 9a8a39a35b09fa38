/** Writes golden bytes for events that have none yet: `node test/contracts/write-golden.ts`. Never touches a written one. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromJson, toBinary } from '@bufbuild/protobuf';
import { eventMessages, readRegistry, root } from '../support/descriptors.ts';
import { exampleOf } from '../support/example-message.ts';

const registry = readRegistry();

const exampleText = (name: string): string => {
  if (name === 'municipality_code') return '851';
  if (name === 'status_code') return '02';
  return name.endsWith('_date') ? '2026-02-02' : `example-${name}`;
};

for (const message of eventMessages(registry)) {
  const path = join(root, 'test/contracts/golden', `${message.typeName}.1.json`);
  if (existsSync(path)) continue;
  const json = exampleOf(message, exampleText);
  const hex = Buffer.from(toBinary(message, fromJson(message, json, { registry }))).toString('hex');
  writeFileSync(path, `${JSON.stringify({ type: message.typeName, hex, json }, undefined, 2)}\n`);
}
