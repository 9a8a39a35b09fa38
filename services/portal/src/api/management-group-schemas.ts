import { z } from 'zod';
import { seenVersion, staffIdText } from './meeting-schemas.ts';
import { groupVotes, ledAreas, parties } from './multi-sector-codes.ts';
import { dateText, idText } from './schemas.ts';

/** Shapes of the management group of the multi-sector support. */

export const countyAreaText = z
  .string()
  .regex(/^[A-Z][A-Z-]{1,38}[A-Z]$/)
  .describe('Code of the wellbeing services county’s area');

export const formGroupBody = z.strictObject({
  countyArea: countyAreaText,
  negotiatedDate: dateText,
  members: z
    .array(z.strictObject({ staffId: staffIdText, party: z.enum(parties) }))
    .min(1)
    .max(30),
});
export const proposeBody = z.strictObject({
  expectedVersion: seenVersion,
  staffId: staffIdText,
  serviceArea: z.enum(ledAreas),
});
export const voteBody = z.strictObject({ expectedVersion: seenVersion, leaderId: idText, vote: z.enum(groupVotes) });
export const nameBody = z.strictObject({ expectedVersion: seenVersion, leaderId: idText });
export const agreementBody = z.strictObject({
  expectedVersion: seenVersion,
  validFromDate: dateText,
  validToDate: dateText,
  resources: z
    .array(
      z.strictObject({
        party: z.enum(parties),
        personYearsHundredths: z.int().min(1).max(100_000).describe('Person-years, in hundredths'),
      }),
    )
    .min(1)
    .max(3),
});

const version = z.int().default(0);

export const formedGroup = z.object({ managementGroupId: z.string(), version });
export const proposedLeader = z.object({ version, leaderId: z.string() });
export const votedOnLeader = z.object({ version, state: z.string().default('') });
export const changedGroup = z.object({ version });
export const recordedAgreement = z.object({ version, agreementId: z.string() });

export const groupQuery = z.strictObject({ countyArea: countyAreaText });

const managementGroup = z.object({
  managementGroupId: z.string(),
  version,
  countyArea: z.string(),
  negotiatedDate: z.string(),
  formedDate: z.string(),
  members: z.array(z.object({ staffId: z.string(), party: z.string() })).default([]),
  leaders: z
    .array(
      z.object({
        leaderId: z.string(),
        staffId: z.string(),
        serviceArea: z.string().default(''),
        state: z.string().default(''),
        proposedDate: z.string(),
        namedDate: z.string().optional(),
        votes: z.array(z.object({ memberId: z.string(), party: z.string(), vote: z.string() })).default([]),
      }),
    )
    .default([]),
  agreements: z
    .array(
      z.object({
        agreementId: z.string(),
        validFromDate: z.string(),
        validToDate: z.string(),
        resources: z.array(z.object({ party: z.string(), personYearsHundredths: z.int().default(0) })).default([]),
      }),
    )
    .default([])
    .describe('The newest first'),
});
export type ManagementGroupView = z.infer<typeof managementGroup>;

export const managementGroupAnswer = z.object({ managementGroup });
