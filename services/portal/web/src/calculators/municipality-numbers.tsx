import { TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { municipalities } from '../picture/areas.ts';
import type { FormValue } from './rule-input.ts';
import { ruleInputId } from './rule-input.ts';

type MunicipalityNumbersProps = {
  readonly at: string;
  readonly label: string;
  readonly value: FormValue | undefined;
  errorAt(path: string): string | undefined;
  onChange(value: FormValue): void;
};

/** A number for each municipality of the area; those left empty are left out. */
export const MunicipalityNumbers = ({ at, label, value, errorAt, onChange }: MunicipalityNumbersProps): ReactNode => {
  const { t } = useTranslation();
  const given = (typeof value === 'object' && !Array.isArray(value) ? value : {}) as Record<string, FormValue>;
  const error = errorAt(at);
  return (
    <fieldset className="rule-list" id={ruleInputId(at)} tabIndex={-1}>
      <legend>{label}</legend>
      {error ? <p className="rule-list__error">{error}</p> : undefined}
      <div className="fields fields--narrow">
        {municipalities.map((code) => (
          <TextField
            key={code}
            id={ruleInputId(`${at}.${code}`)}
            label={t(`municipalities.${code}`)}
            value={typeof given[code] === 'string' ? given[code] : ''}
            error={errorAt(`${at}.${code}`)}
            inputMode="numeric"
            autoComplete="off"
            onChange={(event) => onChange({ ...given, [code]: event.target.value })}
          />
        ))}
      </div>
    </fieldset>
  );
};
