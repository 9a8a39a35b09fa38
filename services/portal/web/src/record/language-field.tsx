import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inputId } from '../common/form-errors.tsx';
import { useFormScene } from '../common/form-scope.ts';

/** Languages that people are served in with an interpreter, beside those of the country; ISO 639. */
const offered = [
  ['fi', 'sv', 'en', 'se', 'smn', 'sms', 'fse', 'ru', 'uk', 'et', 'ar', 'fa', 'prs', 'so', 'ku', 'ckb', 'th', 'vi'],
  ['sq', 'am', 'bn', 'de', 'es', 'fr', 'hi', 'it', 'ne', 'pl', 'ps', 'pt', 'ro', 'sw', 'ti', 'tl', 'tr', 'ur', 'zh'],
].flat();

/** A language by its name in the language shown. */
export const useLanguageName = (): ((code: string) => string) => {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
  return (code) => (/^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? code) : code);
};

type LanguageFieldProps = {
  readonly field: string;
  readonly label: string;
  readonly help?: string;
  /** What the empty choice means, where it may be left empty. */
  readonly empty?: string;
  readonly value: string;
  onChange(value: string): void;
};

/** A choice of a language by name; what is sent is its ISO 639 code. */
export const LanguageField = ({ field, label, help, empty, value, onChange }: LanguageFieldProps): ReactNode => {
  const { t, i18n } = useTranslation();
  const { name, errorOf } = useFormScene();
  const languageName = useLanguageName();
  const codes = value === '' || offered.includes(value) ? offered : [...offered, value];
  const byName = codes
    .map((code) => ({ code, text: languageName(code) }))
    .sort((one, other) => one.text.localeCompare(other.text, i18n.language));
  return (
    <Select
      id={inputId(name, field)}
      label={label}
      description={help}
      error={errorOf(field)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{empty ?? t('register.choose')}</option>
      {byName.map(({ code, text }) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </Select>
  );
};
