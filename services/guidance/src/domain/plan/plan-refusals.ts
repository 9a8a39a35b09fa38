import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal, RefusalKind } from '@tyovayla/kernel/refusal';

/** Every way the plan says no. Permanent; the contract's enum carries the same. */
export type PlanRefusalCode =
  | 'PLAN_NOT_FOUND'
  | 'PLAN_CHANGED_MEANWHILE'
  | 'PLAN_ENDED'
  | 'PLAN_NOTHING_TO_ACCEPT'
  | 'PLAN_ACCEPTED_DATE_OUT_OF_RANGE'
  | 'PLAN_OBLIGATION_OUTDATED'
  | 'PLAN_STUDY_DUTY_OUTDATED'
  | 'SUBSTITUTING_PLAN_BINDS'
  | 'PLAN_NOT_BINDING'
  | 'PLAN_BINDS'
  | 'TASK_NOT_FOUND'
  | 'TASK_ALREADY_DONE'
  | 'JOB_SEARCH_STILL_RUNS';

const no = (
  kind: RefusalKind,
  code: PlanRefusalCode,
  data: Readonly<Record<string, string>> = {},
): Refusal<PlanRefusalCode> => ({ kind, code, data });

export const planNotFound = no('missing', 'PLAN_NOT_FOUND');

export const planChangedMeanwhile = (version: number): Refusal =>
  no('stale', 'PLAN_CHANGED_MEANWHILE', { version: String(version) });

export const planEnded = (endedOn: LocalDate): Refusal => no('conflict', 'PLAN_ENDED', { endedOn });

export const nothingToAccept = no('conflict', 'PLAN_NOTHING_TO_ACCEPT');

export const acceptedOutOfRange = (writtenOn: LocalDate, today: LocalDate): Refusal =>
  no('conflict', 'PLAN_ACCEPTED_DATE_OUT_OF_RANGE', { writtenOn, today });

export const obligationOutdated = (planned: string, byRule: string): Refusal =>
  no('conflict', 'PLAN_OBLIGATION_OUTDATED', { planned, byRule });

/** The rule of today says another thing on the duty to apply for studies than the content, or names another spring. */
export const studyDutyOutdated = no('conflict', 'PLAN_STUDY_DUTY_OUTDATED');

export const substitutingPlanBinds = (planId: string): Refusal => no('conflict', 'SUBSTITUTING_PLAN_BINDS', { planId });

export const planNotBinding = no('conflict', 'PLAN_NOT_BINDING');

export const planBinds = no('conflict', 'PLAN_BINDS');

export const taskNotFound = no('missing', 'TASK_NOT_FOUND');

export const taskAlreadyDone = (doneOn: LocalDate): Refusal => no('conflict', 'TASK_ALREADY_DONE', { doneOn });

export const jobSearchStillRuns = no('conflict', 'JOB_SEARCH_STILL_RUNS');
