import { readFileSync } from 'node:fs';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import { z } from 'zod';
import type { Area } from '../../application/ports.ts';
import type { AreaCode } from '../../domain/client/job-search.ts';

const areaFile = z.object({
  area: z.string(),
  source: z.string(),
  municipalities: z.array(z.object({ code: z.string().regex(/^\d{3}$/), name: z.string() })).min(1),
  takeoverPrograms: z.array(z.string()),
  registrarServesDays: z.int().min(0).max(31),
  neighbours: z.array(z.object({ code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/), name: z.string() })),
});

/** Reads the area's reference data. Throws where the service has none for this area. */
export const readArea = (file: URL): Area => {
  const { municipalities, takeoverPrograms, neighbours, registrarServesDays } = areaFile.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  return {
    municipalities: municipalities.map(({ code }) => municipalityCode(code)),
    takeoverPrograms,
    neighbours: neighbours.map(({ code }) => code as AreaCode),
    registrarServesDays,
  };
};
