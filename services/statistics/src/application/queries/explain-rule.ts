import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, refused } from '@tyovayla/kernel/result';
import {
  askDesk,
  type DeskRule,
  type RuleAnswer,
  type RuleDescription,
  type RuleQuestion,
} from '@tyovayla/kernel/rule-desk';
import type { Query } from '@tyovayla/runtime/query';
import { figuresAccess } from '../statistics-access.ts';

const textData = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );

/** What a rule would say, and why. Refuses bad input with all violations, and with the rule's own code where it says no. */
export const explainRule = (rules: readonly DeskRule[]): Query<RuleQuestion, RuleAnswer> => ({
  name: 'ExplainRule',
  access: figuresAccess,
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
  access: figuresAccess,
  load: async () => accepted(rules.map((rule) => rule.description)),
});
