import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type CodeSelectProps = {
  readonly id?: string;
  readonly label: string;
  readonly codes: readonly string[];
  /** Where the codes' names stand in the texts, e.g. "statusCodes". */
  readonly names: string;
  readonly value: string;
  /** Text of the empty choice. */
  readonly empty: string;
  readonly error?: string | undefined;
  /** Puts the code before the name, as people who know the codes by heart expect. */
  readonly withCode?: true;
  onChange(value: string): void;
};

/** A choice from a list of codes, shown by their names in the language shown. */
export const CodeSelect = (props: CodeSelectProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <Select
      {...(props.id ? { id: props.id } : {})}
      label={props.label}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{props.empty}</option>
      {props.codes.map((code) => (
        <option key={code} value={code}>
          {props.withCode ? `${code} ${t(`${props.names}.${code}`)}` : t(`${props.names}.${code}`)}
        </option>
      ))}
    </Select>
  );
};
