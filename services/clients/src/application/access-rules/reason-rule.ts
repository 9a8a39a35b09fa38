import type { WithReason } from '@tyovayla/runtime/access-reason';
import type { Actor } from '@tyovayla/runtime/actor';
import type { ClientRefusal } from '../../domain/client/client-refusals.ts';
import { accessReasonRequired } from '../../domain/client/life-cycle-refusals.ts';
import type { ProtectionOrder } from '../../domain/client/protection-order.ts';
import { needServedOn, type Serving } from '../../domain/client/serving.ts';
import { protectionRule } from './protection-rule.ts';

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

/** Why the actor sees the client, for the access log: of a protected one the reason given, else the need, if any. */
export const reasonShown = (
  { protectionOrder, serving }: { readonly protectionOrder?: ProtectionOrder; readonly serving?: Serving },
  { accessReason }: WithReason,
): string | undefined => (protectionOrder === undefined ? needServedOn(serving) : accessReason);
