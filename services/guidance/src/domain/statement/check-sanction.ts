import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type AssessedNeglect, isHeard, type Neglect, verdictOf } from '../neglect/neglect.ts';
import { isProcessNeglect } from '../neglect/neglect-kind.ts';
import { hearingNotCompleted, neglectNotFound } from '../neglect/neglect-refusals.ts';
import { type NeglectProposal, proposeConsequence } from '../neglect/propose-consequence.ts';
import type { AskedContent, WaitingPeriodContent, WorkObligationContent } from './statement.ts';
import {
  earlierNeglectNotAssessed,
  reasonAcceptable,
  reasonNotAssessed,
  sanctionNotAsComputed,
  statementBeforeNeglect,
} from './statement-refusals.ts';

export type AskedSanction = Extract<AskedContent, { readonly kind: 'WAITING_PERIOD' | 'WORK_OBLIGATION' }>;

/** A sanction as it may be stated: its length comes from the rule. */
export type CheckedSanction = {
  readonly content: WaitingPeriodContent | WorkObligationContent;
  readonly hearingId: string;
  readonly ruleValidFrom: LocalDate;
};

const assessed = (neglect: Neglect | undefined, today: LocalDate): Result<AssessedNeglect, Refusal> => {
  if (neglect === undefined) return refused(neglectNotFound);
  if (neglect.status === 'RECORDED') return refused(hearingNotCompleted());
  if (neglect.status === 'HEARING') {
    const { hearing } = neglect;
    return refused(isHeard(hearing, today) ? reasonNotAssessed : hearingNotCompleted(hearing.deadline));
  }
  return verdictOf(neglect.finding) === 'ACCEPTABLE' ? refused(reasonAcceptable) : accepted(neglect);
};

/** An older neglect on the staircase whose reason nobody has assessed: it may yet change the number of this one. */
const openBefore = (neglect: Neglect, neglects: readonly Neglect[]): Neglect | undefined =>
  isProcessNeglect(neglect.kind)
    ? neglects.find(
        (other) => isProcessNeglect(other.kind) && other.status !== 'ASSESSED' && other.occurredOn < neglect.occurredOn,
      )
    : undefined;

const asComputed = (asked: AskedSanction, { consequence }: NeglectProposal): CheckedSanction['content'] | undefined => {
  const { neglectId, from, kind } = asked;
  if (kind === 'WAITING_PERIOD' && consequence.kind === 'NO_BENEFIT')
    return { kind, neglectId, from, days: consequence.days };
  if (kind === 'WORK_OBLIGATION' && consequence.kind === 'WORK_OBLIGATION')
    return { kind, neglectId, from, weeks: consequence.weeks };
  return undefined;
};

const computedData = ({ consequence }: NeglectProposal): Readonly<Record<string, string>> => ({
  consequence: consequence.kind,
  ...('days' in consequence && { days: String(consequence.days) }),
  ...('weeks' in consequence && { weeks: String(consequence.weeks) }),
});

/**
 * Whether a sanction may be stated: the client was heard, the reason was found not to be acceptable, and the rule of the
 * day of the neglect says exactly this kind. Its length is the rule's: there is no way to write another. Handbook 2.6.
 */
export const checkSanction = (
  asked: AskedSanction,
  { neglects, today }: { readonly neglects: readonly Neglect[]; readonly today: LocalDate },
): Result<CheckedSanction, Refusal> => {
  const neglect = assessed(
    neglects.find(({ neglectId }) => neglectId === asked.neglectId),
    today,
  );
  if (!neglect.ok) return neglect;
  const { occurredOn, hearing } = neglect.value;
  const open = openBefore(neglect.value, neglects);
  if (open !== undefined) return refused(earlierNeglectNotAssessed(open.neglectId));
  const proposal = proposeConsequence(neglect.value, { neglects });
  if (proposal === undefined) return refused(reasonAcceptable);
  const content = asComputed(asked, proposal);
  if (content === undefined) return refused(sanctionNotAsComputed(computedData(proposal)));
  if (asked.from < occurredOn) return refused(statementBeforeNeglect(occurredOn));
  return accepted({ content, hearingId: hearing.hearingId, ruleValidFrom: proposal.ruleValidFrom });
};
