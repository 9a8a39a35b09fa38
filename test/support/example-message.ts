import type { DescEnum, DescField, DescMessage, JsonObject, JsonValue } from '@bufbuild/protobuf';

/** The text that stands in a field of this name. */
export type ExampleText = (fieldName: string) => string;

const exampleValue = ({ values }: DescEnum): JsonValue => values[1]?.name ?? 0;

const exampleItem = (list: DescField, text: ExampleText): JsonValue => {
  if (list.message) return exampleOf(list.message, text);
  return list.enum ? exampleValue(list.enum) : text(list.name);
};

const example = (field: DescField, text: ExampleText): JsonValue => {
  if (field.message?.typeName === 'google.protobuf.Timestamp') return '2026-02-02T21:59:00Z';
  if (field.fieldKind === 'message') return exampleOf(field.message, text);
  if (field.fieldKind === 'list') return [exampleItem(field, text)];
  if (field.fieldKind === 'enum') return exampleValue(field.enum);
  if (field.scalar === 8) return true;
  return field.scalar === 9 ? text(field.name) : 7;
};

/** A message with something in every field, as JSON; of fields that exclude each other, in the first. */
export const exampleOf = (message: DescMessage, text: ExampleText): JsonObject =>
  Object.fromEntries(
    message.fields
      .filter((field) => field.oneof === undefined || field.oneof.fields[0] === field)
      .map((field) => [field.jsonName, example(field, text)]),
  );
