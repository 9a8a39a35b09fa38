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

export type AreaMunicipality = {
  readonly code: MunicipalityCode;
  readonly name: string;
  /** The service area (palvelualue) that serves the municipality's people. */
  readonly serviceArea: 'NORTH' | 'SOUTH';
};

const meriLappi: readonly AreaMunicipality[] = [
  { code: municipalityCode('240'), name: 'Kemi', serviceArea: 'SOUTH' },
  { code: municipalityCode('241'), name: 'Keminmaa', serviceArea: 'SOUTH' },
  { code: municipalityCode('751'), name: 'Simo', serviceArea: 'SOUTH' },
  { code: municipalityCode('845'), name: 'Tervola', serviceArea: 'SOUTH' },
  { code: municipalityCode('851'), name: 'Tornio', serviceArea: 'NORTH' },
  { code: municipalityCode('976'), name: 'Ylitornio', serviceArea: 'NORTH' },
];

const municipalitiesByArea: Readonly<Record<string, readonly AreaMunicipality[]>> = { 'meri-lappi': meriLappi };

/** Municipalities of an employment area in the order of their codes; empty for an area that the product doesn't know. */
export const municipalitiesOf = (area: string): readonly AreaMunicipality[] =>
  Object.hasOwn(municipalitiesByArea, area) ? (municipalitiesByArea[area] ?? []) : [];
