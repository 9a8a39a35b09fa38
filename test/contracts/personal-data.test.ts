import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allMessages,
  eventMessages,
  fieldsReachedFrom,
  readDescriptorSet,
  readRegistry,
  root,
} from '../support/descriptors.ts';
import { fieldComments } from '../support/field-comments.ts';

const registry = readRegistry();
const comments = fieldComments(readDescriptorSet());
const listed = JSON.parse(readFileSync(join(root, 'proto/personal-in-events.json'), 'utf8')) as Record<string, string>;

const isPersonal = (typeName: string, field: string): boolean =>
  comments.get(`${typeName}.${field}`)?.startsWith('PERSONAL:') ?? false;

describe('personal data in the contracts', () => {
  it('sees the events that the services publish', () => {
    expect(eventMessages(registry).map((message) => message.name)).toEqual(
      expect.arrayContaining(['ClientRegistered', 'JobSearchStarted', 'JobSearchEnded']),
    );
  });

  it.each(eventMessages(registry).map((message) => [message.typeName, message] as const))(
    '%s carries no field marked PERSONAL that is not listed with its reason',
    (_, message) => {
      const personal = fieldsReachedFrom(message)
        .filter(([, field]) => isPersonal(field.parent.typeName, field.name))
        .map(([path]) => `${message.typeName}.${path}`)
        .filter((path) => listed[path] === undefined);
      expect(personal).toEqual([]);
    },
  );

  it.each(['identity_code', 'given_names', 'family_name', 'birth_date', 'email', 'phone', 'street_address'])(
    'every field named %s is marked PERSONAL, so that the check above can see it',
    (name) => {
      const fields = allMessages(registry).flatMap((message) => message.fields.filter((field) => field.name === name));
      expect(fields.length).toBeGreaterThan(0);
      for (const field of fields)
        expect([field.toString(), isPersonal(field.parent.typeName, name)]).toEqual([field.toString(), true]);
    },
  );

  it('every field of every message has a comment', () => {
    const bare = allMessages(registry).flatMap((message) =>
      message.fields
        .filter((field) => !comments.get(`${message.typeName}.${field.name}`))
        .map((field) => field.toString()),
    );
    expect(bare).toEqual([]);
  });
});
