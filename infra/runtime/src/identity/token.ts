import { createHash } from 'node:crypto';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { isRole, type Role } from '@tyovayla/kernel/role';
import { decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { type KeySetOptions, KeysUnavailable, openKeySet } from './key-set.ts';

/** What a good token says of the member of staff. */
export type VerifiedToken = {
  /** Opaque staff id. */
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly municipality?: string;
  /** Milliseconds since 1970, real time. */
  readonly expiresAt: number;
};

/** Checks the bearer tokens of calls to one service. */
export type TokenVerifier = {
  /**
   * Verifies a token presented by the program whose certificate has this SHA-256 thumbprint (base64url).
   * Refuses with TOKEN_REFUSED or TOKEN_EXPIRED; what exactly was wrong goes to `onRefused` only.
   */
  verify(token: string, presenter: string): Promise<Result<VerifiedToken, Refusal>>;
  stop(): void;
};

export type TokenVerifierOptions = KeySetOptions & {
  readonly issuer: string;
  /** The service's short name: a token for another service is refused. */
  readonly audience: string;
  /** Real time in milliseconds; tokens never follow the simulated clock. */
  readonly now?: () => number;
  /** Verified tokens that are remembered at most. */
  readonly cacheSize?: number;
};

const maxLifetimeS = 300;
const skewS = 30;
const maxTokenLength = 8_192;
const algorithms = ['ES256', 'EdDSA'];

const tokenRefused: Refusal = { kind: 'unauthenticated', code: 'TOKEN_REFUSED', data: {} };
const tokenExpired: Refusal = { kind: 'unauthenticated', code: 'TOKEN_EXPIRED', data: {} };
const providerAway: Refusal = { kind: 'unavailable', code: 'IDENTITY_PROVIDER_UNAVAILABLE', data: {} };

type Known = { readonly token: VerifiedToken; readonly kid: string; readonly boundTo: string | undefined };

/** A claim is missing or says what it may not; the message names the claim only. */
class ClaimRefused extends Error {
  override readonly name = 'ClaimRefused';
}

const claimed = (condition: boolean, claim: string): void => {
  if (!condition) throw new ClaimRefused(claim);
};

/** A token for several services could be redirected by one of them to another. */
const onlyAudience = (aud: JWTPayload['aud']): boolean => typeof aud === 'string' || aud?.length === 1;

const checkTimes = ({ exp, iat, nbf }: JWTPayload, nowS: number): number => {
  if (typeof exp !== 'number' || typeof iat !== 'number') throw new ClaimRefused('exp, iat');
  claimed(iat <= nowS + skewS, 'iat');
  claimed(nbf === undefined || (typeof nbf === 'number' && nbf <= nowS + skewS), 'nbf');
  claimed(exp > iat && exp - iat <= maxLifetimeS + skewS, 'exp');
  return exp;
};

const boundThumbprint = (payload: JWTPayload): string | undefined => {
  const confirmation = payload.cnf;
  if (confirmation === undefined) return undefined;
  const thumbprint = (confirmation as { 'x5t#S256'?: unknown } | null)?.['x5t#S256'];
  // A token that is bound to something we can't check is not good for us.
  if (typeof thumbprint !== 'string' || thumbprint === '') throw new ClaimRefused('cnf');
  return thumbprint;
};

const rolesOf = (claim: unknown): readonly Role[] => {
  if (!Array.isArray(claim) || claim.length === 0 || claim.length > 20) throw new ClaimRefused('roles');
  if (!claim.every((role) => typeof role === 'string' && isRole(role))) throw new ClaimRefused('roles');
  return claim as Role[];
};

const knownOf = (payload: JWTPayload, kid: string, nowS: number): Known => {
  const { sub, jti } = payload;
  const municipality = payload.municipality;
  const expiresAt = checkTimes(payload, nowS) * 1000;
  if (typeof sub !== 'string' || !/^[\x21-\x7e]{1,64}$/.test(sub)) throw new ClaimRefused('sub');
  claimed(typeof jti === 'string' && jti.length > 0, 'jti');
  claimed(onlyAudience(payload.aud), 'aud');
  claimed(
    municipality === undefined || (typeof municipality === 'string' && /^\d{3}$/.test(municipality)),
    'municipality',
  );
  const token = {
    subject: sub,
    roles: rolesOf(payload.roles),
    expiresAt,
    ...(typeof municipality === 'string' ? { municipality } : {}),
  };
  return { token, kid, boundTo: boundThumbprint(payload) };
};

const kidOf = (token: string): string => {
  const { kid, alg } = decodeProtectedHeader(token);
  claimed(typeof alg === 'string' && algorithms.includes(alg), 'alg');
  if (typeof kid !== 'string' || kid === '' || kid.length > 100) throw new ClaimRefused('kid');
  return kid;
};

const refusalOf = (error: unknown): Refusal => {
  if (error instanceof KeysUnavailable) return providerAway;
  return (error as { code?: unknown }).code === 'ERR_JWT_EXPIRED' ? tokenExpired : tokenRefused;
};

/** Remembers the newest verified tokens by their hash; the oldest is forgotten first. */
const createMemory = (size: number) => {
  const known = new Map<string, Known>();
  return {
    get: (hash: string) => known.get(hash),
    forget: (hash: string) => known.delete(hash),
    remember: (hash: string, entry: Known) => {
      if (known.size >= size) known.delete(known.keys().next().value as string);
      known.set(hash, entry);
    },
  };
};

/**
 * Makes the verifier of a service's callers. Only ES256 and EdDSA by a published key; issuer, audience,
 * lifetime of at most five minutes, `jti`, roles and the binding to the presenter's certificate (RFC 8705)
 * are checked. The signature is verified once per token; its end, its key and its binding at every call.
 */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const { issuer, audience, logger, now = Date.now, cacheSize = 2_000 } = options;
  const keySet = openKeySet(options);
  const memory = createMemory(cacheSize);

  const verifyNew = async (token: string): Promise<Known> => {
    claimed(token.length <= maxTokenLength, 'size');
    const kid = kidOf(token);
    const key = await keySet.keyOf(kid);
    if (!key) throw new ClaimRefused('kid');
    const currentDate = new Date(now());
    const { payload } = await jwtVerify(token, key, {
      algorithms,
      issuer,
      audience,
      currentDate,
      clockTolerance: skewS,
      requiredClaims: ['exp', 'iat', 'jti', 'sub'],
    });
    return knownOf(payload, kid, currentDate.getTime() / 1000);
  };

  const judge = ({ token, boundTo }: Known, presenter: string): Result<VerifiedToken, Refusal> => {
    if (token.expiresAt <= now()) return refused(tokenExpired);
    return boundTo === undefined || boundTo === presenter ? accepted(token) : refused(tokenRefused);
  };

  return {
    verify: async (token, presenter) => {
      const hash = createHash('sha256').update(token).digest('base64');
      const remembered = memory.get(hash);
      if (remembered && keySet.holds(remembered.kid)) return judge(remembered, presenter);
      if (remembered) memory.forget(hash);
      try {
        const known = await verifyNew(token);
        memory.remember(hash, known);
        return judge(known, presenter);
      } catch (error) {
        const reason = error instanceof ClaimRefused ? error.message : (error as { code?: unknown }).code;
        logger.warn({ reason, kind: (error as Error).name }, 'token refused');
        return refused(refusalOf(error));
      }
    },
    stop: () => keySet.stop(),
  };
};
