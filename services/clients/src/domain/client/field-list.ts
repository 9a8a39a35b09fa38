import { type Checked, everyOf } from '@tyovayla/kernel/field-check';
import { accepted } from '@tyovayla/kernel/result';

/** Each value once, in the order in which it first stands. */
const eachOnce = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** Reads a list of values, each by itself: violations on `<field>[0]`, `<field>[1]` … A value stands in it once. */
export const listOf = <Written, Value>(
  field: string,
  written: readonly Written[],
  check: (at: string, one: Written) => Checked<Value>,
): Checked<readonly Value[]> => {
  const read = everyOf(written.map((one, index) => check(`${field}[${index}]`, one)));
  return read.ok ? accepted(eachOnce(read.value)) : read;
};
