import type { Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import type { ProtectionOrder } from '../../domain/client/protection-order.ts';

/** Who is protected, if anyone: a client, or what is shown of one. */
type Protectable = { readonly protectionOrder?: ProtectionOrder } | undefined;

/**
 * A core rule, which nothing overrides: a client under a protection order is seen and changed by the assigned handler
 * alone, and by the service's own timers. Everyone else is answered as if there were no such client. Handbook 1.6.
 */
export const protectionRule = (client: Protectable, actor: Actor): Verdict => {
  const order = client?.protectionOrder;
  if (order === undefined) return { allowed: true };
  const assigned =
    actor.kind === 'STAFF'
      ? actor.roles.includes('PROTECTED_CLIENT_HANDLER') && actor.id === order.handlerId
      : actor.program === 'clients';
  return assigned ? { allowed: true } : { allowed: false, rule: 'PROTECTION_ORDER', hidden: true };
};
