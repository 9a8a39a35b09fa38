import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { HearingManner, ReasonVerdict } from './neglect.ts';
import type { ContactNeglectKind, NeglectKind } from './neglect-kind.ts';

/** An official recorded a neglect. */
export type NeglectRecorded = {
  readonly kind: 'NeglectRecorded';
  readonly neglectId: string;
  readonly neglectKind: NeglectKind;
  readonly occurredOn: LocalDate;
};

/** An official found that a candidate is none. */
export type NeglectCandidateDismissed = {
  readonly kind: 'NeglectCandidateDismissed';
  readonly candidateId: string;
};

/** The client was asked to explain. */
export type HearingOpened = {
  readonly kind: 'HearingOpened';
  readonly neglectId: string;
  readonly hearingId: string;
  readonly deadline: LocalDate;
  readonly manner: HearingManner;
};

type OfHearing = { readonly neglectId: string; readonly hearingId: string };

/** The client explained; what they said does not travel. */
export type HearingAnswered = OfHearing & { readonly kind: 'HearingAnswered' };

/** The time to explain is over without a word. */
export type HearingDeadlinePassed = OfHearing & { readonly kind: 'HearingDeadlinePassed' };

/** An official found whether the reason is acceptable; the reason may be an illness and does not travel. */
export type ReasonAssessed = {
  readonly kind: 'ReasonAssessed';
  readonly neglectId: string;
  readonly verdict: ReasonVerdict;
};

/** The neglect led to a reminder (muistutus). */
export type ReminderGiven = { readonly kind: 'ReminderGiven'; readonly neglectId: string };

/** By the law of the day the job search ends; an official of the client registry ends it. */
export type JobSearchEndProposed = {
  readonly kind: 'JobSearchEndProposed';
  readonly neglectId: string;
  readonly jobSearchId: string;
  readonly ground: ContactNeglectKind;
  readonly neglectedOn: LocalDate;
  readonly ruleValidFrom: LocalDate;
};

export type NeglectFact =
  | NeglectRecorded
  | NeglectCandidateDismissed
  | HearingOpened
  | HearingAnswered
  | HearingDeadlinePassed
  | ReasonAssessed
  | ReminderGiven
  | JobSearchEndProposed;
