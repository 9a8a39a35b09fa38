import type { ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import { type Peer, peerOfCertificate } from '../identity/peer.ts';

type AnyCall = ServerUnaryCall<unknown, unknown> | ServerWritableStream<unknown, unknown>;

/** The part of grpc-js's call that leads to its connection; not part of its interface, so it may be missing. */
type WithSession = { readonly call?: { readonly stream?: { readonly session?: object } } };

/**
 * Finds the calling program of a call. Reading a certificate takes longer than the rest of a call's way in,
 * so it is done once a connection; where the connection can't be seen, once a call.
 */
export const createPeerLookup = (area: string): ((call: AnyCall) => Peer | undefined) => {
  const known = new WeakMap<object, { readonly peer: Peer | undefined }>();
  const read = (call: AnyCall): Peer | undefined => peerOfCertificate(call.getAuthContext().sslPeerCertificate, area);
  return (call) => {
    const session = (call as unknown as WithSession).call?.stream?.session;
    if (!session) return read(call);
    const remembered = known.get(session);
    if (remembered) return remembered.peer;
    const peer = read(call);
    known.set(session, { peer });
    return peer;
  };
};
