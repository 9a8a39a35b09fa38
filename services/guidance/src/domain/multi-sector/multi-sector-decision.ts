import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type Result, refused } from '@tyovayla/kernel/result';
import { type MultiSectorCase, type MultiSectorState, mayBecome, stageSince } from './multi-sector-case.ts';
import type { MultiSectorFact } from './multi-sector-facts.ts';
import {
  type MultiSectorRefusal,
  multiSectorDateInFuture,
  multiSectorDateTooEarly,
  stepNotAllowed,
} from './multi-sector-refusals.ts';

/** What a decision on a case gives when it says yes: the case from now on, and what happened. */
export type MultiSectorDecided = { readonly next: MultiSectorCase; readonly facts: readonly MultiSectorFact[] };

export type MultiSectorDecision = Result<MultiSectorDecided, MultiSectorRefusal>;

/** What every decision knows of its call. */
export type Deciding = {
  /** Today in Europe/Helsinki. */
  readonly today: LocalDate;
  /** Staff id of who acts. */
  readonly by: string;
  newId(): string;
};

/** Says yes. Each fact moves the case's version on by one. */
export const decided = (next: MultiSectorCase, facts: readonly MultiSectorFact[]): MultiSectorDecision => ({
  ok: true,
  value: { next: { ...next, version: next.version + facts.length }, facts },
});

/** A day that has come, and is not before what it follows; the refusal where it is neither. */
export const dayRefusal = (
  day: LocalDate,
  { notBefore, today }: { readonly notBefore: LocalDate; readonly today: LocalDate },
): MultiSectorRefusal | undefined => {
  if (day > today) return multiSectorDateInFuture(today);
  return day < notBefore ? multiSectorDateTooEarly(notBefore) : undefined;
};

/** Why a case may not go on to a state on a day, or undefined where it may. */
export const stepRefusal = (
  one: MultiSectorCase,
  { to, on, today }: { readonly to: MultiSectorState; readonly on: LocalDate; readonly today: LocalDate },
): MultiSectorRefusal | undefined =>
  mayBecome(one, to) ? dayRefusal(on, { notBefore: stageSince(one), today }) : stepNotAllowed(one.stage.state);

export const refusedWith = (refusal: MultiSectorRefusal): MultiSectorDecision => refused(refusal);
