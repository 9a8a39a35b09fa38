import { Select, Textarea, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from '../common/code-select.tsx';
import { DateField } from '../common/date-field.tsx';
import { inputId } from '../common/form-errors.tsx';
import { useFormScene } from '../common/form-scope.ts';

type FieldProps = {
  /** The field as the API spells it, e.g. "booking.date". */
  readonly field: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  onChange(value: string): void;
};

/** The id of a field and what is wrong with it. */
const useField = (field: string): { readonly id: string; readonly error: string | undefined } => {
  const { name, errorOf } = useFormScene();
  return { id: inputId(name, field), error: errorOf(field) };
};

type CodeFieldProps = Omit<FieldProps, 'help'> & {
  readonly codes: readonly string[];
  /** Where the names stand below process.codes. */
  readonly names: string;
  readonly withCode?: true;
  /** What the empty choice means, where it may be left empty. */
  readonly empty?: string;
};

/** A choice from a code list of the process. */
export const CodeField = ({ field, names, empty, ...props }: CodeFieldProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <CodeSelect
      {...props}
      {...useField(field)}
      names={`process.codes.${names}`}
      empty={empty ?? t('register.choose')}
    />
  );
};

type ChoiceFieldProps = FieldProps & {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly empty?: string;
};

/** A choice from a list that the services give, with names of its own. */
export const ChoiceField = ({ field, label, help, value, options, empty, onChange }: ChoiceFieldProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <Select
      {...useField(field)}
      label={label}
      description={help}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{empty ?? t('register.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </Select>
  );
};

/** A day. */
export const DayField = ({ field, help, ...props }: FieldProps): ReactNode => (
  <DateField {...props} {...useField(field)} {...(help ? { help } : {})} />
);

type LineFieldProps = FieldProps & { readonly maxLength?: number; readonly digits?: true; readonly width?: number };

/** A short text, or a number as it is typed. */
export const LineField = ({ field, help, value, onChange, ...props }: LineFieldProps): ReactNode => (
  <TextField
    {...useField(field)}
    label={props.label}
    description={help}
    value={value}
    autoComplete="off"
    {...(props.maxLength ? { maxLength: props.maxLength } : {})}
    {...(props.digits ? { inputMode: 'numeric' as const } : {})}
    {...(props.width ? { htmlSize: props.width } : {})}
    onChange={(event) => onChange(event.target.value)}
  />
);

/** Free text, with the reminder that it is for what no code says. */
export const NoteField = ({ field, label, help, value, maxLength, onChange }: LineFieldProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <Textarea
      {...useField(field)}
      label={label}
      description={help ?? t('process.noteHelp')}
      value={value}
      minRows={2}
      {...(maxLength ? { maxLength } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};

/** A whole number as the API wants it; as typed where it is none, so that it is refused and not lost. */
export const numberOf = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text);

/** Leaves out what was left empty. */
export const filled = <Shape extends Readonly<Record<string, unknown>>>(values: Shape): Partial<Shape> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<Shape>;
