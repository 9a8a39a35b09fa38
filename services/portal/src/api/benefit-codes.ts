/** Code lists of unemployment benefits, without the contract's prefixes: shared by the API and its pages. */

export const benefitKinds = [
  'GENERAL_SUPPORT',
  'LABOUR_MARKET_SUBSIDY',
  'BASIC_ALLOWANCE',
  'EARNINGS_RELATED',
  'NONE',
] as const;
export const benefitTellers = ['PAYER', 'OFFICIAL'] as const;
