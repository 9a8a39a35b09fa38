import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Actor } from '../actor.ts';
import type { Peer } from './peer.ts';
import type { TokenVerifier } from './token.ts';

/** Who calls, and until when the call's authority lasts (milliseconds since 1970; absent for programs alone). */
export type Caller = { readonly actor: Actor; readonly expiresAt?: number };

const unknownProgram: Refusal = { kind: 'unauthenticated', code: 'PROGRAM_UNKNOWN', data: {} };
const tokenRefused: Refusal = { kind: 'unauthenticated', code: 'TOKEN_REFUSED', data: {} };

const bearerPrefix = 'Bearer ';

/**
 * Finds out who calls: the program from its certificate, and the member of staff on whose behalf it acts
 * from the `authorization` metadata, where there is one. A bad token is never taken for none.
 */
export const callerOf = async (
  peer: Peer | undefined,
  authorization: string | undefined,
  tokens: TokenVerifier,
): Promise<Result<Caller, Refusal>> => {
  if (!peer || peer.validUntil <= Date.now()) return refused(unknownProgram);
  const { program } = peer;
  if (authorization === undefined) return accepted({ actor: { kind: 'PROGRAM', id: program, roles: [], program } });
  if (!authorization.startsWith(bearerPrefix)) return refused(tokenRefused);
  const verified = await tokens.verify(authorization.slice(bearerPrefix.length), peer.thumbprint);
  if (!verified.ok) return verified;
  const { subject: id, roles, municipality, expiresAt } = verified.value;
  const actor: Actor = {
    kind: 'STAFF',
    id,
    roles,
    program,
    ...(municipality === undefined ? {} : { municipality }),
  };
  return accepted({ actor, expiresAt });
};
