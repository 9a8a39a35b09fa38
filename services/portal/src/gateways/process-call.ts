import type { CallOptions } from '@tyovayla/runtime/grpc/transport';
import type { z } from 'zod';
import type { Caller, Change, ServiceName } from '../api/ports.ts';
import { type CodePrefixes, contractCodes, plainCodes } from './contract-json.ts';
import { serviceCall } from './service-call.ts';

type Codec<Message> = { fromJSON(json: unknown): Message; toJSON(message: Message): unknown };

type Verb<Request, Response, Schema extends z.ZodType> = {
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
  call(request: Request, options: CallOptions): Promise<Response>;
  /** The API's answer: fills what the contract leaves empty. */
  readonly answer: Schema;
  readonly codes?: CodePrefixes;
  /** Whose verb it is: guidance's where left out. */
  readonly service?: ServiceName;
};

/** Why a client under protection is looked at, by the same codes in the contracts of all services. */
const reasonCodes = { accessReason: 'ACCESS_REASON_' };

/** The message that an input of this API stands for. */
export const requestOf = <Request>(codec: Codec<Request>, input: object, codes: CodePrefixes = {}): Request =>
  codec.fromJSON(contractCodes(input, { ...reasonCodes, ...codes }));

const asked =
  <Request, Response, Schema extends z.ZodType>({
    request,
    response,
    call,
    answer,
    codes,
    service = 'guidance',
  }: Verb<Request, Response, Schema>) =>
  async (caller: Caller, input: object): Promise<z.infer<Schema>> => {
    const message = requestOf(request, input, codes);
    const answered = await serviceCall(caller, service, (options) => call(message, options));
    return answer.parse(plainCodes(response.toJSON(answered), codes ?? {}));
  };

/** A question to a service: contract and API have the same field names, so that only codes and gaps differ. */
export const reads = asked;

/** A change at a service, under the id of the form's submission. */
export const does = <Request, Response, Schema extends z.ZodType>(verb: Verb<Request, Response, Schema>) => {
  const ask = asked(verb);
  return (change: Change, input: object): Promise<z.infer<Schema>> =>
    ask(change, { ...input, requestId: change.requestId });
};
