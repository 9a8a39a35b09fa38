import { createHash } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';

/** The program at the other end, as its certificate says. */
export type Peer = {
  readonly program: string;
  /** SHA-256 of the certificate (DER), base64url: what a token may be bound to (`cnf.x5t#S256`). */
  readonly thumbprint: string;
  /** Milliseconds since 1970: a connection may outlive its certificate. */
  readonly validUntil: number;
};

/** The DNS name that a program's certificate bears, e.g. "clients.meri-lappi.tyovayla". */
export const programName = (program: string, area: string): string => `${program}.${area}.tyovayla`;

/**
 * Reads the calling program from a client certificate that the TLS layer has accepted: the one DNS name
 * `<program>.<area>.tyovayla`. Undefined where there is none, or more than one.
 */
export const peerOfCertificate = (certificate: PeerCertificate | undefined, area: string): Peer | undefined => {
  const names = certificate?.subjectaltname;
  // Node quotes a name that holds special characters; none of ours does, and a quoted one could deceive.
  if (!certificate?.raw || !names || names.includes('"')) return undefined;
  const suffix = programName('', area);
  const programs = names
    .split(', ')
    .filter((name) => name.startsWith('DNS:') && name.endsWith(suffix))
    .map((name) => name.slice('DNS:'.length, -suffix.length));
  const [program] = programs;
  if (programs.length !== 1 || program === undefined || !/^[a-z][a-z0-9-]{0,39}$/.test(program)) return undefined;
  return {
    program,
    thumbprint: createHash('sha256').update(certificate.raw).digest('base64url'),
    validUntil: Date.parse(certificate.valid_to),
  };
};
