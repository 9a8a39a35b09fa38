import type { NetworkClients } from '../../application/queries/list-network-clients.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { ServiceLanguage } from '../../domain/client/person.ts';
import type { LanguageCode } from '../../domain/profile/language-skill.ts';

type Row = {
  readonly client_id: ClientId;
  readonly given_names: string;
  readonly family_name: string;
  readonly service_language: ServiceLanguage;
  readonly interpreter_language: LanguageCode | null;
};

const listText = 'SELECT * FROM network_clients($1::uuid[], $2)';

/** Names for networks, in Postgres: by a function that answers guidance alone. */
export const networkClients: NetworkClients = {
  list: async (sql, { clientIds, handlerId }) => {
    const rows = await sql.query<Row>(listText, [clientIds, handlerId]);
    return rows.map((row) => ({
      clientId: row.client_id,
      givenNames: row.given_names,
      familyName: row.family_name,
      serviceLanguage: row.service_language,
      ...(row.interpreter_language !== null && { interpreterLanguage: row.interpreter_language }),
    }));
  },
};
