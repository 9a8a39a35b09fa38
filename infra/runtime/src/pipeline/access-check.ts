import type { Refusal } from '@tyovayla/kernel/refusal';
import type { Access, Verdict } from '../access.ts';
import type { Actor } from '../actor.ts';

const forbidden = (code: string): Refusal => ({ kind: 'forbidden', code, data: {} });

const notFound: Refusal = { kind: 'missing', code: 'NOT_FOUND', data: {} };

/** The role on whose strength the actor may use a method with this access, for the access log. */
export const actingRole = (access: Access, actor: Actor): string => {
  if (actor.kind === 'PROGRAM') return 'PROGRAM';
  return actor.roles.find((role) => access.roles.includes(role)) ?? 'NONE';
};

/**
 * Why an actor may not use a method at all, or undefined where they may: staff need one of the roles and
 * one of the programs; a program alone must be listed as such.
 */
export const accessDenial = (access: Access, actor: Actor): Refusal | undefined => {
  if (actor.kind === 'PROGRAM') {
    if (access.programsAlone.includes(actor.program)) return undefined;
    if (access.programs.includes(actor.program)) return { kind: 'unauthenticated', code: 'TOKEN_REQUIRED', data: {} };
    return forbidden('PROGRAM_NOT_ALLOWED');
  }
  if (!access.programs.includes(actor.program)) return forbidden('PROGRAM_NOT_ALLOWED');
  return actor.roles.some((role) => access.roles.includes(role)) ? undefined : forbidden('ROLE_NOT_ALLOWED');
};

/** A denial by the rules on one thing as a refusal: hidden ones look exactly like a missing thing. */
export const verdictRefusal = (verdict: Verdict, missing: Refusal = notFound): Refusal | undefined => {
  if (verdict.allowed) return undefined;
  return verdict.hidden ? missing : forbidden(verdict.rule);
};

/**
 * A missing thing is refused in one way only, whatever facts the refusal came with, so that it can't be
 * told from a hidden one.
 */
export const likeMissing = (refusal: Refusal, missing: Refusal = notFound): Refusal =>
  refusal.kind === 'missing' && refusal.code === missing.code ? missing : refusal;
