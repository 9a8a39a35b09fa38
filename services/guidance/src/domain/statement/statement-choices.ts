import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ExpenseAllowance, StatementGround, StatementKind } from './statement.ts';

/** A ground as the area's configuration has it, from a day on. */
export type ConfiguredGround = StatementGround & {
  readonly kinds: readonly StatementKind[];
  readonly validFrom: LocalDate;
};

/** Levels of the expense allowance from a day on, in cents a day. */
export type AllowanceLevels = {
  readonly validFrom: LocalDate;
  readonly basicCents: number;
  readonly raisedCents: number;
};

/** What statements of the area may be written with. Sections of acts are shown from here and nowhere else. */
export type StatementChoices = {
  readonly grounds: readonly ConfiguredGround[];
  readonly recipients: readonly { readonly code: string; readonly name: string }[];
  readonly services: readonly string[];
  /** In order of time. */
  readonly allowances: readonly AllowanceLevels[];
};

/** The ground of that code for a kind of statement on a day: the newest in force. */
export const groundOn = (
  { grounds }: StatementChoices,
  { code, kind, on }: { readonly code: string; readonly kind: StatementKind; readonly on: LocalDate },
): StatementGround | undefined => {
  const found = grounds
    .filter((ground) => ground.code === code && ground.kinds.includes(kind) && ground.validFrom <= on)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .at(-1);
  return found && { code, act: found.act, section: found.section };
};

/** Cents a day on a day; 0 without a right, undefined before the first levels. */
export const allowanceCentsOn = (
  { allowances }: StatementChoices,
  { allowance, on }: { readonly allowance: ExpenseAllowance; readonly on: LocalDate },
): number | undefined => {
  if (allowance === 'NONE') return 0;
  const levels = allowances.findLast(({ validFrom }) => validFrom <= on);
  return allowance === 'BASIC' ? levels?.basicCents : levels?.raisedCents;
};
