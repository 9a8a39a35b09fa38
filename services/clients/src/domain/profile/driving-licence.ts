import { badField, type Checked } from '@tyovayla/kernel/field-check';
import { accepted } from '@tyovayla/kernel/result';

/** Driving licence classes that Traficom grants (act 386/2011 4 §). */
const drivingLicenceClasses = [
  'AM',
  'A1',
  'A2',
  'A',
  'B1',
  'B',
  'BE',
  'C1',
  'C1E',
  'C',
  'CE',
  'D1',
  'D1E',
  'D',
  'DE',
  'T',
  'LT',
] as const;

export type DrivingLicenceClass = (typeof drivingLicenceClasses)[number];

/** Reads a class; a violation on the field where there is none such. */
export const checkDrivingLicence = (field: string, text: string): Checked<DrivingLicenceClass> => {
  const known = drivingLicenceClasses.find((each) => each === text);
  return known === undefined
    ? badField(field, 'DRIVING_LICENCE_CLASS_UNKNOWN', 'is no class of driving licence')
    : accepted(known);
};
