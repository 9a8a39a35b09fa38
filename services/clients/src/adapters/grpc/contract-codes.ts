/** How an enum of the contract is read and written: the generated functions and the prefix of its names. */
type ContractEnum<Value> = {
  readonly prefix: string;
  readonly toJSON: (value: Value) => string;
  readonly fromJSON: (name: string) => Value;
};

/** A contract's enum as codes of the domain; a number that the contract doesn't know gives a code that nobody knows. */
export const codesOf = <Value>({ prefix, toJSON, fromJSON }: ContractEnum<Value>) => ({
  from: (value: Value): string => toJSON(value).replace(prefix, ''),
  to: (code: string): Value => fromJSON(`${prefix}${code}`),
});
