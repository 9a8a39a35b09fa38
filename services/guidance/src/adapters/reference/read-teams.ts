import { readFileSync } from 'node:fs';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { z } from 'zod';
import { intakes, type Organisation, type Specialist } from '../../domain/assignment/organisation.ts';
import { segments } from '../../domain/client-case/client-case.ts';

const municipality = z.string().regex(/^\d{3}$/);

const date = z.string().transform((text, context): LocalDate => {
  const read = parseLocalDate(text);
  if (read !== undefined) return read;
  context.addIssue('names no day of the calendar');
  return z.NEVER;
});

const specialistRow = z.object({
  staffId: z.string().min(1),
  teamId: z.string(),
  municipality,
  statementPower: z.boolean(),
  worksFrom: date,
  worksTo: date.optional(),
});

const teamsFile = z.object({
  area: z.string(),
  source: z.string(),
  manager: z.string(),
  serviceAreas: z.array(z.object({ id: z.string(), municipalities: z.array(municipality).min(1) })),
  teams: z
    .array(
      z.object({
        id: z.string(),
        name: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
        takes: z.enum(intakes),
        segments: z.array(z.enum(segments)),
      }),
    )
    .min(1),
  specialists: z.array(specialistRow),
});

const specialistFrom = ({ worksTo, ...row }: z.infer<typeof specialistRow>): Specialist => ({
  ...row,
  ...(worksTo !== undefined && { worksTo }),
});

/**
 * Reads the area's teams and who works in them. Throws where the service has none for this area, where two rows are of
 * one person, and where a person is in a team that isn't there.
 */
export const readTeams = (file: URL): Organisation => {
  const { manager, serviceAreas, teams, specialists } = teamsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ids = specialists.map(({ staffId }) => staffId);
  if (new Set(ids).size < ids.length) throw new Error('teams: one staff id stands twice');
  const stray = specialists.find(({ teamId }) => !teams.some(({ id }) => id === teamId));
  if (stray !== undefined) throw new Error(`teams: ${stray.staffId} is in a team that is not there`);
  return { manager, serviceAreas, teams, specialists: specialists.map(specialistFrom) };
};
