import { Select, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterDescription } from './rule-description.ts';
import { ruleInputId } from './rule-input.ts';

type ParameterFieldProps = {
  readonly parameter: ParameterDescription;
  readonly value: string;
  onChange(value: string): void;
};

/** One of the area's parameters, for a what-if; left empty for the value in force. */
export const ParameterField = ({ parameter, value, onChange }: ParameterFieldProps): ReactNode => {
  const { t } = useTranslation();
  const { name, description } = parameter;
  // Names hold dots, so they can't be looked up one by one.
  const names = t('calculators.parameterNames', { returnObjects: true }) as Readonly<Record<string, string>>;
  const codeName = (code: string): string => t(`calculators.values.${code}`, { defaultValue: code });
  const shared = { id: ruleInputId(`parameters.${name}`), label: names[name] ?? description, value };
  if (parameter.type === 'code')
    return (
      <Select {...shared} description={name} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('calculators.inForce', { value: codeName(String(parameter.default)) })}</option>
        {(parameter.enum ?? []).map((code) => (
          <option key={code} value={code}>
            {codeName(code)}
          </option>
        ))}
      </Select>
    );
  return (
    <TextField
      {...shared}
      description={name}
      placeholder={String(parameter.default)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
