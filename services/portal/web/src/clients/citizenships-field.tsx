import { Button, Chips, Select } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

type CitizenshipsFieldProps = {
  readonly id: string;
  readonly value: readonly string[];
  readonly error: string | undefined;
  onChange(value: readonly string[]): void;
};

const most = 5;

/** All ISO 3166-1 alpha-2 codes that the browser knows a name for, by name in the language shown. */
export const countriesOf = (language: string): readonly (readonly [string, string])[] => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notCountries.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((code) => {
      const name = names.of(code);
      return name ? [[code, name] as const] : [];
    })
    .sort(([, one], [, other]) => one.localeCompare(other, language));
};

/** One to five citizenships: chosen from the countries of the world, taken away by a button. */
export const CitizenshipsField = ({ id, value, error, onChange }: CitizenshipsFieldProps): ReactNode => {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState('');
  const countries = countriesOf(i18n.language);
  const nameOf = (code: string): string => countries.find(([one]) => one === code)?.[1] ?? code;
  const add = (): void => {
    if (chosen && !value.includes(chosen)) onChange([...value, chosen]);
    setChosen('');
  };
  return (
    <div className="stack stack--tight">
      <div className="row">
        <Select
          id={id}
          label={t('register.citizenships')}
          description={t('register.citizenshipsHelp')}
          value={chosen}
          error={error}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{t('register.choose')}</option>
          {countries.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <Button type="button" variant="secondary" disabled={!chosen || value.length >= most} onClick={add}>
          {t('register.addCitizenship')}
        </Button>
      </div>
      <Chips>
        {value.map((code) => (
          <Chips.Removable
            key={code}
            aria-label={t('register.removeCitizenship', { country: nameOf(code) })}
            onClick={() => onChange(value.filter((one) => one !== code))}
          >
            {nameOf(code)}
          </Chips.Removable>
        ))}
      </Chips>
    </div>
  );
};
