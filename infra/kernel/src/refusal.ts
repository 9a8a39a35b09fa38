/** How a "no" is told at the edge; see the table "Saying no at the edge" in services/README.md. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'duplicate'
  | 'stale'
  | 'limit'
  | 'unavailable';

/** One field that cannot be accepted. `field` in the contract's spelling; the text never repeats the value. */
export type FieldViolation = {
  readonly field: string;
  readonly code: string;
  readonly description: string;
};

/** An expected "no": a permanent code with the facts that a program can act on. Never personal data. */
export type Refusal<Code extends string = string> = {
  readonly kind: RefusalKind;
  readonly code: Code;
  readonly data: Readonly<Record<string, string>>;
  readonly violations?: readonly FieldViolation[];
};
