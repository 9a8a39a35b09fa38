import type { Actor } from '@tyovayla/runtime/actor';
import type { Audience } from '../domain/picture/situation-picture.ts';

/**
 * Who gets small numbers: staff of the authority, in the portal. The board decides over the authority and isn't its
 * staff; a program on its own behalf isn't either, because nobody knows where its figures go (handbook 11.1).
 */
export const audienceOf = (actor: Actor): Audience =>
  actor.kind === 'STAFF' && actor.program === 'portal' && actor.roles.some((role) => role !== 'BOARD_MEMBER')
    ? 'AUTHORITY'
    : 'OUTSIDE';
