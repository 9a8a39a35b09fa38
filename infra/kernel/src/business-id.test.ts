import fc from 'fast-check';
import { FinnishBusinessIds } from 'finnish-business-ids';
import { checkDigit, parseBusinessId } from './business-id.ts';

const reasonFor = (text: string): string => {
  const parsed = parseBusinessId(text);
  return parsed.ok ? parsed.value : parsed.refusal;
};

const sevenDigits = fc.integer({ min: 0, max: 9_999_999 }).map((number) => `${number}`.padStart(7, '0'));

// Handbook 1.5.
describe('a business id', () => {
  it.each(['0193169-1', '0192936-4', '2160307-0'])('%s of a public body is valid', (text) => {
    expect(reasonFor(text)).toBe(text);
  });

  it('is what a second implementation takes for one', () => {
    fc.assert(
      fc.property(sevenDigits, fc.nat(9), (digits, check) => {
        const text = `${digits}-${check}`;
        expect(parseBusinessId(text).ok).toBe(FinnishBusinessIds.isValidBusinessId(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('has one check digit, or none where the remainder is 1', () => {
    fc.assert(
      fc.property(sevenDigits, (digits) => {
        const valid = [...'0123456789'].filter((check) => parseBusinessId(`${digits}-${check}`).ok);
        const digit = checkDigit(digits);
        expect(valid).toEqual(digit === undefined ? [] : [`${digit}`]);
      }),
    );
  });

  it('gets its leading zero where it is written in the old form', () => {
    expect(reasonFor('193169-1')).toBe('0193169-1');
  });

  it.each([
    ['0193169-2', 'CHECK_DIGIT'],
    ['193169-2', 'CHECK_DIGIT'],
    ['01931691', 'FORMAT'],
    ['FI01931691', 'FORMAT'],
    ['93169-1', 'FORMAT'],
    ['10193169-1', 'FORMAT'],
    ['0193169-11', 'FORMAT'],
    [' 0193169-1', 'FORMAT'],
    ['0193169-1\n', 'FORMAT'],
    ['', 'FORMAT'],
  ])('%j is none: %s', (text, reason) => {
    expect(reasonFor(text)).toBe(reason);
  });

  it('can never begin with digits that leave the remainder 1', () => {
    const digits = Array.from({ length: 100 }, (_, number) => `${1_000_000 + number}`).find(
      (seven) => checkDigit(seven) === undefined,
    );
    expect([...'0123456789'].map((check) => reasonFor(`${digits}-${check}`))).toEqual(Array(10).fill('CHECK_DIGIT'));
  });
});
