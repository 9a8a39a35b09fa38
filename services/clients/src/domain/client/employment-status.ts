import { badField, type Checked } from '@tyovayla/kernel/field-check';
import { accepted } from '@tyovayla/kernel/result';

/**
 * National employment status codes (työllisyyskoodi). "06" is not in use.
 * Source: Statistics Finland, research catalogue KEHA_URA; handbook 1.2.
 */
export const employmentStatusCodes = ['00', '01', '02', '03', '04', '05', '07', '08', '09'] as const;

export type EmploymentStatusCode = (typeof employmentStatusCodes)[number];

export const isEmploymentStatusCode = (text: string): text is EmploymentStatusCode =>
  (employmentStatusCodes as readonly string[]).includes(text);

/** Reads a code; a violation on the field where there is no such code. */
export const checkStatusCode = (field: string, text: string): Checked<EmploymentStatusCode> =>
  isEmploymentStatusCode(text) ? accepted(text) : badField(field, 'STATUS_CODE_UNKNOWN', 'is no national status code');
