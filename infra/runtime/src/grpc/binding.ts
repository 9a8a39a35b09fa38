import type { FieldViolation, Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Access } from '../access.ts';
import type { CallFacts } from '../pipeline/call.ts';
import type { PipelinePorts } from '../ports.ts';

/** The generated codec of one message; what ts-proto's `MessageFns` offers. */
export type Codec<Message> = {
  encode(message: Message): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Message;
};

/** What a mapper of requests may say instead of an input: violations that the contract's rules can't express. */
export type InputRefusal = readonly FieldViolation[] | Refusal;

/** Turns a request into the input of a command, query or feed, or says which fields can't be accepted. */
export type InputMapper<Request, Input> = (request: Request, call: CallFacts) => Input | Result<Input, InputRefusal>;

/** A call whose caller may use the method, with its message read and checked by the contract's rules. */
export type BoundCall = CallFacts & {
  readonly message: unknown;
  /** The message's bytes, as they came. */
  readonly payload: Uint8Array;
  readonly violations: readonly FieldViolation[];
};

type Bound = { readonly name: string; readonly access: Access; decode(bytes: Uint8Array): unknown };

/** A method with one answer. */
export type UnaryBinding = Bound & {
  readonly kind: 'unary';
  /** In place of the server's own limit. */
  readonly maxDeadlineMs?: number;
  answer(ports: PipelinePorts, call: BoundCall): Promise<Result<Uint8Array, Refusal>>;
};

/** A method with a stream of answers. */
export type StreamBinding = Bound & {
  readonly kind: 'stream';
  open(ports: PipelinePorts, call: BoundCall, signal: AbortSignal): Promise<Result<AsyncIterable<Uint8Array>, Refusal>>;
};

export type MethodBinding = UnaryBinding | StreamBinding;

/** A request that can't be accepted, with every violation that was found. */
export const invalidRequest = (violations: readonly FieldViolation[]): Refusal => ({
  kind: 'invalid',
  code: 'INVALID_REQUEST',
  data: {},
  violations,
});

const isResult = <Input>(mapped: Input | Result<Input, InputRefusal>): mapped is Result<Input, InputRefusal> =>
  typeof mapped === 'object' &&
  mapped !== null &&
  'ok' in mapped &&
  typeof mapped.ok === 'boolean' &&
  ('value' in mapped || 'refusal' in mapped);

const isViolations = (no: InputRefusal): no is readonly FieldViolation[] => Array.isArray(no);

/** What the contract's rules and the mapper say together, one violation a field. */
const together = (found: readonly FieldViolation[], more: readonly FieldViolation[]): readonly FieldViolation[] => [
  ...found,
  ...more.filter(({ field }) => !found.some((other) => other.field === field)),
];

const mapAnyway = <Request, Input>(
  mapper: InputMapper<Request, Input>,
  call: BoundCall,
): Input | Result<Input, InputRefusal> => {
  try {
    return mapper(call.message as Request, call);
  } catch (error) {
    // A mapper may rely on the contract's rules; where they are broken its stumbling says nothing new.
    if (call.violations.length > 0) return refused([]);
    throw error;
  }
};

/** The input, or the refusal with all violations at once: those of the contract and those of the mapper. */
export const readInput = <Request, Input>(
  mapper: InputMapper<Request, Input>,
  call: BoundCall,
): Result<Input, Refusal> => {
  const mapped = mapAnyway(mapper, call);
  const result = isResult(mapped) ? mapped : accepted(mapped);
  if (result.ok) return call.violations.length === 0 ? result : refused(invalidRequest(call.violations));
  if (isViolations(result.refusal)) return refused(invalidRequest(together(call.violations, result.refusal)));
  if (call.violations.length === 0) return refused(result.refusal);
  return refused(invalidRequest(together(call.violations, result.refusal.violations ?? [])));
};
