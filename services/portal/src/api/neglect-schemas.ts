import { z } from 'zod';
import { seenVersion } from './meeting-schemas.ts';
import {
  dismissGrounds,
  explanationCodes,
  hearingManners,
  matterLanguages,
  neglectKinds,
  reasonGrounds,
} from './process-codes.ts';
import { dateText, idText } from './schemas.ts';

/** Shapes of neglects: candidates, hearing, finding and what the system proposes. */

export const recordNeglectBody = z
  .strictObject({
    candidateId: idText.optional().describe('Records the candidate; kind and day are then left out'),
    kind: z.enum(neglectKinds).optional(),
    occurredDate: dateText.optional(),
  })
  .superRefine(({ candidateId, kind, occurredDate }, context) => {
    if (candidateId !== undefined) return;
    const missing = [...(kind ? [] : ['kind']), ...(occurredDate ? [] : ['occurredDate'])];
    for (const field of missing)
      context.addIssue({ code: 'custom', path: [field], params: { code: 'required' }, message: 'must be given' });
  });
export const dismissBody = z.strictObject({ ground: z.enum(dismissGrounds) });
export const openHearingBody = z.strictObject({
  manner: z.enum(hearingManners),
  language: z.enum(matterLanguages),
  expectedVersion: seenVersion,
});
export const hearingAnswerBody = z.strictObject({
  explanationCode: z.enum(explanationCodes),
  explanation: z.string().max(500).optional().describe('The client’s own words, short. No identity codes'),
  expectedVersion: seenVersion,
});
export const assessReasonBody = z.strictObject({ ground: z.enum(reasonGrounds), expectedVersion: seenVersion });

const proposal = z.object({
  consequence: z.string().optional(),
  days: z.int().default(0),
  weeks: z.int().default(0),
  step: z.int().default(0),
  windowEndsDate: z.string().optional(),
  ruleValidFromDate: z.string().optional(),
  rule: z.string().optional(),
  because: z.array(z.object({ code: z.string(), data: z.record(z.string(), z.string()).default({}) })).default([]),
});
export type ProposalView = z.infer<typeof proposal>;

const hearing = z.object({
  hearingId: z.string(),
  openedDate: z.string(),
  deadlineDate: z.string(),
  manner: z.string().default(''),
  language: z.string().default(''),
  answeredDate: z.string().optional(),
  explanationCode: z.string().optional(),
  explanation: z.string().optional(),
});

const neglect = z.object({
  neglectId: z.string(),
  kind: z.string().default(''),
  occurredDate: z.string(),
  sourceId: z.string().optional(),
  recordedBy: z.string().default(''),
  stage: z.string().default(''),
  hearing: hearing.optional(),
  verdict: z.string().optional(),
  ground: z.string().optional(),
  assessedBy: z.string().optional(),
  proposal: proposal.optional(),
  statementId: z.string().optional(),
  version: z.int().default(0),
});
export type NeglectView = z.infer<typeof neglect>;

export const neglectList = z.object({ neglects: z.array(neglect).default([]).describe('The newest first') });
export type NeglectListView = z.infer<typeof neglectList>;

export const candidateList = z.object({
  candidates: z
    .array(
      z.object({
        candidateId: z.string(),
        kind: z.string().default(''),
        occurredDate: z.string(),
        sourceId: z.string().optional(),
      }),
    )
    .default([])
    .describe('The oldest first'),
});
export type CandidateListView = z.infer<typeof candidateList>;

export const recordedNeglect = z.object({ neglectId: z.string(), version: z.int().default(0) });
export const done = z.object({});
export const openedHearing = z.object({
  hearingId: z.string(),
  deadlineDate: z.string(),
  version: z.int().default(0),
});
export const changedNeglect = z.object({ version: z.int().default(0) });
export const assessedReason = z.object({
  verdict: z.string().default(''),
  proposal: proposal.optional(),
  version: z.int().default(0),
});
