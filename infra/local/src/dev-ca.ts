// The certificate library needs this to be loaded before it.
import 'reflect-metadata';

import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { identityOf, localArea, programs } from './programs.ts';

/** Files of one program's identity, all PEM. */
export type Identity = { readonly certFile: string; readonly keyFile: string; readonly caFile: string };

export type DevCa = {
  readonly dir: string;
  readonly caFile: string;
  /** Identity of a known program. */
  identity(program: string): Identity;
  /** Makes an identity of another kind, for tests of refusals: another name, or one that is over. */
  issue(request: CertificateRequest): Promise<Identity>;
};

/** What to certify. `days` counts from now; negative: it is over already. */
export type CertificateRequest = { readonly file: string; readonly name: string; readonly days: number };

const algorithm: EcKeyGenParams & { readonly hash: string } = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 86_400_000;
const caDays = 30;
const certificateDays = 7;
const renewBelowDays = 2;

x509.cryptoProvider.set(webcrypto as Crypto);

/**
 * The development certificate authority of one machine: made at the first start, renewed while in use, trusted by
 * nobody else. Gives every program of the area a certificate whose DNS name is its identity; servers answer to
 * localhost and 127.0.0.1 as well. Idempotent. In production the area's own authority does this.
 */
export const openDevCa = async (dir: string, area: string = localArea): Promise<DevCa> => {
  mkdirSync(dir, { recursive: true, mode: 0o711 });
  const caFile = join(dir, 'ca.pem');
  const keyFile = join(dir, 'ca.key');
  const isNew = !isFresh(caFile, renewBelowDays) || !existsSync(keyFile);
  const authority = isNew ? await createAuthority(caFile, keyFile) : await readAuthority(caFile, keyFile);
  const files = (name: string): Identity => ({
    certFile: join(dir, `${name}.pem`),
    keyFile: join(dir, `${name}.key`),
    caFile,
  });
  for (const program of programs) {
    const { certFile } = files(program);
    if (!isNew && isFresh(certFile, renewBelowDays)) continue;
    await certify(authority, { name: identityOf(program, area), days: certificateDays, ...files(program) });
  }
  return {
    dir,
    caFile,
    identity: files,
    issue: async ({ file, name, days }) => {
      await certify(authority, { name, days, ...files(file) });
      return files(file);
    },
  };
};

type Authority = { readonly certificate: x509.X509Certificate; readonly key: CryptoKey };

const createAuthority = async (caFile: string, keyFile: string): Promise<Authority> => {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: 'CN=Tyovayla development CA',
    ...validity(caDays),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await writeKey(keyFile, keys.privateKey);
  writeWhole(caFile, certificate.toString('pem'), 0o644);
  return { certificate, key: keys.privateKey };
};

const readAuthority = async (caFile: string, keyFile: string): Promise<Authority> => {
  const pkcs8 = x509.PemConverter.decodeFirst(readFileSync(keyFile, 'utf8'));
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']);
  return { certificate: new x509.X509Certificate(readFileSync(caFile, 'utf8')), key: key as CryptoKey };
};

type Certification = Identity & { readonly name: string; readonly days: number };

const certify = async (authority: Authority, request: Certification): Promise<void> => {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: `CN=${request.name}`,
    issuer: authority.certificate.subject,
    ...validity(request.days),
    publicKey: keys.publicKey,
    signingKey: authority.key,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
      // The identity comes first: a receiver takes the first DNS name.
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: request.name },
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
    ],
  });
  await writeKey(request.keyFile, keys.privateKey);
  writeWhole(request.certFile, certificate.toString('pem'), 0o644);
};

const newKeys = async (): Promise<CryptoKeyPair> =>
  (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;

const serial = (): string => `00${randomBytes(15).toString('hex')}`;

/** Starts an hour early, since clocks differ between machines. */
const validity = (days: number): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(Date.now() - 3_600_000 + Math.min(0, days - 1) * day),
  notAfter: new Date(Date.now() + days * day),
});

const isFresh = (certFile: string, days: number): boolean => {
  if (!existsSync(certFile)) return false;
  const { notAfter } = new x509.X509Certificate(readFileSync(certFile, 'utf8'));
  return notAfter.getTime() - Date.now() > days * day;
};

const writeKey = async (file: string, key: CryptoKey): Promise<void> => {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key);
  writeWhole(file, x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'), 0o600);
};

/** Writes beside and renames, so that a crash leaves the old file or the new one. */
const writeWhole = (file: string, text: string, mode: number): void => {
  writeFileSync(`${file}.new`, text, { mode });
  renameSync(`${file}.new`, file);
};

/** SHA-256 thumbprint of a certificate file, base64url, as in the token claim `cnf["x5t#S256"]` (RFC 8705). */
export const thumbprintOf = (certFile: string): string => {
  const der = new Uint8Array(x509.PemConverter.decodeFirst(readFileSync(certFile, 'utf8')));
  return createHash('sha256').update(der).digest('base64url');
};
