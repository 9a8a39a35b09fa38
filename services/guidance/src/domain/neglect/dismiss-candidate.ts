import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { NeglectCandidate } from './neglect.ts';
import { neglectCandidateNotFound, neglectCandidateSettled } from './neglect-refusals.ts';
import type { NeglectDecided } from './record-neglect.ts';

/** Why a candidate is no neglect. */
export const dismissGrounds = ['RECORD_WRONG', 'DONE_IN_TIME', 'NO_DUTY', 'RECORDED_ALREADY'] as const;

export type DismissGround = (typeof dismissGrounds)[number];

/** Dismisses what the system took for a neglect. The same thing is not proposed again. */
export const dismissCandidate = (
  candidate: NeglectCandidate | undefined,
): Result<NeglectDecided<NeglectCandidate>, Refusal> => {
  if (candidate === undefined) return refused(neglectCandidateNotFound);
  if (candidate.status !== 'OPEN') return refused(neglectCandidateSettled);
  return accepted({
    next: { ...candidate, status: 'DISMISSED' },
    facts: [{ kind: 'NeglectCandidateDismissed', candidateId: candidate.candidateId }],
  });
};
