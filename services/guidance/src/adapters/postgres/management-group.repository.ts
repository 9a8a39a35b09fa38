import type { ManagementGroups } from '../../application/multi-sector-ports.ts';
import type { ManagementGroup } from '../../domain/multi-sector/management-group.ts';

type Content = Omit<ManagementGroup, 'groupId' | 'version' | 'countyArea'>;

type Row = {
  readonly group_id: string;
  readonly version: number;
  readonly county_area: string;
  readonly content: Content;
};

const select = 'SELECT group_id, version, county_area, content FROM management_group';
const lockText = 'SELECT 1 FROM management_group WHERE group_id = $1 FOR UPDATE';
const byIdText = `${select} WHERE group_id = $1`;
const byAreaText = `${select} WHERE county_area = $1`;
const lockAreaText = "SELECT pg_advisory_xact_lock(hashtextextended('management-group ' || $1, 0))";

const insertText = 'INSERT INTO management_group (group_id, version, county_area, content) VALUES ($1, $2, $3, $4)';
const updateText = 'UPDATE management_group SET version = $2, content = $3 WHERE group_id = $1 AND version = $4';

const groupFrom = (row: Row): ManagementGroup => ({
  groupId: row.group_id,
  version: row.version,
  countyArea: row.county_area,
  ...row.content,
});

const contentOf = ({ groupId: _id, version: _version, countyArea: _area, ...content }: ManagementGroup): string =>
  JSON.stringify(content);

/** Management groups in Postgres. */
export const managementGroupRepository: ManagementGroups = {
  find: async (sql, countyArea) => {
    const [row] = await sql.query<Row>(byAreaText, [countyArea]);
    return row && groupFrom(row);
  },
  // Locked by one statement and read by the next, which sees what the one before us has stored; sent together.
  lock: async (tx, groupId) => {
    const [, [row]] = await Promise.all([tx.query(lockText, [groupId]), tx.query<Row>(byIdText, [groupId])]);
    return row && groupFrom(row);
  },
  lockArea: async (tx, countyArea) => {
    const [, [row]] = await Promise.all([
      tx.query(lockAreaText, [countyArea]),
      tx.query<Row>(byAreaText, [countyArea]),
    ]);
    return row && groupFrom(row);
  },
  insert: (group) => [{ text: insertText, values: [group.groupId, group.version, group.countyArea, contentOf(group)] }],
  save: (before, after) => [
    { text: updateText, values: [after.groupId, after.version, contentOf(after), before.version], expectRows: 1 },
  ],
};
