import { activeMembers, isOpen, type Member, type MultiSectorCase } from './multi-sector-case.ts';
import { type Deciding, decided, type MultiSectorDecision, refusedWith } from './multi-sector-decision.ts';
import { memberAppointedAlready, personNotOfParty, stepNotAllowed } from './multi-sector-refusals.ts';
import { type Party, type PartyPeople, worksFor } from './party.ts';

export type AppointMember = { readonly staffId: string; readonly party: Party };

/**
 * Appoints a named person of a party: from now on they see the case, and nobody sees it who is not appointed. Only a
 * person whom the party has assigned to the multi-sector support can be its member. Handbook R3.6, R3.8.
 */
export const appointMultiSectorMember = (
  one: MultiSectorCase,
  { staffId, party, people }: AppointMember & { readonly people: PartyPeople },
  { today, by, newId }: Deciding,
): MultiSectorDecision => {
  if (!isOpen(one)) return refusedWith(stepNotAllowed(one.stage.state));
  if (!worksFor(people, staffId, party)) return refusedWith(personNotOfParty(party));
  const former = activeMembers(one).find((member) => member.staffId === staffId);
  // A handler who takes a protected client over appoints anew those whom the one before had appointed.
  if (former?.appointedBy === by) return refusedWith(memberAppointedAlready);
  const members = one.members.map((member): Member => (member === former ? { ...member, endedOn: today } : member));
  const member: Member = { memberId: newId(), staffId, party, from: today, appointedBy: by };
  return decided({ ...one, members: [...members, member] }, [{ kind: 'MultiSectorMemberAppointed', staffId, party }]);
};
