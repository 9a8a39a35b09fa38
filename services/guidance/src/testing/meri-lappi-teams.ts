import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '@tyovayla/testing/project-root';
import { readStaffNames, type StaffNames } from '../adapters/reference/read-staff-names.ts';
import { readTeams } from '../adapters/reference/read-teams.ts';
import type { Organisation } from '../domain/assignment/organisation.ts';

const file = (name: string): URL =>
  pathToFileURL(join(projectRoot, `services/guidance/reference/meri-lappi/${name}.json`));

/** The area's teams as the service reads them. */
export const meriLappiTeams: Organisation = readTeams(file('teams'));

/** What the area's staff and the people of other parties are called. */
export const meriLappiStaffNames: StaffNames = readStaffNames(file('teams'), file('multi-sector'));
