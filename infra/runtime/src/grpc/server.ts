import {
  type MethodDefinition,
  Server,
  type ServerInterceptingCall,
  type ServerInterceptor,
  type ServiceDefinition,
  status,
  type UntypedHandleCall,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { TokenVerifier } from '../identity/token.ts';
import type { PipelinePorts } from '../ports.ts';
import { type AdmissionLimits, createAdmission } from './admission.ts';
import type { MethodBinding } from './binding.ts';
import { createHealth, type HealthBoard, healthDefinition } from './health.ts';
import { type Host, overloaded, type RawRequest } from './host.ts';
import { refusalStatus } from './refusal-status.ts';
import { serveStream } from './serve-stream.ts';
import { serveUnary } from './serve-unary.ts';
import { createPeerLookup } from './session-peer.ts';
import { noteRefusedConnections, receiveUndeclared } from './strangers.ts';
import { serverCredentials, type TlsIdentity } from './tls.ts';
import { type Contract, readContract } from './validation.ts';

export type GrpcServerOptions<Definition extends ServiceDefinition> = {
  /** Address and port, e.g. "127.0.0.1:7001"; port 0 takes a free one. */
  readonly listen: string;
  readonly tls: TlsIdentity;
  /** The area whose programs may call: the middle of `<program>.<area>.tyovayla`. */
  readonly area: string;
  /** ts-proto's definition of the service. */
  readonly definition: Definition;
  /** A binding for every method of the definition, no more and no fewer. */
  readonly methods: { readonly [Method in keyof Definition]: MethodBinding };
  /** The contract: bytes of proto/gen/descriptors.binpb. */
  readonly descriptors: Uint8Array;
  readonly tokenVerifier: TokenVerifier;
  readonly ports: PipelinePorts;
  /** Shows the contract to anyone with a certificate; for development. */
  readonly reflection?: boolean;
  readonly limits?: Partial<AdmissionLimits & { readonly maxStreams: number }>;
  /** Longest that a call with one answer is worked on, ms. */
  readonly maxDeadlineMs?: number;
};

export type GrpcServer = {
  readonly port: number;
  readonly health: HealthBoard;
  /** Full names of the contract's services that the server offers. */
  readonly serviceNames: readonly string[];
  /** Takes no new calls, lets those in flight end, and cuts off what is left after `graceMs`. May be called twice. */
  drain(graceMs: number): Promise<void>;
};

const defaultLimits = { maxRunning: 64, maxWaiting: 128, maxWaitMs: 1_000, maxStreams: 200 };

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const minute = 60_000;

/** Settings of the transport; the keepalive is slower than a drain, or its ping would cut off draining calls. */
const serverOptions = {
  'grpc.max_receive_message_length': 256 * 1024,
  'grpc.max_send_message_length': 4 * 1024 * 1024,
  'grpc.max_concurrent_streams': 256,
  'grpc.keepalive_time_ms': minute,
  'grpc.keepalive_timeout_ms': 10_000,
  'grpc.max_connection_age_ms': 30 * minute,
  'grpc.max_connection_age_grace_ms': minute,
  'grpc.enable_channelz': 0,
};

/** Transport errors that the caller has caused and grpc-js calls INTERNAL or UNIMPLEMENTED. */
const callersFault = /^(Failed to decompress|Invalid grpc-timeout|Error deserializing|Received (no|a second) request)/;

/** Looks at a call before its message is read: refuses early under overload, and blames bad frames on their sender. */
const guard = (host: Host): ServerInterceptor => {
  const full = refusalStatus(host.ports.service, overloaded);
  const malformed = refusalStatus(host.ports.service, { kind: 'invalid', code: 'MALFORMED_REQUEST', data: {} });
  return ({ path }, call) => {
    const send = call.sendStatus.bind(call);
    call.sendStatus = (given) => {
      const transport = given.code === status.INTERNAL || given.code === status.UNIMPLEMENTED;
      send(transport && callersFault.test(given.details ?? '') ? malformed : given);
    };
    if (!path.startsWith('/grpc.') && host.admission.full()) call.sendStatus(full);
    return call as ServerInterceptingCall;
  };
};

/** Throws unless each method has exactly one binding, under its own name and of its own kind. */
const checkBindings = (definition: ServiceDefinition, methods: Readonly<Record<string, MethodBinding>>): void => {
  const problems: string[] = [];
  for (const [key, { path, requestStream, responseStream }] of Object.entries(definition)) {
    const binding = Object.hasOwn(methods, key) ? methods[key] : undefined;
    if (!binding?.access) problems.push(`${path} has no binding with an access declaration`);
    else if (requestStream) problems.push(`${path} takes a stream, which is not offered`);
    else if ((binding.kind === 'stream') !== responseStream) problems.push(`${path} is bound to the wrong kind`);
    else if (binding.name !== path.split('/')[2]) problems.push(`${path} is bound to ${binding.name}`);
  }
  for (const key of Object.keys(methods)) {
    if (!Object.hasOwn(definition, key)) problems.push(`${key} is bound but not in the contract`);
  }
  if (problems.length > 0) throw new Error(`methods are closed by default: ${problems.join('; ')}`);
};

type Definition = MethodDefinition<unknown, unknown>;

/** The method as grpc-js serves it: bytes in both directions, so that nothing is encoded, decoded or thrown there. */
const rawDefinition = ({ path, responseStream }: Definition): MethodDefinition<RawRequest, Uint8Array> => ({
  path,
  requestStream: false,
  responseStream,
  requestSerialize: bufferOf,
  requestDeserialize: (bytes) => bytes,
  responseSerialize: bufferOf,
  responseDeserialize: (bytes) => bytes,
});

const addContract = (
  server: Server,
  host: Host,
  {
    definition,
    methods,
    contract,
    maxStreams,
  }: {
    readonly definition: ServiceDefinition;
    readonly methods: Readonly<Record<string, MethodBinding>>;
    readonly contract: Contract;
    readonly maxStreams: number;
  },
): void => {
  const raw: Record<string, MethodDefinition<RawRequest, Uint8Array>> = {};
  const implementation: Record<string, UntypedHandleCall> = {};
  for (const [key, method] of Object.entries(definition)) {
    const binding = methods[key] as MethodBinding;
    const inspect = contract.inspectorOf(contract.requestOf(method.path));
    raw[key] = rawDefinition(method);
    implementation[key] =
      binding.kind === 'unary'
        ? (serveUnary(host, { binding, inspect }) as UntypedHandleCall)
        : (serveStream(host, { binding, inspect }, maxStreams) as UntypedHandleCall);
  }
  server.addService(raw, implementation as UntypedServiceImplementation);
};

const bind = (server: Server, listen: string, tls: TlsIdentity): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(listen, serverCredentials(tls), (error, port) => (error ? reject(error) : resolve(port)));
  });

