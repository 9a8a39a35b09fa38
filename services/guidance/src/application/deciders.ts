import type { Actor } from '@tyovayla/runtime/actor';
import type { Decider } from '../domain/assignment/take-over.ts';

/** The caller as one who decides on assignments: a service manager, or somebody who works in a team. */
export const deciderOf = (actor: Actor): Decider => ({
  staffId: actor.id,
  leads: actor.kind === 'STAFF' && actor.roles.includes('SERVICE_MANAGER') ? 'SERVICE' : 'NOTHING',
});
