import { createHash } from 'node:crypto';
import type { ServiceName } from '../api/ports.ts';
import type { AccessToken, IdentityProvider } from './identity-provider.ts';
import type { Session } from './session.ts';

type Kept = { readonly answer: Promise<AccessToken>; readonly goodUntil: () => number };

const mostKept = 10_000;
/** Tokens are renewed this long before they end, so that none runs out on its way to a service. */
const marginMs = 20_000;

/**
 * Access tokens of the people signed in, one per person and service, kept until shortly before they end.
 * Requests that come together wait for one answer of the provider.
 */
export const accessTokens = (provider: IdentityProvider, now: () => number = Date.now) => {
  const kept = new Map<string, Kept>();

  const forget = (): void => {
    for (const [key, one] of kept) if (one.goodUntil() < now()) kept.delete(key);
    for (const key of kept.keys()) {
      if (kept.size < mostKept) return;
      kept.delete(key);
    }
  };

  const ask = (key: string, session: Session, service: ServiceName): Promise<AccessToken> => {
    let goodUntil = now() + 10_000;
    const answer = provider.accessToken(session.refreshToken, service).then(
      (token) => {
        goodUntil = now() + token.expiresIn * 1000 - marginMs;
        return token;
      },
      (error: unknown) => {
        kept.delete(key);
        throw error;
      },
    );
    if (kept.size >= mostKept) forget();
    kept.set(key, { answer, goodUntil: () => goodUntil });
    return answer;
  };

  return {
    /** A token of this person for this service. Throws SessionEnded where they must sign in again. */
    tokenFor: (session: Session, service: ServiceName): Promise<AccessToken> => {
      const person = createHash('sha256').update(session.refreshToken).digest('base64url');
      const key = `${person} ${service}`;
      const one = kept.get(key);
      return one && one.goodUntil() > now() ? one.answer : ask(key, session, service);
    },
  };
};

export type AccessTokens = ReturnType<typeof accessTokens>;
