import type { Refusal, RefusalKind } from '@tyovayla/kernel/refusal';
import type { Substitution } from './substitution.ts';

/** Every way in which teams, assignment and stated need say no. Permanent; the contract's enum carries the same. */
export const assignmentRefusalCodes = [
  'SPECIALIST_NOT_AT_WORK',
  'CLIENT_ASSIGNED_ALREADY',
  'CASELOAD_FULL',
  'ANOTHER_TEAMS_CLIENT',
  'HANDLER_SERVES_CLIENT',
  'SPECIALIST_CHANGED_MEANWHILE',
  'NO_HAND_OVER_PROPOSED',
  'SUBSTITUTE_OF_ANOTHER_TEAM',
  'SUBSTITUTIONS_OVERLAP',
  'SUBSTITUTION_NOT_FOUND',
  'SUBSTITUTION_CHANGED_MEANWHILE',
  'SUBSTITUTION_OVER',
  'CLIENT_SERVED_ALREADY',
  'NOT_YOUR_TEAM',
] as const;

export type AssignmentRefusalCode = (typeof assignmentRefusalCodes)[number];

export type AssignmentRefusal = Refusal<AssignmentRefusalCode>;

const no = (
  kind: RefusalKind,
  code: AssignmentRefusalCode,
  data: Readonly<Record<string, string>> = {},
): AssignmentRefusal => ({ kind, code, data });

/** Nobody of this staff id works in one of the teams today. */
export const specialistNotAtWork = (): AssignmentRefusal => no('conflict', 'SPECIALIST_NOT_AT_WORK');

export const clientAssignedAlready = (): AssignmentRefusal => no('conflict', 'CLIENT_ASSIGNED_ALREADY');

/** The specialist has the most clients; a service manager may go over it with a written ground. */
export const caseloadFull = (clients: number, most: number): AssignmentRefusal =>
  no('limit', 'CASELOAD_FULL', { clients: String(clients), most: String(most) });

/** Only members of the client's team and service managers assign; to another team the case is handed over. */
export const anotherTeamsClient = (): AssignmentRefusal => no('forbidden', 'ANOTHER_TEAMS_CLIENT');

/** While a protection order is in force the assigned handler serves the client, and nobody else can. */
export const handlerServesClient = (): AssignmentRefusal => no('conflict', 'HANDLER_SERVES_CLIENT');

/** Another specialist is assigned by now than the caller saw. */
export const specialistChangedMeanwhile = (): AssignmentRefusal => no('stale', 'SPECIALIST_CHANGED_MEANWHILE');

export const noHandOverProposed = (): AssignmentRefusal => no('conflict', 'NO_HAND_OVER_PROPOSED');

/** Substitution is inside the team (seed, chapter 2). */
export const substituteOfAnotherTeam = (): AssignmentRefusal => no('conflict', 'SUBSTITUTE_OF_ANOTHER_TEAM');

export const substitutionsOverlap = ({ substitutionId, from, to }: Substitution): AssignmentRefusal =>
  no('conflict', 'SUBSTITUTIONS_OVERLAP', { substitutionId, from, to });

export const substitutionNotFound: AssignmentRefusal = no('missing', 'SUBSTITUTION_NOT_FOUND');

export const substitutionChangedMeanwhile = (version: number): AssignmentRefusal =>
  no('stale', 'SUBSTITUTION_CHANGED_MEANWHILE', { version: String(version) });

export const substitutionOver = ({ to }: Substitution): AssignmentRefusal =>
  no('conflict', 'SUBSTITUTION_OVER', { lastDay: to });

/** The caller serves the client, or has an open need: there is nothing to open. */
export const clientServedAlready = (): AssignmentRefusal => no('conflict', 'CLIENT_SERVED_ALREADY');

/** Only members and service managers see a team's day, set its substitutes. */
export const notYourTeam = (): AssignmentRefusal => no('forbidden', 'NOT_YOUR_TEAM');
