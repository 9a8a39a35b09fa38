/** A contract's code without its enum's prefix: `SERVICE_LANGUAGE_FI` → `FI`; undefined for "not stated". */
export const codeOf = (names: Readonly<Record<string, number>>, prefix: string, value: number): string | undefined => {
  const name = Object.keys(names).find((key) => names[key] === value);
  const code = name?.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  return code === 'UNSPECIFIED' ? undefined : code;
};

/** The contract's value of a code that this API has checked. */
export const contractValue = <Names extends Readonly<Record<string, number>>>(
  names: Names,
  prefix: string,
  code: string,
): Names[keyof Names] => {
  const value = names[`${prefix}${code}`];
  if (value === undefined) throw new Error(`the contract has no code ${prefix}${code}`);
  return value as Names[keyof Names];
};

/** Leaves out what the contract leaves empty. */
export const filled = <Shape extends Readonly<Record<string, string | undefined>>>(
  texts: Shape,
): { [Key in keyof Shape]?: string } =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== '')) as {
    [Key in keyof Shape]?: string;
  };
