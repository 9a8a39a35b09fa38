import type { Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import type { Applicant } from '../../domain/client/register-job-seeker.ts';
import type { Registration } from '../../domain/client/registration-form.ts';
import { protectionRule } from './protection-rule.ts';

const allowed: Verdict = { allowed: true };
const needsHandler: Verdict = { allowed: false, rule: 'REGISTRATION_NEEDS_HANDLER', hidden: false };
const byExchangeOnly: Verdict = { allowed: false, rule: 'NATIONAL_RECORD_NOT_ALLOWED', hidden: false };

const isProtected = (applicant: Applicant, { protectionOrder }: Registration): boolean =>
  protectionOrder !== undefined || (applicant.kind === 'KNOWN' && applicant.client.protectionOrder !== undefined);

/**
 * Who takes a case in from another area. The exchange does, but for a known client who is, or comes to be, under
 * protection: such a person is taken in by their handler. A handler takes in nobody else, because a job search that
 * began on an earlier day is never brought by hand (handbook R1.1).
 */
export const takeInRule = (applicant: Applicant, registration: Registration, actor: Actor): Verdict => {
  if (applicant.kind === 'WITHHELD') return needsHandler;
  if (actor.kind === 'STAFF' && !isProtected(applicant, registration)) return byExchangeOnly;
  if (applicant.kind === 'NEW') return allowed;
  if (actor.kind === 'PROGRAM' && isProtected(applicant, registration)) return needsHandler;
  return protectionRule(applicant.client, actor).allowed ? allowed : needsHandler;
};
