import { readFile, stat } from 'node:fs/promises';
import { type ChannelCredentials, experimental, type ServerCredentials } from '@grpc/grpc-js';
import type { Logger } from '../ports.ts';

/** A program's certificate chain, its key and the authority it trusts, all PEM. */
export type TlsMaterial = { readonly cert: Buffer; readonly key: Buffer; readonly ca: Buffer };

export type TlsFiles = { readonly certFile: string; readonly keyFile: string; readonly caFile: string };

type Provider = experimental.CertificateProvider;
type CaListener = experimental.CaCertificateUpdateListener;
type IdentityListener = experimental.IdentityCertificateUpdateListener;

/** A program's TLS identity, for its gRPC server and clients; follows its files without a restart. */
export type TlsIdentity = {
  current(): TlsMaterial;
  readonly provider: Provider;
  stop(): void;
};

const providerOf = (current: () => TlsMaterial) => {
  const caListeners = new Set<CaListener>();
  const identityListeners = new Set<IdentityListener>();
  const tellCa = (listener: CaListener): void => listener({ caCertificate: current().ca });
  const tellIdentity = (listener: IdentityListener): void => {
    const { cert, key } = current();
    listener({ certificate: cert, privateKey: key });
  };
  // Told a moment later: the credentials register their own watcher only after they registered here.
  const provider: Provider = {
    addCaCertificateListener: (listener) => {
      caListeners.add(listener);
      queueMicrotask(() => tellCa(listener));
    },
    removeCaCertificateListener: (listener) => void caListeners.delete(listener),
    addIdentityCertificateListener: (listener) => {
      identityListeners.add(listener);
      queueMicrotask(() => tellIdentity(listener));
    },
    removeIdentityCertificateListener: (listener) => void identityListeners.delete(listener),
  };
  const tellAll = (): void => {
    caListeners.forEach(tellCa);
    identityListeners.forEach(tellIdentity);
  };
  return { provider, tellAll };
};

/** A TLS identity from PEM texts that don't change, for tests and tools. */
export const tlsFromMaterial = (material: TlsMaterial): TlsIdentity => {
  const current = (): TlsMaterial => material;
  return { current, provider: providerOf(current).provider, stop: () => {} };
};

const read = async ({ certFile, keyFile, caFile }: TlsFiles): Promise<TlsMaterial> => {
  const [cert, key, ca] = await Promise.all([readFile(certFile), readFile(keyFile), readFile(caFile)]);
  return { cert, key, ca };
};

const changeMark = async ({ certFile, keyFile, caFile }: TlsFiles): Promise<string> => {
  const stats = await Promise.all([certFile, keyFile, caFile].map((file) => stat(file)));
  return stats.map(({ mtimeMs, size, ino }) => `${mtimeMs}:${size}:${ino}`).join();
};

/**
 * A TLS identity from files, looked at every ten seconds: new certificates and authorities hold for new
 * connections. Files that can't be read leave the last good ones in use.
 */
export const openTls = async (files: TlsFiles, logger: Logger, everyMs = 10_000): Promise<TlsIdentity> => {
  let mark = await changeMark(files);
  let material = await read(files);
  const current = (): TlsMaterial => material;
  const { provider, tellAll } = providerOf(current);
  const look = async (): Promise<void> => {
    try {
      const seen = await changeMark(files);
      if (seen === mark) return;
      material = await read(files);
      mark = seen;
      tellAll();
      logger.info({}, 'tls files reloaded');
    } catch (error) {
      logger.warn({ err: error }, 'tls files not reloaded');
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return { current, provider, stop: () => clearInterval(timer) };
};

/** Credentials of a server that asks for a client certificate and refuses a connection without a good one. */
export const serverCredentials = ({ provider }: TlsIdentity): ServerCredentials =>
  experimental.createCertificateProviderServerCredentials(provider, provider, true);

/** Credentials of a client that shows its certificate and checks the server's name and authority. */
export const channelCredentials = ({ provider }: TlsIdentity): ChannelCredentials =>
  experimental.createCertificateProviderChannelCredentials(provider, provider);
