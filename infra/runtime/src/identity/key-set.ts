import { type CryptoKey, importJWK, type JWK } from 'jose';
import type { Logger } from '../ports.ts';

/** The identity provider's public keys by key id. */
export type KeySet = {
  /** The key, or undefined where the provider has none of that id. Throws KeysUnavailable before the first load. */
  keyOf(kid: string): Promise<CryptoKey | Uint8Array | undefined>;
  /** Whether the key is still published, by what was last loaded. */
  holds(kid: string): boolean;
  stop(): void;
};

/** No keys could be loaded yet: nobody can be recognised, which isn't the caller's fault. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export type KeySetOptions = {
  readonly jwksUri: string;
  readonly logger: Logger;
  /** How often the keys are loaded again; a withdrawn key is refused after that at the latest. */
  readonly refreshMs?: number;
  /** Shortest time between two loads that unknown key ids cause. */
  readonly unknownKeyCooldownMs?: number;
  readonly fetchKeys?: (uri: string) => Promise<unknown>;
};

type Keys = ReadonlyMap<string, CryptoKey | Uint8Array>;

const algorithmOf = (jwk: JWK): 'ES256' | 'EdDSA' | undefined => {
  if (jwk.use !== undefined && jwk.use !== 'sig') return undefined;
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return 'ES256';
  return jwk.kty === 'OKP' && jwk.crv === 'Ed25519' ? 'EdDSA' : undefined;
};

const importKeys = async (document: unknown): Promise<Keys> => {
  const listed = (document as { keys?: unknown } | undefined)?.keys;
  if (!Array.isArray(listed)) throw new Error('key set without keys');
  const keys = new Map<string, CryptoKey | Uint8Array>();
  for (const jwk of listed as JWK[]) {
    const algorithm = algorithmOf(jwk);
    if (typeof jwk.kid !== 'string' || algorithm === undefined) continue;
    // Only the public part is imported, whatever else stands in the document.
    const { kty, crv, x, y } = jwk;
    const imported = await importJWK({ kty, crv, x, ...(y === undefined ? {} : { y }) } as JWK, algorithm);
    keys.set(jwk.kid, imported);
  }
  return keys;
};

const fetchJson = async (uri: string): Promise<unknown> => {
  const response = await fetch(uri, { signal: AbortSignal.timeout(3_000), redirect: 'error' });
  if (!response.ok) throw new Error('key set not available');
  return response.json();
};

const firstRetryMs = 500;

/**
 * Keeps the provider's keys loaded in the background. A provider that can't be reached doesn't stop the
 * service: the keys known so far stay in use, and loading is tried again.
 */
export const openKeySet = (options: KeySetOptions): KeySet => {
  const { jwksUri, logger, refreshMs = 30_000, unknownKeyCooldownMs = 5_000, fetchKeys = fetchJson } = options;
  let keys: Keys | undefined;
  let loading: Promise<void> | undefined;
  let lastAsked = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  const load = async (): Promise<void> => {
    try {
      keys = await importKeys(await fetchKeys(jwksUri));
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures === 1) logger.warn({ err: error }, 'identity provider keys not loaded, trying again');
    }
  };
  const schedule = (): void => {
    if (stopped) return;
    const delay = failures > 0 ? Math.min(refreshMs, firstRetryMs * 2 ** (failures - 1)) : refreshMs;
    timer = setTimeout(() => void reload(), delay);
    timer.unref();
  };
  const reload = (): Promise<void> => {
    clearTimeout(timer);
    loading ??= load().finally(() => {
      loading = undefined;
      schedule();
    });
    return loading;
  };
  void reload();

  return {
    keyOf: async (kid) => {
      if (!keys) await loading;
      if (!keys) throw new KeysUnavailable();
      const known = keys.get(kid);
      if (known || performance.now() - lastAsked < unknownKeyCooldownMs) return known;
      lastAsked = performance.now();
      await reload();
      return keys.get(kid);
    },
    holds: (kid) => keys?.has(kid) ?? false,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
