import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataService, dataServices } from './programs.ts';

/** Secrets of the local platform: files that only their owner reads (mode 600). In production, mounted secrets. */
export type DevSecrets = {
  /** JSON: `{ kek, activeKek, blindIndex, activeBlindIndex }`, 32 bytes in base64 each. */
  readonly keysFile: string;
  /** Ed25519, PKCS#8 PEM, one per service. */
  auditSigningKeyFile(service: DataService): string;
  /** Public half, for whoever verifies the audit trail. SPKI PEM. */
  auditPublicKeyFile(service: DataService): string;
  /** 32 bytes in base64, for the portal's session cookies. */
  readonly sessionKeyFile: string;
  /** The portal's password at the identity provider. */
  readonly portalSecretFile: string;
  /** The identity provider's ES256 key (JWK set with private keys). */
  readonly signingKeysFile: string;
  /** Secret for the identity provider's own cookies. */
  readonly cookieSecretFile: string;
};

/** Makes the secrets at the first start and finds them at the next, so that data and sessions stay readable. */
export const openDevSecrets = (dir: string): DevSecrets => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(dir, name);
  once(file('keys.json'), newKeys);
  once(file('session.key'), () => key32());
  once(file('portal-client.secret'), () => randomBytes(32).toString('base64url'));
  once(file('idp-signing.json'), newSigningKeys);
  once(file('idp-cookie.secret'), () => randomBytes(32).toString('base64url'));
  for (const service of dataServices) auditKeys(file(`audit-${service}.key`), file(`audit-${service}.pub`));
  return {
    keysFile: file('keys.json'),
    auditSigningKeyFile: (service) => file(`audit-${service}.key`),
    auditPublicKeyFile: (service) => file(`audit-${service}.pub`),
    sessionKeyFile: file('session.key'),
    portalSecretFile: file('portal-client.secret'),
    signingKeysFile: file('idp-signing.json'),
    cookieSecretFile: file('idp-cookie.secret'),
  };
};

const once = (file: string, make: () => string): void => {
  if (existsSync(file)) return;
  writeFileSync(`${file}.new`, make(), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

const key32 = (): string => randomBytes(32).toString('base64');

const newKeys = (): string =>
  JSON.stringify(
    { kek: { 'kek-1': key32() }, activeKek: 'kek-1', blindIndex: { 'index-1': key32() }, activeBlindIndex: 'index-1' },
    undefined,
    2,
  );

const newSigningKeys = (): string => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = randomBytes(8).toString('hex');
  return JSON.stringify({ keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid }] });
};

const auditKeys = (privateFile: string, publicFile: string): void => {
  if (existsSync(privateFile) && existsSync(publicFile)) return;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(publicFile, publicKey.export({ format: 'pem', type: 'spki' }), { mode: 0o600 });
  writeFileSync(privateFile, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
};

/** A secret's text without the line end that an editor may have added. */
export const readSecret = (file: string): string => readFileSync(file, 'utf8').trim();
