import type { Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import { type ClientCase, isProtected } from '../../domain/client-case/client-case.ts';

const allowed: Verdict = { allowed: true };

const isOwnTimer = (actor: Actor): boolean => actor.kind === 'PROGRAM' && actor.program === 'guidance';

/**
 * A core rule, which nothing overrides: a client under a protection order is seen and served by the assigned handler
 * alone, and by the service's own timers. Everyone else is answered as if there were no such client. Handbook 1.6.
 */
export const protectionRule = (clientCase: ClientCase | undefined, actor: Actor): Verdict => {
  if (clientCase === undefined || !isProtected(clientCase) || isOwnTimer(actor)) return allowed;
  const isHandler =
    actor.kind === 'STAFF' && actor.roles.includes('PROTECTED_CLIENT_HANDLER') && actor.id === clientCase.handlerId;
  return isHandler ? allowed : { allowed: false, rule: 'PROTECTION_ORDER', hidden: true };
};

/**
 * Whether the actor may see and change what guidance keeps of this client. Beside the protection of some clients: a
 * manager sees all; a specialist, and a handler with an ordinary client, those whom they serve today. Others first
 * state their need (`OpenAccess`). Handbook R1.23.
 */
export const caseRule = (clientCase: ClientCase | undefined, actor: Actor): Verdict => {
  const protection = protectionRule(clientCase, actor);
  if (!protection.allowed || clientCase === undefined || isOwnTimer(actor) || isProtected(clientCase))
    return protection;
  if (actor.kind === 'STAFF' && actor.roles.includes('SERVICE_MANAGER')) return allowed;
  const serves = actor.kind === 'STAFF' && clientCase.servedBy.includes(actor.id);
  return serves ? allowed : { allowed: false, rule: 'NEED_NOT_STATED', hidden: false };
};
