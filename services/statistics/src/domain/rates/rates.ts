/** The numbers that rates are made of; undefined where a number is hidden from the caller. */
export type RateInputs = {
  readonly unemployed: number | undefined;
  readonly broad: number | undefined;
  /** Persons; undefined where no figure is in force on the day. */
  readonly labourForce: number | undefined;
};

/** Rates in percent, unrounded; absent where an input is hidden, missing or zero below the line. */
export type Rates = {
  readonly unemploymentPercent?: number;
  readonly broadUnemploymentPercent?: number;
  readonly activationPercent?: number;
};

const percent = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole === 0 ? undefined : (part / whole) * 100;

/**
 * Unemployment rate, broad unemployment rate and activation rate (handbook 11.1). For the area they are computed
 * from the area's totals: the mean of the municipalities' rates, which the plan states, is another number (11.2).
 */
export const ratesOf = ({ unemployed, broad, labourForce }: RateInputs): Rates => {
  const unemployment = percent(unemployed, labourForce);
  const broadUnemployment = percent(broad, labourForce);
  const activation = percent(broad === undefined || unemployed === undefined ? undefined : broad - unemployed, broad);
  return {
    ...(unemployment === undefined ? {} : { unemploymentPercent: unemployment }),
    ...(broadUnemployment === undefined ? {} : { broadUnemploymentPercent: broadUnemployment }),
    ...(activation === undefined ? {} : { activationPercent: activation }),
  };
};
