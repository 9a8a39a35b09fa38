import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import { activationOn } from '../rules/activation-period.ts';
import type { MeetingDecision } from './meeting-decision.ts';
import { activationNotInForce, dueDatePassed } from './meeting-refusals.ts';
import { askedByNeed, type Planning, planned } from './plan-meetings.ts';

/** Meetings that an official plans by the client's need. */
export const kindsByNeed = ['SUPPLEMENTARY', 'ACTIVATION'] as const;

export type PlanByNeed = { readonly kind: (typeof kindsByNeed)[number]; readonly dueOn: LocalDate };

/**
 * Plans a supplementary discussion, or a meeting of the activation period, by the client's need. Since 1 January 2026
 * the only way to a supplementary one. Refused where the day has passed, and for activation before 1 May 2026. Source:
 * handbook 2.2.
 */
export const planByNeed = (
  planning: Planning,
  { kind, dueOn }: PlanByNeed,
  { today }: { readonly today: LocalDate },
): MeetingDecision => {
  if (dueOn < today) return refused(dueDatePassed);
  if (kind === 'ACTIVATION' && activationOn(dueOn) === undefined) return refused(activationNotInForce);
  const {
    meetings: [meeting],
    ...decided
  } = planned(planning, [{ kind, asked: askedByNeed(dueOn) }]);
  if (meeting === undefined) throw new Error('a planned meeting is one meeting');
  return accepted({ meeting, ...decided });
};
