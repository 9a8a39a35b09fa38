import type { Refusal } from '@tyovayla/kernel/refusal';
import type { WithReason } from '@tyovayla/runtime/access-reason';
import { accessReasonRequired } from '../../domain/client-case/case-refusals.ts';

/**
 * Each look of the handler at a client under protection states its reason, which goes into the access log (handbook
 * 1.6 (5)). To be asked once the access rules have let the actor through: everyone else hears what they always hear.
 */
export const reasonRule = (looksAtProtected: boolean, { accessReason }: WithReason): Refusal | undefined =>
  looksAtProtected && accessReason === undefined ? accessReasonRequired : undefined;
