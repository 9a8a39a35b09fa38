import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsOf, demoStaffMember } from '@tyovayla/local/demo-staff';
import { importJWK, type JWK, SignJWT } from 'jose';

export type TokenRequest = {
  /** Sign-in name or id of a member of the demo staff. */
  readonly staff: string;
  /** Service that the token is for. */
  readonly audience: string;
  /** Thumbprint of the certificate that must present it; absent: any program may. */
  readonly thumbprint?: string;
  /** Claims for tests of refusals; they win over the right ones. `undefined` takes a claim away. */
  readonly claims?: Readonly<Record<string, unknown>>;
};

export type TokenMint = (request: TokenRequest) => Promise<string>;

/**
 * Makes tokens as the development identity provider would, with its key from the state folder and without signing
 * in. For tests only: whoever can read that key can be anybody.
 */
export const tokenMint = (stateDir: string, issuer: string): TokenMint => {
  const file = join(stateDir, 'secrets', 'idp-signing.json');
  const [jwk] = (JSON.parse(readFileSync(file, 'utf8')) as { keys: readonly JWK[] }).keys;
  if (jwk === undefined) throw new Error(`no key in ${file}`);
  return async ({ staff, audience, thumbprint, claims }) => {
    const member = demoStaffMember(staff);
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      iss: issuer,
      aud: audience,
      sub: member.id,
      iat: now,
      exp: now + 300,
      jti: randomUUID(),
      ...claimsOf(member),
      ...(thumbprint === undefined ? {} : { cnf: { 'x5t#S256': thumbprint } }),
      ...claims,
    };
    const kept = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
    return new SignJWT(kept)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid ?? '' })
      .sign(await importJWK(jwk, 'ES256'));
  };
};
