import { localDate } from '@tyovayla/kernel/local-date';
import { askRule, type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { codeField, dateField, integerField, listField, objectField, optional } from '@tyovayla/kernel/rule-field';
import { integerParameter } from '@tyovayla/kernel/rule-parameter';
import { addWorkingDays } from '@tyovayla/kernel/working-day';
import type { RuleDesk } from '../api/ports.ts';
import { refuse } from '../api/problem.ts';

const head = {
  validFrom: localDate('2025-01-01'),
  basis: { act: '380/2023', section: '', source: 'https://www.finlex.fi/fi/laki/alkup/2023/20230380' },
  confidence: 'M',
} as const;
const book = { id: 'test', versions: [{ ...head, params: {} }] };

const workingDay = deskRule({
  name: 'working-day',
  description: 'The day that many working days after a day',
  fields: { from: dateField('First day, not counted'), days: integerField('Working days', { min: 0, max: 5000 }) },
  parameters: {},
  book,
  decide: ({ from, days }) => ({
    version: head,
    outcome: { date: addWorkingDays(from, days), skipped: [{ date: '2026-12-24', reason: 'CHRISTMAS_EVE' }] },
    because: [{ code: 'WORKING_DAYS_COUNTED', data: { days } }],
  }),
});

const status = codeField('National code', ['00', '02', '07']);
const spell = objectField('A spell', {
  status,
  from: dateField('First day'),
  to: optional(dateField('End, not included')),
});

const statisticalClass = deskRule({
  name: 'statistical-class',
  description: 'Rows in which a person counts',
  fields: { on: dateField('Counting day'), spells: listField('Spells', spell, { maxItems: 200 }) },
  parameters: {
    longTermMonths: integerParameter({
      name: 'long-term.months',
      description: 'Months of unemployment that make it long-term',
      confidence: 'L',
      default: 12,
      min: 1,
      max: 60,
    }),
  },
  book,
  decide: ({ spells }) => ({
    version: head,
    outcome: { unemployed: spells.at(-1)?.status === '02', broad: true, longTerm: false },
    because: [],
  }),
});

/** A rule desk of one service in memory, over two rules that show every kind of input. */
export const someRules: Pick<RuleDesk, 'describeRules' | 'explainRule'> & { readonly rules: readonly DeskRule[] } = {
  rules: [workingDay, statisticalClass],
  describeRules: async () => [workingDay.description, statisticalClass.description],
  explainRule: async (_, name, input, parameters) => {
    const rule = [workingDay, statisticalClass].find((one) => one.description.name === name);
    if (!rule) throw refuse({ status: 404, reason: 'RULE_NOT_FOUND' });
    const reply = askRule(rule, JSON.stringify(input), parameters);
    if ('answer' in reply) return reply.answer;
    if ('invalid' in reply) throw refuse({ status: 400, reason: 'INVALID', violations: reply.invalid });
    throw refuse({ status: 409, reason: reply.refused.code });
  },
};
