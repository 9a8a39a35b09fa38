import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal, RefusalKind } from '@tyovayla/kernel/refusal';

/** Every way in which statements say no. Permanent; the contract's enum carries the same. */
export const statementRefusalCodes = [
  'STATEMENT_POWER_MISSING',
  'STATEMENT_NOT_FOUND',
  'STATEMENT_REPLACED_ALREADY',
  'STATEMENT_ISSUED_ALREADY',
  'STATEMENT_GROUND_NOT_FOR_KIND',
  'STATEMENT_RECIPIENT_UNKNOWN',
  'STATEMENT_SERVICE_UNKNOWN',
  'STATEMENT_BEFORE_NEGLECT',
  'REASON_NOT_ASSESSED',
  'REASON_ACCEPTABLE',
  'EARLIER_NEGLECT_NOT_ASSESSED',
  'SANCTION_NOT_AS_COMPUTED',
  'WORK_OBLIGATION_RUNS_ALREADY',
  'WORK_OBLIGATION_NOT_FOUND',
  'WORK_OBLIGATION_MET_ALREADY',
  'WORK_OBLIGATION_NOT_MET',
  'OBLIGATION_PERIOD_OUTSIDE',
  'STATEMENT_DELIVERED_ALREADY',
  'STATEMENT_ON_ITS_WAY',
  'STATED_JOB_SEARCH_NOT_RUNNING',
] as const;

export type StatementRefusalCode = (typeof statementRefusalCodes)[number];

const no = (kind: RefusalKind, code: StatementRefusalCode, data: Readonly<Record<string, string>> = {}): Refusal => ({
  kind,
  code,
  data,
});

/** The caller may serve the client but not state for the authority (handbook 4, delegation). */
export const statementPowerMissing = no('forbidden', 'STATEMENT_POWER_MISSING');
export const statementNotFound = no('missing', 'STATEMENT_NOT_FOUND');
export const statementReplacedAlready = no('conflict', 'STATEMENT_REPLACED_ALREADY');

/** Another statement about the same thing stands. */
export const statementIssuedAlready = (statementId: string): Refusal =>
  no('conflict', 'STATEMENT_ISSUED_ALREADY', { statementId });

/** The area's configuration has no such ground for this kind on this day. */
export const groundNotForKind = no('conflict', 'STATEMENT_GROUND_NOT_FOR_KIND');
export const recipientUnknown = no('conflict', 'STATEMENT_RECIPIENT_UNKNOWN');
export const serviceUnknown = no('conflict', 'STATEMENT_SERVICE_UNKNOWN');
export const statementBeforeNeglect = (occurredOn: LocalDate): Refusal =>
  no('conflict', 'STATEMENT_BEFORE_NEGLECT', { occurredOn });
export const reasonNotAssessed = no('conflict', 'REASON_NOT_ASSESSED');
export const reasonAcceptable = no('conflict', 'REASON_ACCEPTABLE');

/** What an older neglect leads to is not known yet, and so the number of this one isn't either. */
export const earlierNeglectNotAssessed = (neglectId: string): Refusal =>
  no('conflict', 'EARLIER_NEGLECT_NOT_ASSESSED', { neglectId });

/** The rule says something else than the kind of this statement. */
export const sanctionNotAsComputed = (computed: Readonly<Record<string, string>>): Refusal =>
  no('conflict', 'SANCTION_NOT_AS_COMPUTED', computed);

export const workObligationRunsAlready = (statementId: string): Refusal =>
  no('conflict', 'WORK_OBLIGATION_RUNS_ALREADY', { statementId });
export const workObligationNotFound = no('missing', 'WORK_OBLIGATION_NOT_FOUND');
export const workObligationMetAlready = (metOn: LocalDate): Refusal =>
  no('conflict', 'WORK_OBLIGATION_MET_ALREADY', { metOn });
export const workObligationNotMet = no('conflict', 'WORK_OBLIGATION_NOT_MET');

/** Days before the obligation began or after today. */
export const obligationPeriodOutside = (from: LocalDate, today: LocalDate): Refusal =>
  no('conflict', 'OBLIGATION_PERIOD_OUTSIDE', { from, today });
export const statementDeliveredAlready = no('conflict', 'STATEMENT_DELIVERED_ALREADY');

/** It is being sent right now. */
export const statementOnItsWay = no('conflict', 'STATEMENT_ON_ITS_WAY');

/** A job search that has no end is stated, and none runs, or it began later. */
export const statedJobSearchNotRunning = (startedOn: LocalDate | undefined): Refusal =>
  no('conflict', 'STATED_JOB_SEARCH_NOT_RUNNING', startedOn === undefined ? {} : { startedOn });
