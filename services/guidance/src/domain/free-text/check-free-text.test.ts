import { checkCharacter } from '@tyovayla/kernel/identity-code';
import { checkFreeText } from './check-free-text.ts';

const check = (text: string) => {
  const checked = checkFreeText('note', text, { maxLength: 60 });
  return checked.ok ? checked.value : checked.refusal.map(({ field, code }) => `${field} ${code}`);
};

const code = `140588-955${checkCharacter('140588955')}`;

// Handbook 1.3: free text is scanned for identity codes.
describe('a short free text', () => {
  it('is taken as it is, without blanks around it', () => {
    expect(check('  Iltavuorot sopivat, ajokortti B  ')).toBe('Iltavuorot sopivat, ajokortti B');
  });

  it.each([
    ['alone', code],
    ['in the middle of a sentence', `asiakkaan tunnus on ${code}.`],
    ['in lower case', `hetu ${code.toLowerCase()}`],
    ['without blanks around it', `hetu:${code}/2026`],
    ['between other letters and digits', `x1${code}9`],
    ['with a new century sign', `140588Y955${code.at(-1)}`],
    ['with a mistyped check character', '140588-955Q'.replace('Q', code.endsWith('A') ? 'B' : 'A')],
  ])('with an identity code %s is not', (_, text) => {
    expect(check(text)).toEqual(['note IDENTITY_CODE_IN_TEXT']);
  });

  it.each([
    ['a date', '14.05.1988-955'],
    ['a phone number', '040-1234567'],
    ['a business id', '0193169-1'],
    ['no day of the calendar', '310288-955A'],
  ])('with %s is', (_, text) => {
    expect(check(text)).toBe(text);
  });

  it('that is too long is not', () => {
    expect(check('a'.repeat(61))).toEqual(['note TEXT_TOO_LONG']);
  });
});
