import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { hearingDeadline, hearingTimeBook } from '../rules/sanction-hearing.ts';
import {
  type ExplanationCode,
  type HearingManner,
  isHeard,
  type MatterLanguage,
  type Neglect,
  type NeglectInHearing,
} from './neglect.ts';
import {
  hearingAnsweredAlready,
  hearingNotOpened,
  hearingOpenedAlready,
  hearingRuns,
  neglectBeforeRules,
  reasonAssessedAlready,
} from './neglect-refusals.ts';
import type { NeglectDecided } from './record-neglect.ts';

type HearingDecision = Result<NeglectDecided<NeglectInHearing>, Refusal>;

export type OpeningHearing = {
  readonly hearingId: string;
  readonly manner: HearingManner;
  readonly language: MatterLanguage;
  /** Staff id. */
  readonly openedBy: string;
  readonly today: LocalDate;
};

/** Asks the client to explain, once for each neglect. The time they have is the rule's. Source: handbook 2.6. */
export const openHearing = (neglect: Neglect, { today, ...opening }: OpeningHearing): HearingDecision => {
  if (neglect.status !== 'RECORDED') return refused(hearingOpenedAlready);
  const deadline = hearingDeadline(today);
  if (deadline === undefined) return refused(neglectBeforeRules(hearingTimeBook.versions[0]?.validFrom ?? today));
  const { neglectId } = neglect;
  const { hearingId, manner } = opening;
  return accepted({
    next: {
      ...neglect,
      status: 'HEARING',
      hearing: { ...opening, openedOn: today, deadline },
      version: neglect.version + 1,
    },
    facts: [{ kind: 'HearingOpened', neglectId, hearingId, deadline, manner }],
  });
};

const hearingOf = (neglect: Neglect): Result<NeglectInHearing, Refusal> => {
  if (neglect.status === 'RECORDED') return refused(hearingNotOpened);
  return neglect.status === 'ASSESSED' ? refused(reasonAssessedAlready) : accepted(neglect);
};

/**
 * Records what the client gives as the reason. Taken also after the deadline, until the reason is assessed: whoever is
 * late is still heard.
 */
export const recordHearingAnswer = (
  neglect: Neglect,
  { code, today }: { readonly code: ExplanationCode; readonly today: LocalDate },
): HearingDecision => {
  const open = hearingOf(neglect);
  if (!open.ok) return open;
  const { hearing, neglectId } = open.value;
  if (hearing.answer !== undefined) return refused(hearingAnsweredAlready);
  return accepted({
    next: {
      ...open.value,
      hearing: { ...hearing, answer: { code, answeredOn: today } },
      version: neglect.version + 1,
    },
    facts: [{ kind: 'HearingAnswered', neglectId, hearingId: hearing.hearingId }],
  });
};

/**
 * Tells that the time to explain is over, where nobody has explained. Fired by a timer; the rule itself looks at the day
 * and needs no telling.
 */
export const passHearingDeadline = (neglect: Neglect, today: LocalDate): Result<NeglectDecided<Neglect>, Refusal> => {
  if (neglect.status === 'RECORDED') return refused(hearingNotOpened);
  const { hearing, neglectId } = neglect;
  if (neglect.status === 'ASSESSED' || hearing.answer !== undefined) return accepted({ next: neglect, facts: [] });
  if (!isHeard(hearing, today)) return refused(hearingRuns(hearing.deadline));
  return accepted({
    next: neglect,
    facts: [{ kind: 'HearingDeadlinePassed', neglectId, hearingId: hearing.hearingId }],
  });
};
