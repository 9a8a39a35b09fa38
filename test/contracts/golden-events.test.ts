import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DescMessage, fromBinary, fromJson, type JsonValue, toBinary, toJson } from '@bufbuild/protobuf';
import * as clientsEvents from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import { eventFiles, eventMessages, readRegistry, root } from '../support/descriptors.ts';

const folder = join(root, 'test/contracts/golden');
const registry = readRegistry();
const goldens = readdirSync(folder).filter((name) => name.endsWith('.json'));

type Golden = { readonly type: string; readonly hex: string; readonly json: JsonValue };
const readGolden = (name: string): Golden => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden;

const messageOf = (type: string): DescMessage => {
  const message = registry.getMessage(type);
  if (!message) throw new Error(`no message ${type}: an event once published may never go away`);
  return message;
};

type Codec = { decode(bytes: Uint8Array): object; encode(message: never): { finish(): Uint8Array } };

/** The generated codecs by the full names of their messages, of every file of events. */
const codecs: ReadonlyMap<string, Codec> = new Map(
  eventFiles(registry).flatMap(({ name, package: service }) => {
    const generated = require(join(root, 'proto/gen/ts', `${name}.ts`)) as Readonly<Record<string, Codec>>;
    return Object.entries(generated).map(([message, codec]): [string, Codec] => [`${service}.${message}`, codec]);
  }),
);

const codecOf = (type: string): Codec => {
  const codec = codecs.get(type);
  if (!codec) throw new Error(`no generated code for ${type}`);
  return codec;
};

describe('golden events: what was ever published stays readable', () => {
  it('every event of the contracts has golden bytes', () => {
    const types = new Set(goldens.map((name) => readGolden(name).type));
    expect(
      eventMessages(registry)
        .map((message) => message.typeName)
        .filter((type) => !types.has(type)),
    ).toEqual([]);
  });

  it.each(goldens)('%s decodes to what it said when it was written', (name) => {
    const { type, hex, json } = readGolden(name);
    const decoded = fromBinary(messageOf(type), Buffer.from(hex, 'hex'));
    expect(toJson(messageOf(type), decoded, { registry })).toEqual(json);
  });

  it.each(goldens)('%s survives a hop through our own code byte by byte', (name) => {
    const { type, hex } = readGolden(name);
    const codec = codecOf(type);
    const hopped = codec.encode(codec.decode(Buffer.from(hex, 'hex')) as never).finish();
    expect(Buffer.from(hopped).toString('hex')).toBe(hex);
  });

  it.each(goldens)('%s keeps a field that today’s code does not know', (name) => {
    const { type, hex } = readGolden(name);
    const unknownField = 'ba3e0568656c6c6f'; // field 999, bytes "hello"
    const codec = codecOf(type);
    const hopped = codec.encode(codec.decode(Buffer.from(hex + unknownField, 'hex')) as never).finish();
    expect(Buffer.from(hopped).toString('hex')).toContain(unknownField);
  });

  it('an enum value from the future survives a hop', () => {
    const future = clientsEvents.JobSearchStarted.encode({
      ...clientsEvents.JobSearchStarted.fromPartial({ clientId: 'c' }),
      ageBand: 77 as clientsEvents.AgeBand,
    }).finish();
    const hopped = clientsEvents.JobSearchStarted.encode(clientsEvents.JobSearchStarted.decode(future)).finish();
    expect(Buffer.from(hopped)).toEqual(Buffer.from(future));
  });

  it('golden bytes match their JSON in both directions', () => {
    for (const name of goldens) {
      const { type, hex, json } = readGolden(name);
      const bytes = toBinary(messageOf(type), fromJson(messageOf(type), json, { registry }));
      expect([name, Buffer.from(bytes).toString('hex')]).toEqual([name, hex]);
    }
  });
});
