import { Checkbox, CheckboxGroup } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeSelect } from './code-select.tsx';
import { inputId } from './form-errors.tsx';
import { useFormScene } from './form-scope.ts';

type ListedProps = {
  /** The field as the API spells it. */
  readonly field: string;
  readonly label: string;
  readonly codes: readonly string[];
  /** Where the codes' names stand in the texts, e.g. "record.codes.topics". */
  readonly names: string;
};

type CodeChoiceProps = ListedProps & { readonly value: string; onChange(value: string): void };

/** One code of a list. */
export const CodeChoice = ({ field, ...props }: CodeChoiceProps): ReactNode => {
  const { t } = useTranslation();
  const { name, errorOf } = useFormScene();
  return <CodeSelect {...props} id={inputId(name, field)} error={errorOf(field)} empty={t('register.choose')} />;
};

type CodeChecksProps = ListedProps & { readonly value: readonly string[]; onChange(value: readonly string[]): void };

/** Any number of codes of a list. */
export const CodeChecks = ({ field, label, codes, names, value, onChange }: CodeChecksProps): ReactNode => {
  const { t } = useTranslation();
  const { name, errorOf } = useFormScene();
  return (
    <CheckboxGroup
      id={inputId(name, field)}
      legend={label}
      error={errorOf(field)}
      value={[...value]}
      onChange={(chosen: string[]) => onChange(chosen)}
      tabIndex={-1}
    >
      <div className="checks">
        {codes.map((code) => (
          <Checkbox key={code} value={code}>
            {t(`${names}.${code}`, { defaultValue: code })}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
};
