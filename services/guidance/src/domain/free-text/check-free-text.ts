import { badField, type Checked } from '@tyovayla/kernel/field-check';
import { parseIdentityCode } from '@tyovayla/kernel/identity-code';
import { accepted } from '@tyovayla/kernel/result';

/** Eleven characters in a row that may be an identity code, in any case, between other letters and digits or not. */
const candidates = /(?=(\d{6}[+\-a-z]\d{3}[0-9a-z]))/gi;

/** Whether a text holds a valid personal identity code, or one with a wrong check character only. */
export const holdsIdentityCode = (text: string): boolean =>
  [...text.matchAll(candidates)].some(([, code = '']) => {
    const parsed = parseIdentityCode(code);
    return parsed.ok || parsed.refusal === 'CHECK_CHARACTER';
  });

/**
 * A short free text. One that holds an identity code is not accepted: texts are for what no code list says, and
 * identity data stays in the client registry (handbook 1.3). A mistyped check character counts as a code.
 */
export const checkFreeText = (field: string, text: string, { maxLength }: { maxLength: number }): Checked<string> => {
  const trimmed = text.trim();
  if (trimmed.length > maxLength) return badField(field, 'TEXT_TOO_LONG', `has more than ${maxLength} characters`);
  if (holdsIdentityCode(trimmed))
    return badField(field, 'IDENTITY_CODE_IN_TEXT', 'holds a personal identity code: leave it out');
  return accepted(trimmed);
};
