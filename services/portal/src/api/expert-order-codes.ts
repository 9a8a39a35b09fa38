/** Code lists of experts' orders, without the contract's prefixes: shared by the API and its pages. */

export const expertOrderKinds = ['CAREER_GUIDANCE', 'PSYCHOLOGIST', 'WORK_ABILITY'] as const;
export const expertProviders = ['OWN', 'NEIGHBOUR'] as const;
