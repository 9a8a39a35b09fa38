import type { Interpreters } from '../../application/part-ports.ts';
import type { LanguageCode } from '../../domain/profile/language-skill.ts';

// By a record's id, or by the id of one that went into it.
const findText = 'SELECT language FROM client_interpreter WHERE client_id IN ($1, kept_client($1))';

const saveText = `INSERT INTO client_interpreter (client_id, language) VALUES ($1, $2)
  ON CONFLICT (client_id) DO UPDATE SET language = excluded.language`;

/** Interpreters that clients need, in Postgres; a client without a row needs none. */
export const interpreters: Interpreters = {
  find: async (sql, clientId) => {
    const [row] = await sql.query<{ readonly language: LanguageCode | null }>(findText, [clientId]);
    return row === undefined || row.language === null ? {} : { interpreterLanguage: row.language };
  },
  save: (clientId, { interpreterLanguage }) => ({ text: saveText, values: [clientId, interpreterLanguage] }),
};
