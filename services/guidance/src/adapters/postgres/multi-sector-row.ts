import type { GuardedCase, Protection } from '../../application/access-rules/multi-sector-rule.ts';
import type { Member, MultiSectorCase } from '../../domain/multi-sector/multi-sector-case.ts';

/** What of a case stands in one column: nothing in it is looked for. */
type Content = Pick<MultiSectorCase, 'referral' | 'stage' | 'meetings'>;

type MemberRow = Omit<Member, 'endedOn'> & { readonly endedOn: Member['endedOn'] | null };

export type MultiSectorRow = {
  readonly case_id: string;
  readonly client_id: string;
  readonly version: number;
  readonly content: Content;
  readonly protection: string;
  readonly members: readonly MemberRow[] | null;
};

/** Reads cases as `MultiSectorRow`; a WHERE on `c` follows. Row-level security leaves out those of other people. */
export const selectMultiSectorCase = `SELECT c.case_id, c.client_id, c.version, c.content,
  client_protection(c.client_id) AS protection,
  (SELECT json_agg(json_build_object('memberId', m.member_id, 'staffId', m.staff_id, 'party', m.party,
      'from', m.from_on, 'endedOn', m.ended_on, 'appointedBy', m.appointed_by) ORDER BY m.member_id)
    FROM multi_sector_member m WHERE m.case_id = c.case_id) AS members
  FROM multi_sector_case c`;

const protectedBy = 'PROTECTED:';

const protectionFrom = (text: string): Protection => {
  if (text === 'NONE') return { kind: 'NONE' };
  return text.startsWith(protectedBy)
    ? { kind: 'PROTECTED', handlerId: text.slice(protectedBy.length) }
    : { kind: 'PROTECTED' };
};

const memberFrom = ({ endedOn, ...member }: MemberRow): Member => ({
  ...member,
  ...(endedOn !== null && endedOn !== undefined && { endedOn }),
});

/** A case with who guards it, from its row. */
export const guardedFrom = (row: MultiSectorRow): GuardedCase => ({
  one: {
    caseId: row.case_id,
    clientId: row.client_id,
    version: row.version,
    ...row.content,
    members: (row.members ?? []).map(memberFrom),
  },
  protection: protectionFrom(row.protection),
});

export const contentOf = ({ referral, stage, meetings }: MultiSectorCase): string => {
  const content: Content = { referral, stage, meetings };
  return JSON.stringify(content);
};
