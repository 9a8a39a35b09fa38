import {
  createFileRegistry,
  type DescField,
  type DescMessage,
  fromBinary,
  type Message,
  type Registry,
  toBinary,
} from '@bufbuild/protobuf';
import { type Path, type ReflectMessage, reflect } from '@bufbuild/protobuf/reflect';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { createValidator, type Validator, type Violation } from '@bufbuild/protovalidate';
import type { FieldViolation } from '@tyovayla/kernel/refusal';

/** What the rules said, and the bytes of the very message that they looked at. */
export type Inspected = { readonly violations: readonly FieldViolation[]; readonly canonical: Uint8Array };

/**
 * Says what is wrong with a request's bytes by the contract's rules. Throws where they are no such message. Two readers
 * of protobuf may see two messages in the same bytes (a field of the wrong wire type, a message sent in parts):
 * whoever acts on the request reads `canonical`, or the rules could be got round.
 */
export type InspectRequest = (bytes: Uint8Array) => Inspected;

/** Makes an inspector for each request message of a contract. */
export type Contract = {
  readonly registry: Registry;
  inspectorOf(messageName: string): InspectRequest;
  /** Full name of a method's request message, by its path "/package.Service/Method". */
  requestOf(path: string): string;
};

const nothing: readonly FieldViolation[] = [];

const pathText = (path: Path): string => {
  let text = '';
  for (const step of path) {
    if (step.kind === 'list_sub') text += `[${step.index}]`;
    // A map's key comes from the caller and could hold anything.
    else if (step.kind === 'map_sub') text += typeof step.key === 'string' ? '[key]' : `[${step.key}]`;
    else text += `${text === '' ? '' : '.'}${step.name}`;
  }
  return text;
};

const constantText = /^[A-Za-z0-9 .,:;()_^$[\]{}\\/+*?|'"<>=`&-]{0,200}$/;

/** The rule's own text names the rule's limits, never the value; anything unusual is replaced. */
const violationOf = ({ field, ruleId, message }: Violation): FieldViolation => {
  const code = ruleId === '' ? 'invalid' : ruleId;
  return { field: pathText(field), code, description: message !== '' && constantText.test(message) ? message : code };
};

const nulViolation = (field: string): FieldViolation => ({
  field,
  code: 'string.nul',
  description: 'must not contain U+0000',
});

const hasNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\0');

const nulInField = (message: ReflectMessage, field: DescField, path: string): readonly FieldViolation[] => {
  if (!message.isSet(field)) return nothing;
  switch (field.fieldKind) {
    case 'scalar':
      return hasNul(message.get(field)) ? [nulViolation(path)] : nothing;
    case 'message':
      return nulIn(message.get(field), path);
    case 'list':
      return [...message.get(field)].flatMap((item, index) => nulInItem(item, `${path}[${index}]`));
    case 'map':
      return [...message.get(field)].flatMap(([key, item]) =>
        hasNul(key) ? [nulViolation(`${path}[key]`)] : nulInItem(item, `${path}[key]`),
      );
    default:
      return nothing;
  }
};

const nulInItem = (item: unknown, path: string): readonly FieldViolation[] => {
  if (hasNul(item)) return [nulViolation(path)];
  return typeof item === 'object' && item !== null && 'desc' in item ? nulIn(item as ReflectMessage, path) : nothing;
};

const nulIn = (message: ReflectMessage, path: string): readonly FieldViolation[] =>
  message.fields.flatMap((field) => nulInField(message, field, path === '' ? field.name : `${path}.${field.name}`));

const inspector = (validator: Validator, schema: DescMessage): InspectRequest => {
  return (bytes) => {
    const message: Message = fromBinary(schema, bytes, { readUnknownFields: false });
    const canonical = toBinary(schema, message);
    const result = validator.validate(schema, message);
    if (result.kind === 'error') throw result.error;
    const broken = result.kind === 'invalid' ? result.violations.map(violationOf) : nothing;
    // Without a zero byte on the wire there is no U+0000 in any string: the usual request ends here.
    const nuls = bytes.includes(0) ? nulIn(reflect(schema, message), '') : nothing;
    return { violations: nuls.length === 0 ? broken : [...broken, ...nuls], canonical };
  };
};

/** Reads a contract from a serialised FileDescriptorSet (proto/gen/descriptors.binpb). */
export const readContract = (descriptors: Uint8Array): Contract => {
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, descriptors));
  const validator = createValidator({ registry });
  return {
    registry,
    inspectorOf: (name) => {
      const schema = registry.getMessage(name);
      if (!schema) throw new Error(`no message ${name} in the descriptors`);
      return inspector(validator, schema);
    },
    requestOf: (path) => {
      const [, serviceName = '', methodName = ''] = path.split('/');
      const method = registry.getService(serviceName)?.methods.find(({ name }) => name === methodName);
      if (!method) throw new Error(`no method ${path} in the descriptors`);
      return method.input.typeName;
    },
  };
};
