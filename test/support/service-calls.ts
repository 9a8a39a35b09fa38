import {
  type ChannelCredentials,
  Client,
  credentials,
  Metadata,
  type MethodDefinition,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { StatisticsServiceService } from '@tyovayla/proto/tyovayla/statistics/v1/statistics_service';
import type { Platform } from '@tyovayla/testing/platform';
import { tlsOf } from './population-load.ts';

/** The generated contracts: what reflection would tell, for every service that listens. */
export const contracts = {
  clients: ClientsServiceService,
  statistics: StatisticsServiceService,
  guidance: GuidanceServiceService,
} as const;

export type DataServiceName = keyof typeof contracts;

export const serviceNames = Object.keys(contracts) as DataServiceName[];

type AnyMethod = MethodDefinition<unknown, unknown>;

/** A method by its name in the contract, "GetClient". */
export const methodOf = (service: DataServiceName, name: string): AnyMethod => {
  const methods = Object.values<AnyMethod>(contracts[service] as unknown as Record<string, AnyMethod>);
  const found = methods.find(({ path }) => path.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`${service} has no ${name}`);
  return found;
};

export const methodNamesOf = (service: DataServiceName): string[] =>
  Object.values<AnyMethod>(contracts[service] as unknown as Record<string, AnyMethod>).map(
    ({ path }) => path.split('/')[2] ?? '',
  );

/** Everything that a caller gets to see of an answer. */
export type Answer = {
  /** Name of the gRPC status: "NOT_FOUND". */
  readonly code: string;
  readonly details: string;
  /** Leading and trailing metadata, in base64; dates are left out. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The answer, or the first of a stream; undefined where there was none. */
  readonly message: unknown;
};

export type Call = {
  readonly method: string;
  /** The request's fields; absent: no field at all. */
  readonly request?: object;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const seen = (metadata: Metadata | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(metadata?.getMap() ?? {})
      .filter(([name]) => name !== 'date')
      .map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
  );

const metadataOf = ({ token, headers = {} }: Call): Metadata => {
  const metadata = new Metadata();
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  return metadata;
};

const patience = 8_000;

const refusal = (error: ServiceError, first: Record<string, string>): Answer => ({
  code: status[error.code] ?? String(error.code),
  details: error.details,
  metadata: { ...first, ...seen(error.metadata) },
  message: undefined,
});

/** Calls without retries, breakers or anything else that could hide what the service said. */
export const lineTo = (address: string, secured: ChannelCredentials) => {
  const client = new Client(address, secured, {
    'grpc.enable_retries': 0,
    'grpc.max_receive_message_length': 8_000_000,
  });

  const callMethod = (definition: AnyMethod, call: Call): Promise<Answer> =>
    new Promise((resolve) => {
      const { path, requestSerialize, responseDeserialize, responseStream } = definition;
      const serialize = (request: unknown): Buffer =>
        request === undefined ? Buffer.alloc(0) : requestSerialize(request);
      const args = [call.request, metadataOf(call), { deadline: Date.now() + patience }] as const;
      let first: Record<string, string> = {};
      const good = (message: unknown): void => resolve({ code: 'OK', details: '', metadata: first, message });
      if (responseStream) {
        const stream = client.makeServerStreamRequest(path, serialize, responseDeserialize, ...args);
        stream.on('metadata', (metadata) => {
          first = seen(metadata);
        });
        stream.on('data', (message: unknown) => {
          good(message);
          stream.cancel();
        });
        stream.on('error', (error) => resolve(refusal(error as ServiceError, first)));
        return;
      }
      const unary = client.makeUnaryRequest(path, serialize, responseDeserialize, ...args, (error, message) =>
        error ? resolve(refusal(error, first)) : good(message),
      );
      unary.on('metadata', (metadata) => {
        first = seen(metadata);
      });
    });

  return {
    /** Calls a method of a contract. Never throws for what the service says. */
    call: (service: DataServiceName, call: Call): Promise<Answer> => callMethod(methodOf(service, call.method), call),
    /** Calls any path with an empty message. */
    callPath: (path: string, call: Omit<Call, 'method'> = {}): Promise<Answer> =>
      callMethod({ ...methodOf('clients', 'DescribeRules'), path }, { ...call, method: path }),
    close: (): void => client.close(),
  };
};

/** A program of the platform on the line to a service. */
export const programOn = (platform: Platform, program: string, service: DataServiceName) => {
  const { cert, key, ca } = tlsOf(platform, program).current();
  const line = lineTo(platform.addresses[service], credentials.createSsl(ca, key, cert));
  return {
    call: (call: Call): Promise<Answer> => line.call(service, call),
    callPath: line.callPath,
    close: line.close,
  };
};
