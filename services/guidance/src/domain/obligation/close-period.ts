import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Plan } from '../plan/plan.ts';
import type { ObligationFact } from './obligation-facts.ts';
import {
  type ClosedPeriod,
  lastDayOf,
  nextPeriod,
  type ObligationPeriod,
  type OpenPeriod,
} from './obligation-period.ts';
import { periodNotEnded } from './obligation-refusals.ts';
import { type ObligationFacts, obligationByRule } from './planned-obligation.ts';

/** A period whose last day has passed, and what stands around it. */
export type PeriodToClose = {
  readonly period: ObligationPeriod;
  readonly reported: number;
  /** The plan that set it. */
  readonly plan: Plan | undefined;
  /** Absent where no job search runs. */
  readonly facts: ObligationFacts | undefined;
};

export type PeriodClosed = {
  readonly closes?: ClosedPeriod;
  readonly opens?: OpenPeriod;
  readonly facts: readonly ObligationFact[];
};

/**
 * Whether the law asks nothing of the client on the day any more, whatever the plan says: in a service, at work, or
 * without a job search. A status that began later says nothing of the day.
 */
const isFree = (facts: ObligationFacts | undefined, plan: Plan | undefined, on: LocalDate): boolean => {
  if (facts === undefined) return true;
  if (facts.statusSince > on) return false;
  const situation = plan?.status === 'BINDING' ? plan.binding.obligation.situation : undefined;
  return obligationByRule(facts, on, situation).quota === undefined;
};

const stateOf = ({ period, reported, plan, facts }: PeriodToClose): ClosedPeriod['state'] => {
  if (reported >= period.required) return 'MET';
  return isFree(facts, plan, lastDayOf(period)) ? 'SUPERSEDED' : 'MISSED';
};

/**
 * Ends a period after its last day and begins the next one while the plan binds. Short of the number it is missed: a
 * suspected neglect, for a person to look at. Nothing happens where it has ended already. Source: handbook 2.4, 2.6.
 */
export const closePeriod = (
  state: PeriodToClose,
  { today, nextPeriodId }: { readonly today: LocalDate; readonly nextPeriodId: string },
): Result<PeriodClosed, Refusal> => {
  const { period, reported, plan } = state;
  if (period.state !== 'OPEN') return accepted({ facts: [] });
  if (today < period.to) return refused(periodNotEnded(lastDayOf(period)));
  const { clientId } = period;
  const closes: ClosedPeriod = { ...period, state: stateOf(state), reported };
  const ended = { kind: 'ObligationPeriodEnded', clientId, period: closes } as const;
  if (plan?.status !== 'BINDING') return accepted({ closes, facts: [ended] });
  const opens = nextPeriod(period, nextPeriodId);
  return accepted({ closes, opens, facts: [ended, { kind: 'ObligationPeriodStarted', clientId, period: opens }] });
};
