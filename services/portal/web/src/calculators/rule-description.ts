/** A field of a rule, as the services describe it. */
export type FieldShape = {
  readonly type: 'date' | 'integer' | 'text' | 'code' | 'boolean' | 'list' | 'object';
  readonly description: string;
  readonly enum?: readonly string[];
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
  readonly items?: FieldShape;
  readonly fields?: readonly FieldDescription[];
};

export type FieldDescription = FieldShape & { readonly name: string; readonly required: boolean };

export type VersionHead = {
  readonly validFrom: string;
  readonly basis: { readonly act: string; readonly section: string; readonly source: string };
  readonly confidence: 'H' | 'M' | 'L';
};

export type ParameterDescription = {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly default: number | string;
  readonly enum?: readonly string[];
};

export type RuleDescription = {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldDescription[];
  readonly parameters: readonly ParameterDescription[];
  readonly versions: readonly VersionHead[];
};

export type RuleAnswer = {
  readonly rule: string;
  readonly version: VersionHead;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly because: readonly { readonly code: string; readonly data: Readonly<Record<string, unknown>> }[];
};
