import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '@tyovayla/testing/project-root';
import { readTeams } from '../adapters/reference/read-teams.ts';
import type { Organisation } from '../domain/assignment/organisation.ts';

/** The area's teams as the service reads them. */
export const meriLappiTeams: Organisation = readTeams(
  pathToFileURL(join(projectRoot, 'services/guidance/reference/meri-lappi/teams.json')),
);
