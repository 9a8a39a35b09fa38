declare const municipalityCodeBrand: unique symbol;

/** Three-digit code of the national municipality classification (Kuntaluokitus), with its leading zeros. */
export type MunicipalityCode = string & { readonly [municipalityCodeBrand]: true };

const shape = /^\d{3}$/;

/** Reads a municipality code; undefined where the text isn't three digits. Says nothing about whether it is in use. */
export const parseMunicipalityCode = (text: string): MunicipalityCode | undefined =>
  shape.test(text) ? (text as MunicipalityCode) : undefined;

/** A code of our own, for constants and tests. Throws on a bad one. */
export const municipalityCode = (text: string): MunicipalityCode => {
  const code = parseMunicipalityCode(text);
  if (code === undefined) throw new RangeError(`not a municipality code: ${text}`);
  return code;
};

/** The register's codes for people who live abroad: Norway, Sweden, any other country (handbook 1.7). */
export const abroadCodes = {
  norway: municipalityCode('197'),
  sweden: municipalityCode('198'),
  otherCountry: municipalityCode('200'),
} as const;

/** Whether a code stands for a home abroad, as with people who commute over the border at Haparanda. */
export const isAbroad = (code: MunicipalityCode): boolean =>
  (Object.values(abroadCodes) as readonly string[]).includes(code);
