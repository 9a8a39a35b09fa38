import { allOf, checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { openAccess } from '../../domain/assignment/open-access.ts';
import { type NeedReason, needReasons, type StatedNeed } from '../../domain/assignment/stated-need.ts';
import { fieldsInvalid, understood } from '../../domain/client-case/case-refusals.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import { statedNeedOn } from '../../domain/rules/stated-need.ts';
import { servesClients } from '../access.ts';
import { protectionRule } from '../access-rules/case-rule.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { CasePorts } from '../ports.ts';

export type OpenAccessInput = OnCase & {
  readonly reason: NeedReason;
  readonly text: string;
  /** 0 for as long as the area allows. */
  readonly hours: number;
};

export type AccessOpened = Pick<StatedNeed, 'needId' | 'until'>;

const longestText = 300;

/** Understands what was written, or names every bad field. */
export const readOpenAccess = (
  written: Omit<OpenAccessInput, 'reason'> & { readonly reason: string },
): Result<OpenAccessInput, Refusal> => {
  const read = understood(
    allOf<{ readonly reason: NeedReason; readonly text: string }>({
      reason: checkCode('reason', written.reason, needReasons),
      text: checkFreeText('text', written.text, { maxLength: longestText }),
    }),
  );
  return read.ok ? accepted({ ...written, ...read.value }) : read;
};

const tooManyHours = (most: number): Refusal =>
  fieldsInvalid([{ field: 'hours', code: 'HOURS_TOO_MANY', description: `must be at most ${most}` }]);

/**
 * A member of staff states why they need the data of a client whom they don't serve. Only the protection of some clients
 * stands above it: their needs don't open them. Source: handbook R1.23.
 */
export const openAccessCommand = (
  ports: CasePorts & AssignmentPorts,
): CaseCommand<OpenAccessInput, undefined, StatedNeed, AccessOpened> =>
  caseCommand(ports, {
    name: 'OpenAccess',
    access: servesClients('caseload', ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER']),
    rule: protectionRule,
    decide: ({ clientCase }, { reason, text, hours }, { actor, now, today, newId }) => {
      const { maxHours } = statedNeedOn(today).params;
      if (hours > maxHours) return refused(tooManyHours(maxHours));
      const stated = { needId: newId(), staffId: actor.id, reason, text, hours: hours === 0 ? maxHours : hours, now };
      const decision = openAccess(clientCase, stated);
      if (!decision.ok) return decision;
      const { need, facts } = decision.value;
      const { needId, until } = need;
      return accepted({ next: need, facts, answer: { needId, until } });
    },
    save: (need) => [ports.statedNeeds.insert(need)],
  });
