import { badField, type Checked } from '@tyovayla/kernel/field-check';
import { accepted } from '@tyovayla/kernel/result';

/** Levels of the Common European Framework of Reference, the lowest first; C2 also stands for the mother tongue. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

export type LanguageLevel = (typeof languageLevels)[number];

/** A language by its ISO 639 code: two letters, or three where there are no two (smn, sms). */
export type LanguageCode = string & { readonly brand: 'LanguageCode' };

export type LanguageSkill = { readonly language: LanguageCode; readonly level: LanguageLevel };

/** Reads a language code by its form; a violation on the field where it has another. */
export const checkLanguage = (field: string, text: string): Checked<LanguageCode> =>
  /^[a-z]{2,3}$/.test(text)
    ? accepted(text as LanguageCode)
    : badField(field, 'LANGUAGE_CODE_FORMAT', 'is no language code of two or three letters');
