import { isRole, type Role } from '@tyovayla/kernel/role';
import * as oidc from 'openid-client';
import type { ServiceName } from '../api/ports.ts';
import { isLoopback } from '../http/address.ts';
import type { SignInAttempt } from './session.ts';

/** Who signed in, as the identity provider tells. */
export type SignedIn = {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly municipality?: string;
  readonly refreshToken: string;
};

export type AccessToken = {
  readonly token: string;
  /** Lifetime in seconds. */
  readonly expiresIn: number;
  /** A new refresh token, where the provider gave one in place of the old. */
  readonly refreshToken?: string;
};

/** Whom the sign-in page should offer first, and in which language. */
export type SignInWish = { readonly loginHint: string | undefined; readonly language: string };

/** The area's identity provider, as far as the portal needs it. */
export type IdentityProvider = {
  /** Where to send the browser to sign in. */
  signInAddress(attempt: SignInAttempt, wish: SignInWish): Promise<URL>;
  /** Exchanges the code that the browser brought back. Throws where it does not belong to the attempt. */
  finishSignIn(callback: URL, attempt: SignInAttempt): Promise<SignedIn>;
  /** An access token for one service. Throws SessionEnded where the refresh token is worth nothing any more. */
  accessToken(refreshToken: string, service: ServiceName): Promise<AccessToken>;
  /** Makes the refresh token worthless; a provider that cannot be reached is no hindrance to sign out. */
  revoke(refreshToken: string): Promise<void>;
  /** True once the provider has been reached. */
  known(): boolean;
};

/** The provider no longer honours the session: the person must sign in again. */
export class SessionEnded extends Error {}

/** What access tokens are for, in the provider's words. */
export const resourceOf = (service: ServiceName): string => `urn:tyovayla:${service}`;

type Settings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Address of the portal's callback, as registered at the provider. */
  readonly redirectUri: string;
};

const scope = 'openid profile offline_access';

/** Finds the provider when first needed and again after a failure, so that it may start after the portal. */
const discoverer = ({ issuer, clientId, clientSecret }: Settings) => {
  let found: oidc.Configuration | undefined;
  let looking: Promise<oidc.Configuration> | undefined;
  const look = async (): Promise<oidc.Configuration> => {
    const options = isLoopback(issuer) ? { execute: [oidc.allowInsecureRequests], timeout: 5 } : { timeout: 5 };
    found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), options);
    return found;
  };
  const configuration = (): Promise<oidc.Configuration> => {
    if (found) return Promise.resolve(found);
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  return { configuration, known: () => found !== undefined };
};

const signedIn = (tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>): SignedIn => {
  const claims = tokens.claims();
  if (!claims || !tokens.refresh_token) throw new Error('the identity provider gave no id token or refresh token');
  const roles = Array.isArray(claims.roles) ? claims.roles.map(String).filter(isRole) : [];
  return {
    staffId: claims.sub,
    name: typeof claims.name === 'string' ? claims.name : claims.sub,
    roles,
    refreshToken: tokens.refresh_token,
    ...(typeof claims.municipality === 'string' ? { municipality: claims.municipality } : {}),
  };
};

const isEnded = (error: unknown): boolean =>
  error instanceof oidc.ResponseBodyError && ['invalid_grant', 'invalid_target'].includes(error.error);

/** The provider over OpenID Connect: code flow with PKCE, tokens bound to one service by resource indicators. */
export const openIdProvider = (settings: Settings): IdentityProvider => {
  const { configuration, known } = discoverer(settings);
  return {
    known,
    signInAddress: async (attempt, { loginHint, language }) =>
      oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri,
        scope,
        // A refresh token is given only with consent, which the area's own provider gives by itself.
        prompt: 'consent',
        ui_locales: language,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
        ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      }),
    finishSignIn: async (callback, attempt) =>
      signedIn(
        await oidc.authorizationCodeGrant(await configuration(), callback, {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.codeVerifier,
          idTokenExpected: true,
        }),
      ),
    accessToken: async (refreshToken, service) => {
      try {
        const tokens = await oidc.refreshTokenGrant(await configuration(), refreshToken, {
          resource: resourceOf(service),
        });
        const rotated = tokens.refresh_token;
        return {
          token: tokens.access_token,
          expiresIn: tokens.expiresIn() ?? 60,
          ...(rotated !== undefined && rotated !== refreshToken ? { refreshToken: rotated } : {}),
        };
      } catch (error) {
        if (isEnded(error)) throw new SessionEnded();
        throw error;
      }
    },
    revoke: async (refreshToken) => {
      await oidc.tokenRevocation(await configuration(), refreshToken).catch(() => undefined);
    },
  };
};
