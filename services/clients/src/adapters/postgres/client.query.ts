import type { Sql } from '@tyovayla/kernel/sql';
import { managerOf } from '@tyovayla/persistence/transaction';
import type { SelectQueryBuilder } from 'typeorm';
import type { ClientReader } from '../../application/ports.ts';
import type { ClientListFilter, ClientListRow } from '../../application/queries/client-record.ts';
import type { ProtectionReview } from '../../application/queries/list-protection-reviews.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { Residence } from '../../domain/client/life-cycle-events.ts';
import { type ClientTableRow, clientTable } from './client.table.ts';
import { clientRecordFrom, listRowFrom } from './client-from-row.ts';
import { type ClientRow, selectClient } from './client-row.ts';
import type { IdentityCodeVault } from './identity-code-vault.ts';

const getText = `${selectClient} WHERE c.client_id = $1`;

/** The greatest character: everything that begins with a text sorts before the text followed by it. */
const lastCharacter = '\u{10FFFF}';

type ClientsQuery = SelectQueryBuilder<ClientTableRow>;

const clientsOf = (sql: Sql): ClientsQuery => managerOf(sql).createQueryBuilder(clientTable, 'client');

/**
 * Compares with plain columns only: under row-level security Postgres uses an index for comparisons that can't leak
 * what they compare, and a function such as lower() could.
 */
const withPrefix = (query: ClientsQuery, prefix: string): ClientsQuery => {
  const bounds = { from: prefix.toLowerCase(), before: `${prefix.toLowerCase()}${lastCharacter}` };
  return query.andWhere(
    `((client.family_name_key >= :from AND client.family_name_key < :before)
      OR (client.given_names_key >= :from AND client.given_names_key < :before))`,
    bounds,
  );
};

const filtered = (query: ClientsQuery, filter: ClientListFilter): ClientsQuery => {
  const { namePrefix, municipalityCode, statusCode, clientIds } = filter;
  if (namePrefix !== undefined) withPrefix(query, namePrefix);
  if (municipalityCode !== undefined)
    query.andWhere('client.municipality_code = :municipalityCode', { municipalityCode });
  if (statusCode !== undefined) query.andWhere('client.running_status_code = :statusCode', { statusCode });
  if (clientIds !== undefined) query.andWhere('client.client_id = ANY (:clientIds)', { clientIds });
  return query;
};

const afterClient = (query: ClientsQuery, { family_name, given_names, client_id }: ClientTableRow): ClientsQuery =>
  query.andWhere(
    '(client.family_name, client.given_names, client.client_id) > (:family_name, :given_names, :client_id)',
    {
      family_name,
      given_names,
      client_id,
    },
  );

const keptText = 'SELECT kept_client($1) AS client_id';

/** Where a record went into another one its id leads there; undefined where it leads nowhere. */
const keptOf = async (sql: Sql, clientId: ClientId): Promise<ClientId | undefined> => {
  const [row] = await sql.query<{ readonly client_id: ClientId | null }>(keptText, [clientId]);
  return row?.client_id ?? undefined;
};

const residencesText = `SELECT from_on AS "from", municipality_code AS "municipalityCode" FROM residence
  WHERE client_id = $1 ORDER BY from_on`;

const reviewsText = `SELECT client_id AS "clientId", protection_valid_to AS "validTo", protection_handler_id AS "handlerId"
  FROM client WHERE protection_valid_to < $1 ORDER BY protection_valid_to, client_id LIMIT 200`;

const rowOf = (sql: Sql, clientId: ClientId): Promise<ClientTableRow | undefined> =>
  clientsOf(sql)
    .where('client.client_id = :clientId', { clientId })
    .getOne()
    .then((row) => row ?? undefined);

const list = async (sql: Sql, filter: ClientListFilter): Promise<readonly ClientListRow[] | undefined> => {
  const anchor = filter.after === undefined ? undefined : await rowOf(sql, filter.after);
  if (filter.after !== undefined && anchor === undefined) return undefined;
  const query = filtered(clientsOf(sql), filter);
  if (anchor !== undefined) afterClient(query, anchor);
  query.orderBy('client.family_name').addOrderBy('client.given_names').addOrderBy('client.client_id');
  return (await query.limit(filter.limit).getMany()).map(listRowFrom);
};

const withIdentityText = 'SELECT client_with_identity($1::bytea[]) AS client_id';

type ReadRow<Row> = (sql: Sql, clientId: ClientId) => Promise<Row | undefined>;

const keptRow = async <Row>(sql: Sql, clientId: ClientId, read: ReadRow<Row>): Promise<Row | undefined> => {
  const kept = await keptOf(sql, clientId);
  return kept === undefined || kept === clientId ? undefined : read(sql, kept);
};

const wholeRow: ReadRow<ClientRow> = async (sql, clientId) => (await sql.query<ClientRow>(getText, [clientId]))[0];

const recordRow: ReadRow<ClientRow> = async (sql, clientId) =>
  (await wholeRow(sql, clientId)) ?? (await keptRow(sql, clientId, wholeRow));

/** Clients in Postgres, for people to see. */
export const clientReader = (vault: IdentityCodeVault): ClientReader => ({
  get: async (sql, clientId) => {
    const row = await recordRow(sql, clientId);
    return row && clientRecordFrom(row, vault);
  },
  findByIdentityCode: async (sql, identityCode) => {
    const indexes = vault.indexes(identityCode);
    const [found] = await sql.query<{ readonly client_id: ClientId | null }>(withIdentityText, [indexes]);
    const row = found?.client_id ? await rowOf(sql, found.client_id) : undefined;
    return row && listRowFrom(row);
  },
  protection: async (sql, clientId) => {
    const row = (await rowOf(sql, clientId)) ?? (await keptRow(sql, clientId, rowOf));
    return row && { ...listRowFrom(row) };
  },
  residences: (sql, clientId) => sql.query<Residence>(residencesText, [clientId]),
  protectionReviews: (sql, before) => sql.query<ProtectionReview>(reviewsText, [before]),
  list,
});
