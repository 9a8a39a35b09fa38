import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Profiles } from '../../application/part-ports.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { ClientProfile, Profile, ProfilePart, Publication } from '../../domain/profile/profile.ts';

type ProfileRow = {
  readonly version: number;
  readonly profile: Profile;
  readonly publisher: Publication['publisher'] | null;
  readonly published_parts: readonly ProfilePart[] | null;
  readonly published_on: LocalDate | null;
};

const findText = `SELECT version, profile, publisher, published_parts, published_on
  FROM client_profile WHERE client_id = $1`;

const insertText = `INSERT INTO client_profile (client_id, version, profile, publisher, published_parts, published_on)
  VALUES ($1, $2, $3, $4, $5, $6)`;

const updateText = `UPDATE client_profile SET version = $2, profile = $3, publisher = $4, published_parts = $5,
  published_on = $6 WHERE client_id = $1 AND version = $7`;

const withdrawText = `UPDATE client_profile SET version = version + 1, publisher = NULL, published_parts = NULL,
  published_on = NULL WHERE client_id = $1 AND publisher IS NOT NULL`;

const publicationFrom = ({ publisher, published_parts: parts, published_on: publishedOn }: ProfileRow) =>
  publisher === null || parts === null || publishedOn === null
    ? {}
    : { publication: { publisher, parts, publishedOn } };

const valuesOf = (clientId: ClientId, { version, profile, publication }: ClientProfile): readonly unknown[] => [
  clientId,
  version,
  JSON.stringify(profile),
  publication?.publisher,
  publication?.parts,
  publication?.publishedOn,
];

/** Profiles in Postgres, each as one JSON document: nobody searches in them here. */
export const profiles: Profiles = {
  find: async (sql, clientId) => {
    const [row] = await sql.query<ProfileRow>(findText, [clientId]);
    return row && { version: row.version, profile: row.profile, ...publicationFrom(row) };
  },
  save: ({ clientId, before, after }) => [
    before === undefined
      ? { text: insertText, values: valuesOf(clientId, after), expectRows: 1 }
      : { text: updateText, values: [...valuesOf(clientId, after), before.version], expectRows: 1 },
  ],
  withdrawUnderProtection: (clientId) => ({ text: withdrawText, values: [clientId] }),
};
