/** Writes golden bytes for events that have none yet: `node test/contracts/write-golden.ts`. Never touches a written one. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DescField,
  type DescMessage,
  fromJson,
  type JsonObject,
  type JsonValue,
  toBinary,
} from '@bufbuild/protobuf';
import { eventMessages, readRegistry, root } from '../support/descriptors.ts';

const registry = readRegistry();

const exampleText = (name: string): string => {
  if (name === 'municipality_code') return '851';
  if (name === 'status_code') return '02';
  return name.endsWith('_date') ? '2026-02-02' : `example-${name}`;
};

const example = (field: DescField): JsonValue => {
  if (field.message?.typeName === 'google.protobuf.Timestamp') return '2026-02-02T21:59:00Z';
  if (field.fieldKind === 'message') return exampleOf(field.message);
  if (field.fieldKind === 'list') return [field.message ? exampleOf(field.message) : exampleText(field.name)];
  if (field.fieldKind === 'enum') return field.enum.values[1]?.name ?? 0;
  if (field.scalar === 8) return true;
  return field.scalar === 9 ? exampleText(field.name) : 7;
};

const exampleOf = (message: DescMessage): JsonObject =>
  Object.fromEntries(message.fields.map((field) => [field.jsonName, example(field)]));

for (const message of eventMessages(registry)) {
  const path = join(root, 'test/contracts/golden', `${message.typeName}.1.json`);
  if (existsSync(path)) continue;
  const json = exampleOf(message);
  const hex = Buffer.from(toBinary(message, fromJson(message, json, { registry }))).toString('hex');
  writeFileSync(path, `${JSON.stringify({ type: message.typeName, hex, json }, undefined, 2)}\n`);
}
