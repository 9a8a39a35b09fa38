import { allOf, type Checked, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import { checkFreeText } from '../free-text/check-free-text.ts';

/** What counts as looking for work. A published profile counts once. Source: handbook 2.4. */
export const applicationKinds = [
  'VACANCY',
  'OPEN_APPLICATION',
  'EMPLOYER_CONTACT',
  'OFFERED_JOB',
  'PROFILE_PUBLISHED',
  'OTHER_ACT',
] as const;

export type ApplicationKind = (typeof applicationKinds)[number];

/** What a client reports to have done. */
export type NewApplication = {
  readonly kind: ApplicationKind;
  readonly appliedOn: LocalDate;
  readonly note?: string;
};

export type Application = NewApplication & {
  readonly applicationId: string;
  readonly periodId: string;
  readonly reportedOn: LocalDate;
};

export type ApplicationText = { readonly kind: string; readonly appliedOn: string; readonly note: string };

/** Understands one reported application, or names every bad field. */
export const readApplication = (text: ApplicationText, index: number): Checked<NewApplication> => {
  const at = `applications[${index}]`;
  const read = allOf({
    kind: checkCode(`${at}.kind`, text.kind, applicationKinds),
    appliedOn: checkDate(`${at}.applied_date`, text.appliedOn),
    note: checkFreeText(`${at}.note`, text.note, { maxLength: 200 }),
  });
  if (!read.ok) return read;
  const { note, ...rest } = read.value;
  return accepted({ ...rest, ...(note !== '' && { note }) });
};
