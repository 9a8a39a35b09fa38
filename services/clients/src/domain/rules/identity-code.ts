import { parseIdentityCode } from '@tyovayla/kernel/identity-code';
import { localDate } from '@tyovayla/kernel/local-date';
import type { RuleVersion } from '@tyovayla/kernel/rule-book';
import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { textField } from '@tyovayla/kernel/rule-field';

/** The personal identity code with the century signs of 2023 (handbook 1.4). Older codes are valid under it as well. */
const version: RuleVersion<Record<string, never>> = {
  validFrom: localDate('2023-01-01'),
  basis: {
    act: '661/2009',
    section: '11 §',
    source: 'https://dvv.fi/hetu-uudistus',
  },
  confidence: 'H',
  params: {},
};

/** Whether a text is a personal identity code, and why not: for whoever types one in. Says nothing of a real person. */
export const identityCodeRule: DeskRule = deskRule({
  name: 'identity-code',
  description: 'Whether a text is a valid Finnish personal identity code',
  fields: { code: textField('The code as it was written, 11 characters', { maxLength: 100 }) },
  parameters: {},
  book: { id: 'identity-code', versions: [version] },
  decide: ({ code }) => {
    const parsed = parseIdentityCode(code);
    if (!parsed.ok)
      return {
        version,
        outcome: { valid: false, reason: parsed.refusal },
        because: [{ code: parsed.refusal, data: {} }],
      };
    const { birthDate, artificial } = parsed.value;
    return {
      version,
      outcome: { valid: true, birthDate, artificial },
      because: [
        { code: 'ALL_CHECKS_PASSED', data: { birthDate } },
        ...(artificial ? [{ code: 'INDIVIDUAL_NUMBER_ARTIFICIAL', data: { from: 900, to: 999 } }] : []),
      ],
    };
  },
});
