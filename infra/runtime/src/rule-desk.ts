import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, refused } from '@tyovayla/kernel/result';
import {
  askDesk,
  type DeskRule,
  type RuleAnswer,
  type RuleDescription,
  type RuleQuestion,
} from '@tyovayla/kernel/rule-desk';
import type { Access } from './access.ts';
import type { Query } from './query.ts';

/**
 * Everybody who works for the employment area may ask a rule: no person's data is touched. The roles are listed, so that
 * a new one is not let in before somebody says so.
 */
const asksRules: Access = {
  roles: [
    'CASE_SPECIALIST',
    'SERVICE_MANAGER',
    'PROTECTED_CLIENT_HANDLER',
    'STATISTICIAN',
    'BOARD_MEMBER',
    'AUDITOR',
    'INTEGRATION_ADMIN',
  ],
  programs: ['portal'],
  programsAlone: ['operator'],
  purpose: 'rule-desk',
  dataGroup: 'none',
};

const textData = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );

/** What a rule would say, and why. Refuses bad input with all violations, and with the rule's own code where it says no. */
export const explainRule = (rules: readonly DeskRule[]): Query<RuleQuestion, RuleAnswer> => ({
  name: 'ExplainRule',
  access: asksRules,
  load: async (_, question) => {
    const reply = askDesk(rules, question);
    if ('answer' in reply) return accepted(reply.answer);
    const no: Refusal =
      'invalid' in reply
        ? { kind: 'invalid', code: 'INVALID_REQUEST', data: {}, violations: reply.invalid }
        : { kind: 'conflict', code: reply.refused.code, data: textData(reply.refused.data) };
    return refused(no);
  },
});

/** The rules that the service answers for, with inputs, parameters and versions. */
export const describeRules = (rules: readonly DeskRule[]): Query<undefined, readonly RuleDescription[]> => ({
  name: 'DescribeRules',
  access: asksRules,
  load: async () => accepted(rules.map((rule) => rule.description)),
});
