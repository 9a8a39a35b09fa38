import { z } from 'zod';
import { seenVersion } from './meeting-schemas.ts';
import { employerKinds, languageLevels, profileParts, workingTimes, workPermits } from './record-codes.ts';
import { dateText, idText, municipalityText } from './schemas.ts';

/** Shapes of the job-applicant profile. */

const occupationText = z
  .string()
  .regex(/^\d{4,5}$/)
  .describe('ISCO-08 four digits or TK10 five');
export const languageText = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .describe('ISO 639, two or three small letters');

const profileBody = z.strictObject({
  occupationsSought: z.array(occupationText).max(10).default([]),
  occupationsHeld: z.array(occupationText).max(20).default([]),
  skillIds: z.array(idText).max(100).default([]).describe('The UUID at the end of the ESCO skill’s URI'),
  languages: z
    .array(z.strictObject({ language: languageText, level: z.enum(languageLevels) }))
    .max(20)
    .default([]),
  drivingLicenceClasses: z
    .array(z.string().regex(/^[A-Z][A-Z0-9]{0,2}$/))
    .max(16)
    .default([]),
  workPermits: z.array(z.enum(workPermits)).max(20).default([]),
  workHistory: z
    .array(
      z.strictObject({
        occupationCode: occupationText,
        fromDate: dateText,
        toDate: dateText.optional(),
        employerKind: z.enum(employerKinds),
      }),
    )
    .max(50)
    .default([]),
  education: z
    .array(
      z.strictObject({
        levelCode: z.string().regex(/^[1-8]$/),
        fieldCode: z.string().regex(/^\d{2}$/),
        completedYear: z.int().min(0).max(2100).default(0).describe('0 where it is not known'),
      }),
    )
    .max(20)
    .default([]),
  wishedMunicipalityCodes: z.array(municipalityText).max(50).default([]),
  wishedWorkingTimes: z.array(z.enum(workingTimes)).max(3).default([]),
  commutingLimitMinutes: z.int().min(0).max(720).default(0).describe('There and back; 0 for no limit'),
});

export const recordProfileBody = z.strictObject({ expectedVersion: seenVersion, profile: profileBody });
export const publishProfileBody = z.strictObject({
  expectedVersion: seenVersion,
  parts: z.array(z.enum(profileParts)).min(1).max(8),
});
export const minimumProfileBody = z.strictObject({
  dueDate: dateText,
  occupationsSought: z.array(occupationText).max(10).default([]),
});
export const withdrawProfileBody = z.strictObject({});

const profile = z.object({
  occupationsSought: z.array(z.string()).default([]),
  occupationsHeld: z.array(z.string()).default([]),
  skillIds: z.array(z.string()).default([]),
  languages: z.array(z.object({ language: z.string(), level: z.string().default('') })).default([]),
  drivingLicenceClasses: z.array(z.string()).default([]),
  workPermits: z.array(z.string()).default([]),
  workHistory: z
    .array(
      z.object({
        occupationCode: z.string(),
        fromDate: z.string(),
        toDate: z.string().optional(),
        employerKind: z.string().default(''),
      }),
    )
    .default([]),
  education: z
    .array(z.object({ levelCode: z.string(), fieldCode: z.string(), completedYear: z.int().default(0) }))
    .default([]),
  wishedMunicipalityCodes: z.array(z.string()).default([]),
  wishedWorkingTimes: z.array(z.string()).default([]),
  commutingLimitMinutes: z.int().default(0),
});
export type ProfileView = z.infer<typeof profile>;

export const profileAnswer = z.object({
  profile: profile.optional(),
  publication: z
    .object({
      publisher: z.string().default(''),
      parts: z.array(z.string()).default([]),
      publishedDate: z.string(),
    })
    .optional(),
  profileVersion: z.int().default(0),
});
export type ProfileAnswer = z.infer<typeof profileAnswer>;

export const changedProfile = z.object({ profileVersion: z.int().default(0) });
