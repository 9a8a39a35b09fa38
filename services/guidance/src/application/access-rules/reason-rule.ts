import type { Refusal } from '@tyovayla/kernel/refusal';
import { accessReasonRequired } from '../../domain/client-case/case-refusals.ts';

/** Why a client under protection may be looked at, as the client registry has it; the contract's enum carries the same. */
export const accessReasons = [
  'CLIENT_SERVICE',
  'CLIENT_CONTACT',
  'STATEMENT',
  'RECORD_KEEPING',
  'DATA_SUBJECT_REQUEST',
  'PROTECTION',
] as const;

export type AccessReason = (typeof accessReasons)[number];

/** A part of every query on one client: why, where the client is under protection. */
export type WithReason = { readonly accessReason?: AccessReason };

/**
 * Each look of the handler at a client under protection states its reason, which goes into the access log (handbook
 * 1.6 (5)). To be asked once the access rules have let the actor through: everyone else hears what they always hear.
 */
export const reasonRule = (looksAtProtected: boolean, { accessReason }: WithReason): Refusal | undefined =>
  looksAtProtected && accessReason === undefined ? accessReasonRequired : undefined;
