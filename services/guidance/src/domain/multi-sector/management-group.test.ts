import { localDate } from '@tyovayla/kernel/local-date';
import { somePartyPeople } from '../../testing/in-memory-multi-sector.ts';
import { deciding, today } from '../../testing/multi-sector-builders.ts';
import { approveLeader } from './approve-leader.ts';
import { formManagementGroup } from './form-management-group.ts';
import type { GroupDecision, GroupVote, ManagementGroup } from './management-group.ts';
import { nameLeader } from './name-leader.ts';
import { proposeLeader } from './propose-leader.ts';
import { recordCooperationAgreement } from './record-cooperation-agreement.ts';

const members = [
  { staffId: 'staff-0003', party: 'EMPLOYMENT_AUTHORITY' },
  { staffId: 'staff-0009', party: 'WELLBEING_COUNTY' },
  { staffId: 'staff-0010', party: 'KELA' },
] as const;

const form = {
  countyArea: 'LAPHA-SOUTH-WEST',
  negotiatedOn: localDate('2026-01-15'),
  members,
  people: somePartyPeople,
};

const ok = (decision: GroupDecision): ManagementGroup => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.next;
};

const codeOf = (decision: GroupDecision): string => (decision.ok ? 'yes' : decision.refusal.code);

const aGroup = (): ManagementGroup => ok(formManagementGroup('NONE', form, deciding()));

/** The director of the northern service area is before the group. */
const withProposal = (): ManagementGroup =>
  ok(proposeLeader(aGroup(), { staffId: 'director-north', area: 'NORTH' }, deciding()));

const leaderIdOf = (group: ManagementGroup): string => group.leaders[0]?.leaderId ?? '';

const vote = (group: ManagementGroup, by: string, given: GroupVote = 'APPROVE') =>
  approveLeader(group, { leaderId: leaderIdOf(group), vote: given }, deciding(today, by));

describe('forming the management group (seed 4.6, handbook R3.5)', () => {
  it('takes people of all three parties', () => {
    expect(aGroup()).toMatchObject({ version: 1, formedOn: today, members });
    const withoutKela = { ...form, members: members.slice(0, 2) };
    expect(formManagementGroup('NONE', withoutKela, deciding())).toMatchObject({
      refusal: { code: 'MANAGEMENT_GROUP_PARTY_MISSING', data: { party: 'KELA' } },
    });
  });

  it('is done once an area, after the parties have negotiated how many groups there are', () => {
    expect(codeOf(formManagementGroup('FORMED', form, deciding()))).toBe('MANAGEMENT_GROUP_EXISTS');
    const tooEarly = { ...form, negotiatedOn: localDate('2026-02-03') };
    expect(codeOf(formManagementGroup('NONE', tooEarly, deciding()))).toBe('MULTI_SECTOR_DATE_IN_FUTURE');
  });

  it('takes nobody for a party that they don’t work for', () => {
    const strangers = [...members, { staffId: 'staff-0002', party: 'KELA' } as const];
    expect(codeOf(formManagementGroup('NONE', { ...form, members: strangers }, deciding()))).toBe(
      'MULTI_SECTOR_PERSON_NOT_OF_PARTY',
    );
  });
});

describe('naming the leaders (seed 4.6: the group approves them before they are named)', () => {
  it('is refused for a leader whom the group has not approved', () => {
    const group = withProposal();
    expect(nameLeader(group, leaderIdOf(group), deciding())).toMatchObject({
      refusal: { code: 'LEADER_NOT_APPROVED', data: { state: 'PROPOSED' } },
    });
  });

  it('takes the votes of all parties, and one fewer is not enough', () => {
    const twoOfThree = ok(vote(ok(vote(withProposal(), 'staff-0003')), 'staff-0009'));
    expect(codeOf(nameLeader(twoOfThree, leaderIdOf(twoOfThree), deciding()))).toBe('LEADER_NOT_APPROVED');
    const decision = vote(twoOfThree, 'staff-0010');
    expect(decision.ok && decision.value.facts.map(({ kind }) => kind)).toEqual(['LeaderVoteGiven', 'LeaderApproved']);
    const group = ok(decision);
    expect(ok(nameLeader(group, leaderIdOf(group), deciding())).leaders[0]).toMatchObject({
      state: 'NAMED',
      namedOn: today,
    });
  });

  it('is over for a leader whom one party rejects; they may be proposed again', () => {
    const rejected = ok(vote(ok(vote(withProposal(), 'staff-0003')), 'staff-0010', 'REJECT'));
    expect(codeOf(vote(rejected, 'staff-0009'))).toBe('LEADER_DECIDED_ALREADY');
    expect(codeOf(nameLeader(rejected, leaderIdOf(rejected), deciding()))).toBe('LEADER_NOT_APPROVED');
    expect(codeOf(proposeLeader(rejected, { staffId: 'director-north', area: 'NORTH' }, deciding()))).toBe('yes');
    expect(codeOf(proposeLeader(withProposal(), { staffId: 'director-north', area: 'SOUTH' }, deciding()))).toBe(
      'LEADER_PROPOSED_ALREADY',
    );
  });

  it('counts the vote of each member once, of nobody else, and of none on themselves', () => {
    const once = ok(vote(withProposal(), 'staff-0009'));
    expect(codeOf(vote(once, 'staff-0009'))).toBe('LEADER_VOTED_ALREADY');
    expect(codeOf(vote(once, 'staff-0001'))).toBe('MANAGEMENT_GROUP_NOT_A_MEMBER');
    const own = ok(proposeLeader(aGroup(), { staffId: 'staff-0003', area: 'SOUTH' }, deciding()));
    expect(codeOf(vote(own, 'staff-0003'))).toBe('LEADER_OWN_VOTE');
  });
});

describe('the co-operation agreement (seed 4.6, handbook R3.6)', () => {
  const resources = members.map(({ party }) => ({ party, personYearsHundredths: 150 }));
  const agreement = { validFrom: localDate('2026-03-01'), validTo: localDate('2026-12-31'), resources };

  it('says what each party puts in', () => {
    expect(ok(recordCooperationAgreement(aGroup(), agreement, deciding())).agreements).toMatchObject([agreement]);
    const lacking = { ...agreement, resources: resources.slice(1) };
    expect(codeOf(recordCooperationAgreement(aGroup(), lacking, deciding()))).toBe('MANAGEMENT_GROUP_PARTY_MISSING');
  });

  it('follows the one before, and shares no day with it', () => {
    const group = ok(recordCooperationAgreement(aGroup(), agreement, deciding()));
    const next = (validFrom: string) =>
      codeOf(
        recordCooperationAgreement(
          group,
          { ...agreement, validFrom: localDate(validFrom), validTo: localDate('2027-12-31') },
          deciding(),
        ),
      );
    expect([next('2026-12-31'), next('2027-01-01')]).toEqual(['AGREEMENT_OVERLAPS', 'yes']);
  });
});
