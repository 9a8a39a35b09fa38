import type { Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';

/**
 * A core rule, which nothing overrides: of a client whose municipality is withheld only protected-client handlers may
 * know. Which handler is assigned is the client registry's to say; guidance errs on nobody else's side. Handbook 1.6.
 */
export const withheldRule = ({ withheld }: { readonly withheld: boolean }, actor: Actor): Verdict => {
  if (!withheld) return { allowed: true };
  const handler = actor.kind === 'STAFF' && actor.roles.includes('PROTECTED_CLIENT_HANDLER');
  return handler ? { allowed: true } : { allowed: false, rule: 'MUNICIPALITY_WITHHELD', hidden: true };
};
