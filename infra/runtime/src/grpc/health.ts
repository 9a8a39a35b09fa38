import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import {
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';

/** States of grpc.health.v1. */
const serving = 1;
const notServing = 2;
const serviceUnknown = 3;

/**
 * Health as grpc.health.v1 tells it. Names: "" and the service's full name for readiness, "check:<name>" for
 * one dependency, "liveness" for the process itself.
 */
export type HealthBoard = {
  set(name: string, isServing: boolean): void;
  /** Ends the open watches, so that a drain need not wait for them. */
  endWatches(): void;
};

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const decodeName = (bytes: Uint8Array): string => {
  try {
    const reader = new BinaryReader(bytes);
    let name = '';
    while (reader.pos < reader.len) {
      const [field, wireType] = reader.tag();
      if (field === 1 && wireType === 2) name = reader.string();
      else reader.skip(wireType, field);
    }
    return name;
  } catch {
    return '\0unreadable';
  }
};

const encodeState = (state: number): Buffer => bufferOf(new BinaryWriter().uint32(8).int32(state).finish());

const method = (name: string, responseStream: boolean) => ({
  path: `/grpc.health.v1.Health/${name}`,
  requestStream: false,
  responseStream,
  requestSerialize: (name: string): Buffer => bufferOf(new BinaryWriter().uint32(10).string(name).finish()),
  requestDeserialize: (bytes: Buffer): { readonly name: string } => ({ name: decodeName(bytes) }),
  responseSerialize: encodeState,
  responseDeserialize: (bytes: Buffer): number => (bytes.length === 2 ? (bytes[1] ?? 0) : 0),
});

/** The health service of the gRPC project, written out: two methods with one field each need no code generator. */
export const healthDefinition = {
  check: method('Check', false),
  watch: method('Watch', true),
} satisfies ServiceDefinition;

type NameRequest = { readonly name: string };
type Watch = ServerWritableStream<NameRequest, number>;

const maxWatches = 100;

/** Makes the board and the service that shows it. */
export const createHealth = (): {
  readonly board: HealthBoard;
  readonly implementation: UntypedServiceImplementation;
} => {
  const states = new Map<string, number>();
  const watches = new Map<Watch, string>();

  const check = (call: ServerUnaryCall<NameRequest, number>, callback: sendUnaryData<number>): void => {
    const state = states.get(call.request.name);
    if (state === undefined) callback({ code: status.NOT_FOUND, details: 'UNKNOWN_HEALTH_NAME' });
    else callback(null, state);
  };

  const watch = (call: Watch): void => {
    if (watches.size >= maxWatches) {
      call.emit('error', { code: status.RESOURCE_EXHAUSTED, details: 'TOO_MANY_WATCHES' });
      return;
    }
    const { name } = call.request;
    watches.set(call, name);
    call.on('cancelled', () => watches.delete(call));
    call.on('error', () => watches.delete(call));
    call.write(states.get(name) ?? serviceUnknown);
  };

  const board: HealthBoard = {
    set: (name, isServing) => {
      const state = isServing ? serving : notServing;
      if (states.get(name) === state) return;
      states.set(name, state);
      for (const [call, watched] of watches) if (watched === name) call.write(state);
    },
    endWatches: () => {
      for (const call of watches.keys()) call.end();
      watches.clear();
    },
  };
  return { board, implementation: { check, watch } };
};
