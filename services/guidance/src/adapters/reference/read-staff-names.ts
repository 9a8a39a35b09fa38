import { readFileSync } from 'node:fs';
import { z } from 'zod';

const named = z.object({ staffId: z.string().min(1), displayName: z.string().min(1) });
const teamsFile = z.object({ specialists: z.array(named), otherStaff: z.array(named) });
const multiSectorFile = z.object({ people: z.array(named) });

/** Names by staff id. They are for showing alone: who serves whom is decided by ids. */
export type StaffNames = ReadonlyMap<string, string>;

const contentOf = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Reads what the area's staff and the people of other parties are called, from the files that say who they are. Throws
 * where one of them has no name, and where one staff id has two.
 */
export const readStaffNames = (teams: URL, multiSector: URL): StaffNames => {
  const { specialists, otherStaff } = teamsFile.parse(contentOf(teams));
  const { people } = multiSectorFile.parse(contentOf(multiSector));
  const all = [...specialists, ...otherStaff, ...people];
  const names = new Map(all.map(({ staffId, displayName }) => [staffId, displayName]));
  if (names.size < all.length) throw new Error('staff names: one staff id stands twice');
  return names;
};
