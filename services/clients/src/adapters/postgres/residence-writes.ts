import type { Write } from '@tyovayla/kernel/sql';
import type { Client } from '../../domain/client/client.ts';

const insertText = 'INSERT INTO residence (client_id, from_on, municipality_code) VALUES ($1, $2, $3)';

const upsertText = `${insertText}
  ON CONFLICT (client_id, from_on) DO UPDATE SET municipality_code = excluded.municipality_code`;

const valuesOf = ({ clientId, residentSince, person }: Client): readonly unknown[] => [
  clientId,
  residentSince,
  person.municipalityCode,
];

/** Where a person lives when they come into the registry. */
export const insertResidence = (client: Client): Write => ({ text: insertText, values: valuesOf(client) });

const forgetText = 'DELETE FROM residence WHERE client_id = $1 AND from_on < $2';

/** A history that was withheld is not told afterwards either: it goes when the order is lifted. */
const forgotten = (before: Client, after: Client): readonly Write[] =>
  before.protectionOrder !== undefined && after.protectionOrder === undefined
    ? [{ text: forgetText, values: [after.clientId, after.residentSince] }]
    : [];

/** Where a person lives from a day on; on the very day known last it corrects that day. No write where nothing changed. */
export const changeResidence = (before: Client, after: Client): readonly Write[] => {
  const stays =
    before.residentSince === after.residentSince && before.person.municipalityCode === after.person.municipalityCode;
  return [...(stays ? [] : [{ text: upsertText, values: valuesOf(after) }]), ...forgotten(before, after)];
};
