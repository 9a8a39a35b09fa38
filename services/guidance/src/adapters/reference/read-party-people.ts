import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { otherParties, type PartyPeople } from '../../domain/multi-sector/party.ts';

const multiSectorFile = z.object({
  area: z.string(),
  source: z.string(),
  countyArea: z.string(),
  people: z.array(z.object({ staffId: z.string().min(1), party: z.enum(otherParties) })),
});

/**
 * Reads whom the wellbeing services county and Kela have assigned to the multi-sector support. Throws where the service
 * has no file for this area, and where a person stands in it twice.
 */
export const readPartyPeople = (file: URL): PartyPeople => {
  const { people } = multiSectorFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const byId = new Map(people.map(({ staffId, party }) => [staffId, party]));
  if (byId.size < people.length) throw new Error('multi-sector: one staff id stands twice');
  return byId;
};
