import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { GuardedCase } from '../../application/access-rules/multi-sector-rule.ts';
import type { MultiSectorCases } from '../../application/multi-sector-ports.ts';
import type { Member, MultiSectorCase } from '../../domain/multi-sector/multi-sector-case.ts';
import { contentOf, guardedFrom, type MultiSectorRow, selectMultiSectorCase } from './multi-sector-row.ts';
import { recordsOfClient } from './records-of.ts';

const isOpen = "state <> 'EXITED'";
const lockText = `SELECT 1 FROM multi_sector_case WHERE client_id = ANY (${recordsOfClient}) AND ${isOpen} FOR UPDATE`;
const openText = `${selectMultiSectorCase} WHERE c.client_id = ANY (${recordsOfClient}) AND c.${isOpen}`;
const networkText = "SELECT set_config('app.network_of', $1, true)";
const ofClientText = `${selectMultiSectorCase} WHERE c.client_id = ANY (${recordsOfClient}) ORDER BY c.case_id DESC`;
const hasOpenText = `SELECT bool_or(has_open_multi_sector_case(id)) AS open FROM unnest(${recordsOfClient}) AS record(id)`;
const planInForceText = `SELECT (array_agg(in_force) FILTER (WHERE in_force IS NOT NULL))[1] AS plan_id
  FROM unnest(${recordsOfClient}) AS record(id), multi_sector_plan_in_force(id) AS in_force`;

const ofMemberText = `${selectMultiSectorCase}
  WHERE (c.case_id IN (SELECT m.case_id FROM multi_sector_member m WHERE m.staff_id = $1 AND m.ended_on IS NULL)
      OR c.client_id IN (SELECT k.client_id FROM client_case k WHERE k.handler_id = $1))
    AND ($3::uuid IS NULL OR c.case_id < $3)
  ORDER BY c.case_id DESC LIMIT $2`;

const insertText = `INSERT INTO multi_sector_case (case_id, client_id, version, state, content)
  VALUES ($1, $2, $3, $4, $5)`;

const updateText = `UPDATE multi_sector_case SET version = $2, state = $3, content = $4
  WHERE case_id = $1 AND version = $5`;

const insertMembersText = `INSERT INTO multi_sector_member
  (member_id, case_id, client_id, staff_id, party, from_on, appointed_by)
  SELECT m.member_id, $1, $2, m.staff_id, m.party, m.from_on, m.appointed_by
  FROM unnest($3::uuid[], $4::text[], $5::text[], $6::date[], $7::text[])
    AS m(member_id, staff_id, party, from_on, appointed_by)`;

const endMembersText = `UPDATE multi_sector_member SET ended_on = $2
  WHERE member_id = ANY ($1::uuid[]) AND ended_on IS NULL`;

/** Locked by one statement and read by the next, which sees what the one before us has stored; sent together. */
const openCase = async (tx: Tx, clientId: string): Promise<GuardedCase | undefined> => {
  const [, [row]] = await Promise.all([tx.query(lockText, [clientId]), tx.query<MultiSectorRow>(openText, [clientId])]);
  return row && guardedFrom(row);
};

const membersWrite = ({ caseId, clientId }: MultiSectorCase, members: readonly Member[]): Write => ({
  text: insertMembersText,
  values: [
    caseId,
    clientId,
    members.map(({ memberId }) => memberId),
    members.map(({ staffId }) => staffId),
    members.map(({ party }) => party),
    members.map(({ from }) => from),
    members.map(({ appointedBy }) => appointedBy),
  ],
});

const memberWrites = (before: MultiSectorCase, after: MultiSectorCase): readonly Write[] => {
  const known = new Map(before.members.map((member) => [member.memberId, member]));
  const added = after.members.filter(({ memberId }) => !known.has(memberId));
  const ended = after.members.filter(
    ({ memberId, endedOn }) =>
      endedOn !== undefined && known.has(memberId) && known.get(memberId)?.endedOn === undefined,
  );
  return [
    ...(added.length > 0 ? [membersWrite(after, added)] : []),
    ...(ended.length > 0
      ? [{ text: endMembersText, values: [ended.map(({ memberId }) => memberId), ended[0]?.endedOn] }]
      : []),
  ];
};

/** The multi-sector register in Postgres. */
export const multiSectorRepository: MultiSectorCases = {
  ofClient: async (sql, clientId) => (await sql.query<MultiSectorRow>(ofClientText, [clientId])).map(guardedFrom),
  lockOpen: openCase,
  lockForNetwork: async (tx, clientId) => {
    const [, guarded] = await Promise.all([tx.query(networkText, [clientId]), openCase(tx, clientId)]);
    return guarded;
  },
  hasOpen: async (tx, clientId) => {
    const [row] = await tx.query<{ readonly open: boolean }>(hasOpenText, [clientId]);
    return row?.open === true;
  },
  planInForce: async (sql, clientId) => {
    const [row] = await sql.query<{ readonly plan_id: string | null }>(planInForceText, [clientId]);
    return row?.plan_id ?? undefined;
  },
  ofMember: async (sql, { staffId, limit, after }) =>
    (await sql.query<MultiSectorRow>(ofMemberText, [staffId, limit, after])).map(guardedFrom),
  // No count is expected of what is added: it would be read back, which row-level security allows from the next
  // statement on.
  insert: (one) => [
    { text: insertText, values: [one.caseId, one.clientId, one.version, one.stage.state, contentOf(one)] },
    membersWrite(one, one.members),
  ],
  save: (before, after) => [
    {
      text: updateText,
      values: [after.caseId, after.version, after.stage.state, contentOf(after), before.version],
      expectRows: 1,
    },
    ...memberWrites(before, after),
  ],
};
