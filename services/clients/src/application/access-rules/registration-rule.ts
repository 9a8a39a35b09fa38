import type { Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Applicant } from '../../domain/client/register-job-seeker.ts';
import type { Registration } from '../../domain/client/registration-form.ts';
import type { Area } from '../ports.ts';
import { protectionRule } from './protection-rule.ts';

/** Who registers, and for which area. */
type By = { readonly actor: Actor; readonly area: Area };

const allowed: Verdict = { allowed: true };

/** Only a program that takes over the national register's people, acting alone, brings a job search with a history. */
const takeoverRule = ({ beginning }: Registration, { actor, area }: By): Verdict => {
  if (beginning.kind === 'TODAY') return allowed;
  return actor.kind === 'PROGRAM' && area.takeoverPrograms.includes(actor.program)
    ? allowed
    : { allowed: false, rule: 'NATIONAL_RECORD_NOT_ALLOWED', hidden: false };
};

const needsHandler: Verdict = { allowed: false, rule: 'REGISTRATION_NEEDS_HANDLER', hidden: false };

const mayBringOrder = (actor: Actor, area: Area): boolean =>
  actor.kind === 'STAFF'
    ? actor.roles.includes('PROTECTED_CLIENT_HANDLER')
    : area.takeoverPrograms.includes(actor.program);

/**
 * A person under a protection order is registered by a protected-client handler; one who is known already, by their
 * assigned handler alone. This is the one answer that tells a case specialist that something is withheld: without it
 * the person at the desk could not be sent to the one who may serve them.
 */
const handlerRule = (applicant: Applicant, registration: Registration, { actor, area }: By): Verdict => {
  if (registration.protectionOrder !== undefined && !mayBringOrder(actor, area)) return needsHandler;
  if (applicant.kind === 'WITHHELD') return needsHandler;
  if (applicant.kind === 'NEW') return allowed;
  return protectionRule(applicant.client, actor).allowed ? allowed : needsHandler;
};

/** Whether the actor may register this person in this way: with a history taken over, under a protection order. */
export const registrationRule = (applicant: Applicant, registration: Registration, by: By): Verdict => {
  const takeover = takeoverRule(registration, by);
  return takeover.allowed ? handlerRule(applicant, registration, by) : takeover;
};