const createDrain = (server: Server, health: HealthBoard, draining: AbortController): GrpcServer['drain'] => {
  let drained: Promise<void> | undefined;
  return (graceMs) => {
    drained ??= new Promise<void>((resolve) => {
      draining.abort();
      health.endWatches();
      // tryShutdown can wait for ever on a client that died in mid-stream.
      const timer = setTimeout(() => {
        server.forceShutdown();
        resolve();
      }, graceMs);
      server.tryShutdown(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    return drained;
  };
};

/**
 * Serves a contract over mutual TLS. Every method is closed unless it is bound with an access declaration; the
 * service does not start otherwise. Requests pass, in this order: certificate, token, role and program,
 * the contract's rules, and then the pipeline that the method is bound to.
 */
export const serveGrpc = async <D extends ServiceDefinition>(options: GrpcServerOptions<D>): Promise<GrpcServer> => {
  const { listen, tls, area, definition, descriptors, tokenVerifier, ports } = options;
  const methods: Readonly<Record<string, MethodBinding>> = options.methods;
  checkBindings(definition, methods);
  const limits = { ...defaultLimits, ...options.limits };
  const draining = new AbortController();
  const host: Host = {
    ports,
    tokenVerifier,
    admission: createAdmission(limits),
    maxDeadlineMs: options.maxDeadlineMs ?? 10_000,
    peerOf: createPeerLookup(area),
    draining: draining.signal,
  };
  const server = new Server({ ...serverOptions, interceptors: [guard(host)] });
  const contract = readContract(descriptors);
  addContract(server, host, { definition, methods, contract, maxStreams: limits.maxStreams });
  const { board, implementation } = createHealth();
  server.addService(healthDefinition, implementation);
  if (options.reflection) {
    const { addReflection } = await import('./reflection.ts');
    addReflection(server, descriptors);
  }
  const serviceNames = [...new Set(Object.values(definition).map(({ path }) => path.split('/')[1] ?? ''))];
  receiveUndeclared(server, host);
  board.set('liveness', true);
  for (const name of ['', ...serviceNames]) board.set(name, false);
  const port = await bind(server, listen, tls);
  noteRefusedConnections(server, host);
  return { port, health: board, serviceNames, drain: createDrain(server, board, draining) };
};
