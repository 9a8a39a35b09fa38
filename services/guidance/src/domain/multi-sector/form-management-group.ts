import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type GroupDecision, type GroupMember, groupDecided, groupRefused, missingParty } from './management-group.ts';
import type { Deciding } from './multi-sector-decision.ts';
import { groupExists, groupPartyMissing, multiSectorDateInFuture, personNotOfParty } from './multi-sector-refusals.ts';
import { type PartyPeople, worksFor } from './party.ts';

export type FormManagementGroup = {
  readonly countyArea: string;
  readonly negotiatedOn: LocalDate;
  readonly members: readonly GroupMember[];
};

/**
 * The employment authority forms the management group of an area, after the parties have negotiated how many there
 * are. Every party is in it. Seed 4.6, handbook R3.5.
 */
export const formManagementGroup = (
  existing: 'NONE' | 'FORMED',
  { countyArea, negotiatedOn, members, people }: FormManagementGroup & { readonly people: PartyPeople },
  { today, newId }: Pick<Deciding, 'today' | 'newId'>,
): GroupDecision => {
  if (existing === 'FORMED') return groupRefused(groupExists);
  if (negotiatedOn > today) return groupRefused(multiSectorDateInFuture(today));
  const missing = missingParty(members);
  if (missing !== undefined) return groupRefused(groupPartyMissing(missing));
  const stranger = members.find(({ staffId, party }) => !worksFor(people, staffId, party));
  if (stranger !== undefined) return groupRefused(personNotOfParty(stranger.party));
  const group = { groupId: newId(), version: 0, countyArea, negotiatedOn, formedOn: today, members };
  return groupDecided({ ...group, leaders: [], agreements: [] }, [
    { kind: 'ManagementGroupFormed', countyArea, formedOn: today },
  ]);
};
