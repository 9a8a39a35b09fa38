import { accepted, type Result, refused } from './result.ts';

declare const businessIdBrand: unique symbol;

/** A Finnish business id (Y-tunnus) in its full form, seven digits, a hyphen and the check digit: '2160307-0'. */
export type BusinessId = string & { readonly [businessIdBrand]: true };

/** Why a text is no business id. */
export const businessIdReasons = ['FORMAT', 'CHECK_DIGIT'] as const;

export type BusinessIdReason = (typeof businessIdReasons)[number];

const shape = /^(?<digits>\d{6,7})-(?<check>\d)$/;
const weights = [7, 9, 10, 5, 8, 4, 2] as const;

/** Check digit of the seven digits; undefined where they can't begin any business id. */
export const checkDigit = (sevenDigits: string): number | undefined => {
  const sum = weights.reduce((all, weight, index) => all + weight * Number(sevenDigits.charAt(index)), 0);
  const rest = sum % 11;
  if (rest === 1) return undefined;
  return rest === 0 ? 0 : 11 - rest;
};

/**
 * Reads a business id, also the old form with six digits, which gets its leading zero. A VAT number (FI and eight
 * digits) is no business id. Source: handbook 1.5.
 */
export const parseBusinessId = (text: string): Result<BusinessId, BusinessIdReason> => {
  const { digits, check } = shape.exec(text)?.groups ?? {};
  if (digits === undefined || check === undefined) return refused('FORMAT');
  const padded = digits.padStart(7, '0');
  return checkDigit(padded) === Number(check) ? accepted(`${padded}-${check}` as BusinessId) : refused('CHECK_DIGIT');
};
