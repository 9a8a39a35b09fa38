import type { Sql } from '@tyovayla/kernel/sql';
import { managerOf } from '@tyovayla/persistence/transaction';
import type { SelectQueryBuilder } from 'typeorm';
import type { ClientReader } from '../../application/ports.ts';
import type { ClientListFilter, ClientListRow } from '../../application/queries/client-record.ts';
import type { ClientId } from '../../domain/client/client.ts';
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
  const { namePrefix, municipalityCode, statusCode } = filter;
  if (namePrefix !== undefined) withPrefix(query, namePrefix);
  if (municipalityCode !== undefined)
    query.andWhere('client.municipality_code = :municipalityCode', { municipalityCode });
  if (statusCode !== undefined) query.andWhere('client.running_status_code = :statusCode', { statusCode });
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

/** Clients in Postgres, for people to see. */
export const clientReader = (vault: IdentityCodeVault): ClientReader => ({
  get: async (sql, clientId) => {
    const [row] = await sql.query<ClientRow>(getText, [clientId]);
    return row && clientRecordFrom(row, vault);
  },
  findByIdentityCode: async (sql, identityCode) => {
    const indexes = vault.indexes(identityCode);
    const row = await clientsOf(sql).where('client.identity_code_index IN (:...indexes)', { indexes }).getOne();
    return row === null ? undefined : listRowFrom(row);
  },
  protection: async (sql, clientId) => {
    const row = await rowOf(sql, clientId);
    return row && { ...listRowFrom(row) };
  },
  list,
});
