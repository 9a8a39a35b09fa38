import { EncryptJWT, jwtDecrypt } from 'jose';

/** Encrypts and opens values that a browser keeps for us. It can neither read nor change them. */
export type SealedCookies = {
  seal(purpose: string, value: object, lifetimeSeconds: number): Promise<string>;
  /** The value, or undefined where it is forged, for another purpose, or too old. */
  open<Value>(purpose: string, text: string | undefined): Promise<{ value: Value; sealedAt: number } | undefined>;
};

/** Sealed cookies under one 32-byte key (AES-256-GCM). Replicas that share the key read each other's. */
export const sealedCookies = (key: Uint8Array): SealedCookies => ({
  seal: (purpose, value, lifetimeSeconds) =>
    new EncryptJWT({ value })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(purpose)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .encrypt(key),
  open: async <Value>(purpose: string, text: string | undefined) => {
    if (text === undefined || text.length > 4096) return undefined;
    try {
      const { payload } = await jwtDecrypt(text, key, {
        audience: purpose,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['exp', 'iat'],
      });
      return { value: payload.value as Value, sealedAt: payload.iat as number };
    } catch {
      return undefined;
    }
  },
});
