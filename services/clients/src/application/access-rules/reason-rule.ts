import type { Actor } from '@tyovayla/runtime/actor';
import type { ClientRefusal } from '../../domain/client/client-refusals.ts';
import { accessReasonRequired } from '../../domain/client/life-cycle-refusals.ts';
import type { ProtectionOrder } from '../../domain/client/protection-order.ts';
import { protectionRule } from './protection-rule.ts';

/** Why a client under protection may be looked at; the contract's enum carries the same. */
export const accessReasons = [
  'CLIENT_SERVICE',
  'CLIENT_CONTACT',
  'STATEMENT',
  'RECORD_KEEPING',
  'DATA_SUBJECT_REQUEST',
  'PROTECTION',
] as const;

export type AccessReason = (typeof accessReasons)[number];

/** A part of every query that can show a client: why, where the client is under protection. */
export type WithReason = { readonly accessReason?: AccessReason };

/**
 * Each look at a client under protection states its reason, which goes into the access log (handbook 1.6 (5)). Only
 * the assigned handler comes this far: everyone else is answered by the protection rule as if there were no client.
 */
export const reasonRule = (
  client: { readonly protectionOrder?: ProtectionOrder },
  actor: Actor,
  { accessReason }: WithReason,
): ClientRefusal | undefined => {
  const looksAtProtected = client.protectionOrder !== undefined && protectionRule(client, actor).allowed;
  return looksAtProtected && accessReason === undefined ? accessReasonRequired() : undefined;
};
