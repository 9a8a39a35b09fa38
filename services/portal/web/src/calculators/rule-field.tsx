import { Button, Select, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../common/date-field.tsx';
import { MunicipalityNumbers } from './municipality-numbers.tsx';
import type { FieldDescription, FieldShape } from './rule-description.ts';
import { emptyValue, type FormValue, ruleInputId } from './rule-input.ts';
import { useFieldLabel } from './rule-name.ts';

type RuleFieldProps = {
  readonly field: FieldDescription;
  /** Path of the value, e.g. "spells[0].from". */
  readonly at: string;
  readonly value: FormValue | undefined;
  errorAt(path: string): string | undefined;
  onChange(value: FormValue): void;
};

const useLabel = (field: FieldDescription): string => {
  const { t } = useTranslation();
  const label = useFieldLabel()(field.name);
  return field.required ? label : `${label} (${t('calculators.optional')})`;
};

/** Choice of codes; national status codes are shown with their names. */
const CodeChoice = ({ field, at, value, errorAt, onChange }: RuleFieldProps): ReactNode => {
  const { t } = useTranslation();
  const label = useLabel(field);
  const codes = field.type === 'boolean' ? ['true', 'false'] : (field.enum ?? []);
  const nameOf = (code: string): string => {
    if (field.type === 'boolean') return t(code === 'true' ? 'calculators.yes' : 'calculators.no');
    const name = t(`statusCodes.${code}`, { defaultValue: '' });
    return name ? `${code} ${name}` : t(`calculators.values.${code}`, { defaultValue: code });
  };
  return (
    <Select
      id={ruleInputId(at)}
      label={label}
      value={typeof value === 'string' ? value : ''}
      error={errorAt(at)}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('register.choose')}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
    </Select>
  );
};

type ListItemProps = RuleFieldProps & { readonly number: number; onRemove(): void };

/** A row that is one value, such as a day. */
const PlainItem = ({
  field,
  number,
  onRemove,
  ...props
}: ListItemProps & { readonly items: FieldShape }): ReactNode => {
  const { t } = useTranslation();
  const name = useFieldLabel()(`${field.name}Item`);
  return (
    <div className="row rule-list__row">
      <RuleField {...props} field={{ ...props.items, name: `${number}. ${name}`, required: true }} />
      <Button type="button" size="small" variant="tertiary" onClick={onRemove}>
        {t('calculators.removeItem')} <span className="visually-hidden">{number}.</span>
      </Button>
    </div>
  );
};

const ObjectItem = ({ field, at, value, errorAt, onChange, onRemove }: ListItemProps): ReactNode => {
  const { t } = useTranslation();
  const given = (typeof value === 'object' ? value : {}) as Record<string, FormValue>;
  return (
    <div className="action stack">
      <div className="fields fields--narrow fields--end">
        {(field.items?.fields ?? []).map((part) => (
          <RuleField
            key={part.name}
            field={part}
            at={`${at}.${part.name}`}
            value={given[part.name]}
            errorAt={errorAt}
            onChange={(next) => onChange({ ...given, [part.name]: next })}
          />
        ))}
      </div>
      <div>
        <Button type="button" size="small" variant="tertiary" onClick={onRemove}>
          {t('calculators.removeItem')}
        </Button>
      </div>
    </div>
  );
};

const ListItem = (props: ListItemProps): ReactNode => {
  const { items } = props.field;
  return items && !items.fields ? <PlainItem {...props} items={items} /> : <ObjectItem {...props} />;
};

const ListField = (props: RuleFieldProps): ReactNode => {
  const { field, at, value, errorAt, onChange } = props;
  const { t } = useTranslation();
  const label = useLabel(field);
  const list = Array.isArray(value) ? (value as readonly FormValue[]) : [];
  const error = errorAt(at);
  return (
    <fieldset className="rule-list" id={ruleInputId(at)} tabIndex={-1}>
      <legend>{label}</legend>
      {error ? <p className="rule-list__error">{error}</p> : undefined}
      {list.map((item, index) => (
        <ListItem
          // Items have no name of their own.
          key={index}
          {...props}
          at={`${at}[${index}]`}
          number={index + 1}
          value={item}
          errorAt={errorAt}
          onChange={(next) => onChange(list.map((one, place) => (place === index ? next : one)))}
          onRemove={() => onChange(list.filter((_, place) => place !== index))}
        />
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        onClick={() => onChange([...list, field.items ? emptyValue(field.items) : ''])}
      >
        {t('calculators.addItem')}
      </Button>
    </fieldset>
  );
};

/** One input of a rule, by its type. */
export const RuleField = (props: RuleFieldProps): ReactNode => {
  const { field, at, value, errorAt, onChange } = props;
  const label = useLabel(field);
  const text = typeof value === 'string' ? value : '';
  if (field.type === 'list') return <ListField {...props} />;
  if (field.type === 'object') return <MunicipalityNumbers {...props} label={label} />;
  if (field.type === 'code' || field.type === 'boolean') return <CodeChoice {...props} />;
  if (field.type === 'date')
    return <DateField id={ruleInputId(at)} label={label} value={text} error={errorAt(at)} onChange={onChange} />;
  return (
    <TextField
      id={ruleInputId(at)}
      label={label}
      value={text}
      error={errorAt(at)}
      autoComplete="off"
      {...(field.type === 'integer' ? { inputMode: 'numeric' as const } : {})}
      {...(field.maxLength ? { maxLength: field.maxLength } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
