import type { Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import type { ProtectionOrder } from '../../domain/client/protection-order.ts';
import type { Serving } from '../../domain/client/serving.ts';
import { protectionRule } from './protection-rule.ts';

/** A client, or what is shown of one, with how the actor serves them today. */
type Served = { readonly protectionOrder?: ProtectionOrder; readonly serving?: Serving } | undefined;

const allowed: Verdict = { allowed: true };

/**
 * Whether the actor may see and change this client. The protection of some clients comes first and hides them. Of the
 * others a manager sees all; programs that may act alone do; a specialist, and a handler with an ordinary client, those
 * whom they serve today. Everyone else first states their need (`OpenAccess` of guidance). Handbook R1.23.
 */
export const serviceRule = (client: Served, actor: Actor): Verdict => {
  const protection = protectionRule(client, actor);
  if (!protection.allowed || client === undefined || client.protectionOrder !== undefined) return protection;
  if (actor.kind === 'PROGRAM' || actor.roles.includes('SERVICE_MANAGER')) return allowed;
  return client.serving === undefined ? { allowed: false, rule: 'NEED_NOT_STATED', hidden: false } : allowed;
};
