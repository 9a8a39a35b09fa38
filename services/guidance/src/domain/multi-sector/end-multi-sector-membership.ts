import { activeMembers, type MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith } from './multi-sector-decision.ts';
import { lastAuthorityMember, memberNotFound } from './multi-sector-refusals.ts';

export type EndMembership = { readonly staffId: string };

/**
 * Ends a membership: the person sees the case no more. The employment authority's last member stays, also of a case that
 * the client has left, or nobody could see it.
 */
export const endMultiSectorMembership = (
  one: MultiSectorCase,
  { staffId }: EndMembership,
  { today }: Deciding,
): MultiSectorDecision => {
  const active = activeMembers(one);
  const ending = active.find((member) => member.staffId === staffId);
  if (ending === undefined) return refusedWith(memberNotFound);
  const authority = active.filter(({ party }) => party === 'EMPLOYMENT_AUTHORITY');
  if (authority.length === 1 && authority[0] === ending) return refusedWith(lastAuthorityMember);
  const members = one.members.map((member) => (member === ending ? { ...member, endedOn: today } : member));
  return decided({ ...one, members }, [{ kind: 'MultiSectorMembershipEnded', staffId, endedOn: today }]);
};
