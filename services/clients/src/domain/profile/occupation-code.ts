import { badField, type Checked } from '@tyovayla/kernel/field-check';
import { accepted } from '@tyovayla/kernel/result';

/** Occupation: unit group of ISCO-08 (four digits), or the Finnish sub-level of TK10 (Ammattiluokitus 2010, five). */
export type OccupationCode = string & { readonly brand: 'OccupationCode' };

/**
 * The sub-major groups of ISCO-08, which TK10 shares: the first two digits of every code. Which unit groups there are
 * below them is for the national classification to say; the registry carries no list of its own.
 * Source: ILO, ISCO-08; Statistics Finland, Ammattiluokitus 2010; handbook 5.2.
 */
export const subMajorGroups: readonly string[] = [
  ['0', '123'],
  ['1', '1234'],
  ['2', '123456'],
  ['3', '12345'],
  ['4', '1234'],
  ['5', '1234'],
  ['6', '123'],
  ['7', '12345'],
  ['8', '123'],
  ['9', '123456'],
].flatMap(([major = '', minors = '']) => [...minors].map((minor) => `${major}${minor}`));

const shape = /^\d{4,5}$/;

/** Reads an occupation code; a violation on the field where it has another form or begins in no group. */
export const checkOccupation = (field: string, text: string): Checked<OccupationCode> =>
  shape.test(text) && subMajorGroups.includes(text.slice(0, 2))
    ? accepted(text as OccupationCode)
    : badField(field, 'OCCUPATION_CODE_UNKNOWN', 'is no occupation of ISCO-08 or TK10');
