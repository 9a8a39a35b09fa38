import { parseBusinessId } from '@tyovayla/kernel/business-id';
import { localDate } from '@tyovayla/kernel/local-date';
import type { RuleVersion } from '@tyovayla/kernel/rule-book';
import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { textField } from '@tyovayla/kernel/rule-field';

/** The business id of the joint register of the tax and register authorities (handbook 1.5). */
const version: RuleVersion<Record<string, never>> = {
  validFrom: localDate('2001-04-01'),
  basis: { act: '244/2001', section: '9 §', source: 'Business Information Act; handbook 1.5' },
  confidence: 'M',
  params: {},
};

/** Whether a text is a business id, and its full form: for whoever registers an employer. Looks up no company. */
export const businessIdRule: DeskRule = deskRule({
  name: 'business-id',
  description: 'Whether a text is a valid Finnish business id, and its full form',
  fields: { id: textField('The id as it was written, such as 2160307-0', { maxLength: 100 }) },
  parameters: {},
  book: { id: 'business-id', versions: [version] },
  decide: ({ id }) => {
    const parsed = parseBusinessId(id);
    if (!parsed.ok)
      return {
        version,
        outcome: { valid: false, reason: parsed.refusal },
        because: [{ code: parsed.refusal, data: {} }],
      };
    const normalised = parsed.value;
    return {
      version,
      outcome: { valid: true, normalised },
      because: [
        { code: 'CHECK_DIGIT_MATCHES', data: {} },
        ...(normalised === id ? [] : [{ code: 'OLD_FORM_PADDED', data: { normalised } }]),
      ],
    };
  },
});
