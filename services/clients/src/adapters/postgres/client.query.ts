import type { Sql } from '@tyovayla/kernel/sql';
import { managerOf } from '@tyovayla/persistence/transaction';
import type { SelectQueryBuilder } from 'typeorm';
import type { ClientReader, GuardedClient } from '../../application/ports.ts';
import type { ClientListFilter, ClientListRow } from '../../application/queries/client-record.ts';
import type { ProtectionReview } from '../../application/queries/list-protection-reviews.ts';
import type { Asking } from '../../application/serving-ports.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type { Residence } from '../../domain/client/life-cycle-events.ts';
import { type ClientTableRow, clientTable } from './client.table.ts';
import { clientRecordFrom, listRowFrom } from './client-from-row.ts';
import { type ClientRow, protectionFrom, selectClientWith } from './client-row.ts';
import type { IdentityCodeVault } from './identity-code-vault.ts';
import { askedBy, type ServingColumn, servingFrom, servingSql } from './serving.ts';

const getText = `${selectClientWith(`${servingSql('c.client_id', 2)}, `)} WHERE c.client_id = $1`;

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

const servedSql = 'SELECT clients_served_by(:staffId, CAST(:today AS date), CAST(:now AS timestamptz))';

const filtered = (query: ClientsQuery, filter: ClientListFilter): ClientsQuery => {
  const { namePrefix, municipalityCode, statusCode, clientIds, servedBy } = filter;
  if (servedBy !== undefined) query.andWhere(`client.client_id IN (${servedSql})`, servedBy);
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

type ReadRow<Row> = (sql: Sql, clientId: ClientId) => Promise<Row | undefined>;

type ServedRow = ClientTableRow & ServingColumn;

const servedText = `SELECT c.client_id, c.given_names, c.family_name, c.municipality_code, c.running_status_code,
  c.running_since, c.protection_valid_from, c.protection_valid_to, c.protection_handler_id,
  ${servingSql('c.client_id', 2)} FROM client c WHERE c.client_id = $1`;

const servedRow =
  (asking: Asking): ReadRow<ServedRow> =>
  async (sql, clientId) =>
    (await sql.query<ServedRow>(servedText, [clientId, ...askedBy(asking)]))[0];

/** A page goes on from a client of the one before; from nobody else, or the order would tell where they stand in it. */
const anchorOf = async (
  sql: Sql,
  after: ClientId,
  { servedBy }: ClientListFilter,
): Promise<ClientTableRow | undefined> => {
  const query = clientsOf(sql).where('client.client_id = :after', { after });
  if (servedBy !== undefined) query.andWhere(`client.client_id IN (${servedSql})`, servedBy);
  return (await query.getOne()) ?? undefined;
};

const list = async (sql: Sql, filter: ClientListFilter): Promise<readonly ClientListRow[] | undefined> => {
  const anchor = filter.after === undefined ? undefined : await anchorOf(sql, filter.after, filter);
  if (filter.after !== undefined && anchor === undefined) return undefined;
  const query = filtered(clientsOf(sql), filter);
  if (anchor !== undefined) afterClient(query, anchor);
  query.orderBy('client.family_name').addOrderBy('client.given_names').addOrderBy('client.client_id');
  return (await query.limit(filter.limit).getMany()).map(listRowFrom);
};

const withIdentityText = 'SELECT client_with_identity($1::bytea[]) AS client_id';

const keptRow = async <Row>(sql: Sql, clientId: ClientId, read: ReadRow<Row>): Promise<Row | undefined> => {
  const kept = await keptOf(sql, clientId);
  return kept === undefined || kept === clientId ? undefined : read(sql, kept);
};

const wholeRow =
  (asking: Asking): ReadRow<ClientRow & ServingColumn> =>
  async (sql, clientId) =>
    (await sql.query<ClientRow & ServingColumn>(getText, [clientId, ...askedBy(asking)]))[0];

const orKept = async <Row>(sql: Sql, clientId: ClientId, read: ReadRow<Row>): Promise<Row | undefined> =>
  (await read(sql, clientId)) ?? (await keptRow(sql, clientId, read));

const guardedFrom = (row: ServedRow): GuardedClient => ({
  clientId: row.client_id,
  ...protectionFrom(row),
  ...servingFrom(row),
});

/** Clients in Postgres, for people to see. */
export const clientReader = (vault: IdentityCodeVault): ClientReader => ({
  get: async (sql, clientId, asking) => {
    const row = await orKept(sql, clientId, wholeRow(asking));
    return row && { ...clientRecordFrom(row, vault), ...servingFrom(row) };
  },
  findByIdentityCode: async (sql, identityCode, asking) => {
    const indexes = vault.indexes(identityCode);
    const [found] = await sql.query<{ readonly client_id: ClientId | null }>(withIdentityText, [indexes]);
    const row = found?.client_id ? await servedRow(asking)(sql, found.client_id) : undefined;
    return row && { ...listRowFrom(row), ...servingFrom(row) };
  },
  guarded: async (sql, clientId, asking) => {
    const row = await orKept(sql, clientId, servedRow(asking));
    return row && guardedFrom(row);
  },
  residences: (sql, clientId) => sql.query<Residence>(residencesText, [clientId]),
  protectionReviews: (sql, before) => sql.query<ProtectionReview>(reviewsText, [before]),
  list,
});
