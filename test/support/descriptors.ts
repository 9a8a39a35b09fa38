import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createFileRegistry,
  type DescField,
  type DescMessage,
  type FileRegistry,
  fromBinary,
} from '@bufbuild/protobuf';
import { type FileDescriptorSet, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

/** Root of the repository; tests run from there. */
export const root = process.cwd();

export const readDescriptorSet = (): FileDescriptorSet =>
  fromBinary(FileDescriptorSetSchema, readFileSync(join(root, 'proto/gen/descriptors.binpb')));

export const readRegistry = (): FileRegistry => createFileRegistry(readDescriptorSet());

const ownFiles = (registry: FileRegistry) => [...registry.files].filter((file) => file.name.startsWith('tyovayla/'));

const isOfEvents = ({ name }: { readonly name: string }): boolean => name.endsWith('_events');

/** The files that hold events, each with its package. */
export const eventFiles = (registry: FileRegistry): { readonly name: string; readonly package: string }[] =>
  ownFiles(registry)
    .filter(isOfEvents)
    .map(({ name, proto }) => ({ name, package: proto.package }));

/** Every message that travels as an event: those of the `*_events` files. */
export const eventMessages = (registry: FileRegistry): DescMessage[] =>
  ownFiles(registry)
    .filter(isOfEvents)
    .flatMap((file) => file.messages);

export const allMessages = (registry: FileRegistry): DescMessage[] =>
  ownFiles(registry).flatMap((file) => file.messages);

/** Every field reached from a message, with its path, nested messages included once. */
export const fieldsReachedFrom = (message: DescMessage, path = '', seen = new Set<string>()): [string, DescField][] => {
  if (seen.has(message.typeName)) return [];
  const deeper = new Set(seen).add(message.typeName);
  return message.fields.flatMap((field): [string, DescField][] => {
    const here = path === '' ? field.name : `${path}.${field.name}`;
    const nested = field.message === undefined ? [] : fieldsReachedFrom(field.message, here, deeper);
    return [[here, field], ...nested];
  });
};
