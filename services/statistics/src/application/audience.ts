import type { Role } from '@tyovayla/kernel/role';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Audience } from '../domain/picture/situation-picture.ts';

/** Roles of people who aren't the authority's staff: the board decides over it, the others work for another authority. */
const outsiders: readonly Role[] = ['BOARD_MEMBER', 'MULTI_SECTOR_MEMBER'];

/**
 * Who gets small numbers: staff of the authority, in the portal. A program on its own behalf isn't staff, because
 * nobody knows where its figures go (handbook 11.1).
 */
export const audienceOf = (actor: Actor): Audience =>
  actor.kind === 'STAFF' && actor.program === 'portal' && actor.roles.some((role) => !outsiders.includes(role))
    ? 'AUTHORITY'
    : 'OUTSIDE';
