import { accepted, type Result, refused } from './result.ts';

declare const moneyBrand: unique symbol;

/** Euros as a whole number of cents; negative for corrections. Never a fraction, never a float of euros. */
export type Money = number & { readonly [moneyBrand]: true };

/** An amount in cents. Throws where it isn't a whole number that a double holds exactly. */
export const cents = (amount: number): Money => {
  if (!Number.isSafeInteger(amount)) throw new RangeError('money is a whole number of cents');
  return (amount === 0 ? 0 : amount) as Money;
};

/** The sum of amounts; zero for none. */
export const sumOf = (amounts: readonly Money[]): Money => cents(amounts.reduce((sum, amount) => sum + amount, 0));

const exact = (weight: number | bigint): bigint | undefined => {
  if (typeof weight === 'number' && !Number.isSafeInteger(weight)) return undefined;
  const whole = BigInt(weight);
  return whole < 0n ? undefined : whole;
};

type Share = { readonly index: number; readonly whole: bigint; readonly remainder: bigint };

/**
 * Splits an amount by weights so that the parts add up to it to the cent: each gets its share rounded down, and the
 * cents left over go to the largest remainders, between equal ones to the lower index. A negative amount is split like
 * its opposite. Weights are whole numbers (fractions brought to one denominator), so that no rounding decides who gets
 * a cent. Refused without a positive weight, or with a weight that is negative or no whole number.
 */
export const splitByLargestRemainder = (
  total: Money,
  weights: readonly (number | bigint)[],
): Result<readonly Money[], 'WEIGHTS_UNUSABLE'> => {
  const wholeWeights = weights.map(exact).filter((weight) => weight !== undefined);
  const sum = wholeWeights.reduce((all, weight) => all + weight, 0n);
  if (wholeWeights.length < weights.length || sum === 0n) return refused('WEIGHTS_UNUSABLE');

  const size = BigInt(Math.abs(total));
  const shares: readonly Share[] = wholeWeights.map((weight, index) => ({
    index,
    whole: (size * weight) / sum,
    remainder: (size * weight) % sum,
  }));
  const left = Number(size - shares.reduce((all, share) => all + share.whole, 0n));
  // The sort is stable, so equal remainders keep the order of their indexes.
  const byRemainder = shares.toSorted(
    (one, other) => Number(other.remainder > one.remainder) - Number(other.remainder < one.remainder),
  );
  const luckier = new Set(byRemainder.slice(0, left).map((share) => share.index));
  const sign = total < 0 ? -1 : 1;
  return accepted(shares.map(({ index, whole }) => cents(sign * (Number(whole) + (luckier.has(index) ? 1 : 0)))));
};
