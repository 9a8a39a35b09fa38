import type { TFunction } from 'i18next';
import type { Problem } from '../lib/api-client.ts';

/** What a problem means, in the reader's language. */
export const problemText = (t: TFunction, problem: Problem): string => {
  if (problem.reason === 'NETWORK') return t('errors.network');
  if (problem.incident !== undefined) return t('errors.fault', { incident: problem.incident });
  if (problem.status >= 500) return t('errors.unavailable');
  const { reason } = problem;
  const defaultValue = t('errors.reasons.other', { reason });
  return t(`errors.reasons.${reason}`, { ...problem.metadata, defaultValue });
};

export type FieldError = { readonly field: string; readonly text: string };

/** What is wrong with each field, in the reader's language: by the code where it tells more, else by the field. */
export const fieldErrors = (t: TFunction, problem: Problem | undefined): readonly FieldError[] =>
  (problem?.violations ?? []).map(({ field, code }) => {
    // Services write tasks[1].note, this API tasks.1.note.
    const place = field.replace(/\[(\d+)\]/g, '.$1').replace(/\.\d+$/, '');
    const plain = place.replace(/\.\d+(?=\.)/g, '');
    const byCode = t(`errors.codes.${code}`, { defaultValue: '' });
    // "Choose a service language" says more than "Fill in this field".
    const byField = fieldTexts(t)[plain];
    return { field: place, text: (code === 'required' ? byField || byCode : byCode || byField) || fallback(t) };
  });

/** Texts by field; field paths hold dots, so they can't be looked up one by one. */
const fieldTexts = (t: TFunction): Readonly<Record<string, string>> => ({
  ...(t('process.fields', { returnObjects: true }) as Record<string, string>),
  ...(t('record.fields', { returnObjects: true }) as Record<string, string>),
  ...(t('errors.fields', { returnObjects: true }) as Record<string, string>),
});

const fallback = (t: TFunction): string => fieldTexts(t).other ?? '';
