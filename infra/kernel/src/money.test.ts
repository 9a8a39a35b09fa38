import fc from 'fast-check';
import { cents, type Money, splitByLargestRemainder, sumOf } from './money.ts';

const split = (total: number, weights: readonly (number | bigint)[]): readonly Money[] => {
  const parts = splitByLargestRemainder(cents(total), weights);
  if (!parts.ok) throw new Error(parts.refusal);
  return parts.value;
};

const weights = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0));
const totals = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('splitting money', () => {
  it('loses and invents no cent', () => {
    fc.assert(fc.property(totals, weights, (total, by) => expect(sumOf(split(total, by))).toBe(total)));
  });

  it('gives each part its share, less than a cent up or down', () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        const all = by.reduce((sum, weight) => sum + weight, 0);
        split(total, by).forEach((part, index) => {
          // |part × all − total × weight| < all, in whole numbers so that the test itself does not round.
          const off = BigInt(part) * BigInt(all) - BigInt(total) * BigInt(by[index] ?? 0);
          expect(off < BigInt(all) && -off < BigInt(all)).toBe(true);
        });
      }),
    );
  });

  it('gives nothing for the weight 0', () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        split(total, by).forEach((part, index) => {
          if (by[index] === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  it('gives the cents left over to the largest remainders', () => {
    expect(split(100, [1, 5, 3])).toEqual([11, 56, 33]);
  });

  it('gives them to the lower index where remainders are equal', () => {
    expect(split(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(101, [1, 1, 1])).toEqual([34, 34, 33]);
    expect(split(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('stays exact where a product of two numbers would not', () => {
    expect(split(9_007_199_254_740_991, [9_007_199_254_740_991, 9_007_199_254_740_990])).toEqual([
      4_503_599_627_370_496, 4_503_599_627_370_495,
    ]);
    expect(split(3, [10n ** 30n, 2n * 10n ** 30n])).toEqual([1, 2]);
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[0.5, 0.5]], [[Number.NaN]], [[2, -2]]])('refuses the weights %j', (by) => {
    expect(splitByLargestRemainder(cents(100), by as readonly number[])).toEqual({
      ok: false,
      refusal: 'WEIGHTS_UNUSABLE',
    });
  });
});

describe('an amount of money', () => {
  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('is never %d cents', (amount) => {
    expect(() => cents(amount)).toThrow(RangeError);
  });

  it('has one zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(sumOf([])).toBe(0);
  });
});
