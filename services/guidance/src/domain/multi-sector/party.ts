/** Parties of the multi-sector support of employment: act 381/2023, handbook R3.1. */
export const parties = ['EMPLOYMENT_AUTHORITY', 'WELLBEING_COUNTY', 'KELA'] as const;

export type Party = (typeof parties)[number];

/** A party that the employment authority brings in. */
export const otherParties = ['WELLBEING_COUNTY', 'KELA'] as const satisfies readonly Party[];

export type OtherParty = (typeof otherParties)[number];

export const isOtherParty = (party: Party): party is OtherParty => party !== 'EMPLOYMENT_AUTHORITY';

/**
 * The people whom the other parties have assigned to the multi-sector support, by staff id (handbook R3.6). Whoever is
 * not named here works for the employment authority.
 */
export type PartyPeople = ReadonlyMap<string, OtherParty>;

/** Whether a person may be a member for a party. */
export const worksFor = (people: PartyPeople, staffId: string, party: Party): boolean =>
  (people.get(staffId) ?? 'EMPLOYMENT_AUTHORITY') === party;
