import { allOf, badField, type Checked } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';

/** Levels of the national classification of education 2016 (Kansallinen koulutusluokitus); "9" means not known. */
const educationLevels: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** Fields of the same classification, two digits: general, ten fields, other. */
const educationFields: readonly string[] = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '99'];

/** A degree or another qualification, by level and field; no school is named. */
export type Education = {
  readonly level: string;
  readonly field: string;
  /** Absent where it is not known. */
  readonly completedYear?: number;
};

/** Education as it was written down; 0 for a year that is not known. */
export type EducationForm = { readonly level: string; readonly field: string; readonly completedYear: number };

const firstYear = 1930;

const checkYear = (field: string, year: number, today: LocalDate): Checked<number | undefined> => {
  if (year === 0) return accepted(undefined);
  return year >= firstYear && year <= Number(today.slice(0, 4))
    ? accepted(year)
    : badField(field, 'EDUCATION_YEAR_IMPOSSIBLE', 'is no year in which it can have been completed');
};

/** Reads one education; violations on `<at>.level_code`, `.field_code`, `.completed_year`. */
export const checkEducation = (at: string, form: EducationForm, today: LocalDate): Checked<Education> => {
  const fields = allOf({
    level: educationLevels.includes(form.level)
      ? accepted(form.level)
      : badField(`${at}.level_code`, 'EDUCATION_LEVEL_UNKNOWN', 'is no level of education'),
    field: educationFields.includes(form.field)
      ? accepted(form.field)
      : badField(`${at}.field_code`, 'EDUCATION_FIELD_UNKNOWN', 'is no field of education'),
    completedYear: checkYear(`${at}.completed_year`, form.completedYear, today),
  });
  if (!fields.ok) return fields;
  const { level, field, completedYear } = fields.value;
  return accepted({ level, field, ...(completedYear !== undefined && { completedYear }) });
};
