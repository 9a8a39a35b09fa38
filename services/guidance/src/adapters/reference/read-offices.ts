import { readFileSync } from 'node:fs';
import type { Weekday } from '@tyovayla/kernel/local-date';
import { z } from 'zod';
import { minuteOf } from '../../domain/meeting/clock-time.ts';
import type { Office, Offices, OpeningHours } from '../../domain/meeting/office.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const hours = z
  .array(z.object({ weekdays: z.array(z.int().min(1).max(7)).min(1), opensAt: clockTime, closesAt: clockTime }))
  .min(1);

const officesFile = z.object({
  usualMinutes: z.int().min(5).max(240),
  replacementWorkingDays: z.int().min(1).max(60),
  remoteHours: hours,
  offices: z
    .array(
      z.object({
        officeId: z.string().regex(/^[a-z-]+$/),
        name: z.string().min(1),
        municipalityCode: z.string().regex(/^\d{3}$/),
        address: z.string(),
        hours,
      }),
    )
    .min(1),
});

const openingHours = (written: z.infer<typeof hours>): readonly OpeningHours[] =>
  written.flatMap(({ weekdays, opensAt, closesAt }) =>
    weekdays.map((weekday) => ({
      weekday: weekday as Weekday,
      opensAt: minuteOf(opensAt),
      closesAt: minuteOf(closesAt),
    })),
  );

/** Reads the area's offices and hours. Throws where the service has none for this area. */
export const readOffices = (file: URL): Offices => {
  const { offices, remoteHours, ...settings } = officesFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    offices: offices.map(
      ({ hours: written, ...office }): Office => ({ ...office, openingHours: openingHours(written) }),
    ),
    remoteHours: openingHours(remoteHours),
    ...settings,
  };
};
