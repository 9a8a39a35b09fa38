import { TextField } from '@navikt/ds-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDay } from '../lib/days.ts';
import { useFormats } from '../lib/format.ts';

type DateFieldProps = {
  readonly id?: string;
  readonly label: ReactNode;
  /** YYYY-MM-DD, or empty. */
  readonly value: string;
  readonly error?: string | undefined;
  readonly help?: string;
  /** The day typed as YYYY-MM-DD; what is no day is passed on as typed, so that it is refused, not lost. */
  onChange(value: string): void;
};

/** A day, typed and shown as people write it in the language shown. */
export const DateField = ({ id, label, value, error, help, onChange }: DateFieldProps): ReactNode => {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  const [text, setText] = useState(day(value));
  const [left, setLeft] = useState(false);
  // Only a new day or language rewrites what is being typed.
  useEffect(() => setText(day(value)), [value, i18n.language]);
  const wrong = left && text !== '' && readDay(text) === undefined;
  return (
    <TextField
      {...(id ? { id } : {})}
      label={label}
      description={help ?? t('dateField.help')}
      value={text}
      error={wrong ? t('dateField.invalid') : error}
      inputMode="numeric"
      autoComplete="off"
      htmlSize={12}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        setLeft(true);
        onChange(readDay(text) ?? text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChange(readDay(text) ?? text);
      }}
    />
  );
};
