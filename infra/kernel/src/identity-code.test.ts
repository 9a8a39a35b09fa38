import fc from 'fast-check';
import { FinnishSSN } from 'finnish-ssn';
import { centurySigns, checkCharacter, parseIdentityCode } from './identity-code.ts';
import { fromDayNumber, localDate, toDayNumber } from './local-date.ts';

const reasonFor = (text: string): string => {
  const parsed = parseIdentityCode(text);
  return parsed.ok ? 'VALID' : parsed.refusal;
};

const birthDays = fc
  .integer({ min: toDayNumber(localDate('1850-01-01')), max: toDayNumber(localDate('2029-12-31')) })
  .map(fromDayNumber);

const signsByCentury: Readonly<Record<string, string>> = { '18': '+', '19': '-YXWVU', '20': 'ABCDEF' };

const letters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/**
 * A well-formed code for a birthday, with the right check character or any other one. Only people of the 1800s, who are
 * dead, get numbers that a real person could have.
 */
const codes = fc
  .record({
    birthDate: birthDays,
    sign: fc.nat(5),
    number: fc.integer({ min: 2, max: 999 }),
    check: fc.option(fc.constantFrom(...letters)),
  })
  .map(({ birthDate, sign, number, check }) => {
    const signs = signsByCentury[birthDate.slice(0, 2)] ?? '';
    const digits = `${birthDate.slice(8)}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
    const individual = birthDate < '1900' ? `${number}`.padStart(3, '0') : `${900 + (number % 100)}`;
    const text = `${digits}${signs[sign % signs.length]}${individual}${check ?? checkCharacter(digits + individual)}`;
    return { text, birthDate, right: check === null };
  });

// Handbook 1.4.
describe('a personal identity code', () => {
  it('is what a second implementation takes for one', () => {
    fc.assert(
      fc.property(codes, ({ text }) => {
        expect(parseIdentityCode(text).ok).toBe(FinnishSSN.validate(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('tells the birth date and whether it is artificial', () => {
    fc.assert(
      fc.property(
        codes.filter(({ right }) => right),
        ({ text, birthDate }) => {
          expect(parseIdentityCode(text)).toEqual({
            ok: true,
            value: { code: text, birthDate, artificial: text.charAt(7) === '9' },
          });
        },
      ),
    );
  });

  it('is found wrong when any one digit is mistyped', () => {
    fc.assert(
      fc.property(
        codes.filter(({ right }) => right),
        fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9),
        fc.integer({ min: 1, max: 9 }),
        ({ text }, at, shift) => {
          const mistyped = `${text.slice(0, at)}${(Number(text[at]) + shift) % 10}${text.slice(at + 1)}`;
          expect(parseIdentityCode(mistyped).ok).toBe(false);
        },
      ),
    );
  });

  it.each(['+', '-', 'Y', 'X', 'W', 'V', 'U', 'A', 'B', 'C', 'D', 'E', 'F'])('may have the century sign %s', (sign) => {
    expect(centurySigns).toContain(sign);
    expect(reasonFor(`010190${sign}999W`)).toBe('VALID');
  });

  it('belongs to different people where only the century sign differs', () => {
    const [one, other] = [parseIdentityCode('290204A902E'), parseIdentityCode('290204B902E')];
    expect(one.ok && other.ok && one.value.code !== other.value.code).toBe(true);
  });

  it('may be written in lower case and is kept in upper case', () => {
    const parsed = parseIdentityCode('010190y999w');
    expect(parsed.ok && parsed.value.code).toBe('010190Y999W');
  });

  it('does not take the public example with the wrong check character', () => {
    expect(reasonFor('010190-999K')).toBe('CHECK_CHARACTER');
    expect(reasonFor('010190-999W')).toBe('VALID');
  });

  it.each([
    ['a day that the century has not', '290200-999X', 'DATE'],
    ['31 April', '310490-9990', 'DATE'],
    ['29 February 2004', '290204A902E', 'VALID'],
    ['29 February 1900', '290200-902A', 'DATE'],
    ['29 February 2000', `290200A902${checkCharacter('290200902')}`, 'VALID'],
    ['day 32', '320190-9990', 'FORMAT'],
    ['month 13', '011390-9990', 'FORMAT'],
    ['individual number 001', `010190-001${checkCharacter('010190001')}`, 'INDIVIDUAL_NUMBER'],
    ['individual number 000', `010190-000${checkCharacter('010190000')}`, 'INDIVIDUAL_NUMBER'],
    ['a letter that no check character is', '010190-999G', 'FORMAT'],
    ['a century sign that is none', '010190G999W', 'FORMAT'],
    ['no century sign', '010190999W', 'FORMAT'],
    ['a space before', ' 010190-999W', 'FORMAT'],
    ['a line end after', '010190-999W\n', 'FORMAT'],
    ['an en dash', '010190–999W', 'FORMAT'],
    ['a letter that only becomes ASCII in upper case', '010190-90\u017F\u017F', 'FORMAT'],
    ['nothing', '', 'FORMAT'],
  ])('with %s: %s is %s', (_, text, reason) => {
    expect(reasonFor(text)).toBe(reason);
  });

  it('does not take a long s for the check character S', () => {
    const digits = Array.from({ length: 100 }, (_, number) => `010190${900 + number}`).find(
      (nine) => checkCharacter(nine) === 'S',
    );
    const upToCheck = `${digits?.slice(0, 6)}-${digits?.slice(6)}`;
    expect([reasonFor(`${upToCheck}s`), reasonFor(`${upToCheck}\u017F`)]).toEqual(['VALID', 'FORMAT']);
  });
});
