import type { TLSSocket } from 'node:tls';
import { type Server, status } from '@grpc/grpc-js';
import type { UnaryBinding } from './binding.ts';
import type { Host, RawRequest } from './host.ts';
import { serveUnary } from './serve-unary.ts';

type Handler = {
  readonly func: ReturnType<typeof serveUnary>;
  readonly serialize: (bytes: Uint8Array) => Uint8Array;
  readonly deserialize: (bytes: Buffer) => RawRequest;
  readonly type: 'unary';
  readonly path: string;
};

/** The parts of grpc-js's server where strangers are turned away; not part of its interface, so a test watches them. */
type Inside = {
  readonly handlers: Map<string, Handler>;
  readonly http2Servers: Map<
    { on(event: 'tlsClientError', told: (error: Error, socket: TLSSocket) => void): void },
    unknown
  >;
};

/** Nobody may call what the contract doesn't have. */
const undeclared: UnaryBinding = {
  kind: 'unary',
  name: 'UndeclaredMethod',
  access: { roles: [], programs: [], programsAlone: [], purpose: 'none', dataGroup: 'none' },
  decode: () => undefined,
  answer: () => Promise.reject(new Error('an undeclared method has no answer')),
};

const unimplemented = { code: status.UNIMPLEMENTED, details: 'METHOD_NOT_DECLARED' };

/** Recognises, logs and audits a call like any other that may not be made, and answers as gRPC does for a missing method. */
const undeclaredHandler = (host: Host): Handler => {
  const serve = serveUnary(host, {
    binding: undeclared,
    inspect: () => ({ canonical: new Uint8Array(), violations: [] }),
  });
  return {
    func: (call, callback) =>
      serve(call, (error) => callback(error?.code === status.PERMISSION_DENIED ? unimplemented : error)),
    serialize: (bytes) => bytes,
    deserialize: (bytes) => bytes,
    type: 'unary',
    path: '',
  };
};

/**
 * Sees to it that calls to methods that the contract doesn't have are logged and audited with their caller. grpc-js
 * would answer them before anything of ours is asked. Call it before the server is bound.
 */
export const receiveUndeclared = (server: Server, host: Host): void => {
  const { handlers } = server as unknown as Inside;
  const known = handlers.get.bind(handlers);
  const fallback = undeclaredHandler(host);
  handlers.get = (path) => known(path) ?? fallback;
};

const quietMs = 10_000;

/**
 * Logs and audits connections that TLS refused: no certificate, or none of the area's. Who it was can't be known, and
 * anybody can knock, so one entry stands for all that came within ten seconds. Call it when the server is bound.
 */
export const noteRefusedConnections = (server: Server, { ports }: Host): void => {
  let refusedCount = 0;
  let notedAt = Number.NEGATIVE_INFINITY;
  const note = async (code: string): Promise<void> => {
    ports.logger.warn({ code, count: refusedCount }, 'connections refused');
    refusedCount = 0;
    const stranger = { actorId: 'unknown', program: 'unknown', roles: [] };
    const entry = {
      entryId: ports.newId(),
      time: ports.clock.now(),
      actorKind: 'PROGRAM',
      actorId: 'unknown',
      actorRole: 'none',
      program: 'unknown',
      action: 'Connect',
      dataGroup: 'none',
      purpose: 'none',
      result: 'REFUSED',
      reason: 'CERTIFICATE_REFUSED',
      correlationId: ports.newId(),
    } as const;
    await ports.transactions.transact(stranger, (tx) => tx.write([ports.auditWrite(entry)]));
  };
  for (const listening of (server as unknown as Inside).http2Servers.keys()) {
    listening.on('tlsClientError', (error) => {
      refusedCount += 1;
      if (performance.now() - notedAt < quietMs) return;
      notedAt = performance.now();
      const { code = 'unknown' } = error as { readonly code?: string };
      note(code).catch((fault: unknown) => ports.logger.error({ err: fault }, 'refused connections not audited'));
    });
  }
};
