import type { Role } from '@tyovayla/kernel/role';

/** A signed-in member of staff. Lives in an encrypted cookie: any replica can serve them. */
export type Session = {
  /** Random id of this session; ties together what one sign-in did in logs. */
  readonly id: string;
  /** Opaque staff id: the token's subject. */
  readonly staffId: string;
  /** Name as the identity provider tells it; shown to the person, nowhere else. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Municipality of the office, three digits; absent for area-wide roles. */
  readonly municipality?: string;
  /** Gets access tokens for the services. */
  readonly refreshToken: string;
  /** Seconds since 1970 when they signed in; a session ends at latest a working day after. */
  readonly signedInAt: number;
};

/** What a browser brings back from the identity provider must belong to what it set out with. */
export type SignInAttempt = {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Path in the portal to return to. */
  readonly returnTo: string;
};
