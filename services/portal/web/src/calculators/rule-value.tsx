import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';

/** A value of a rule's answer as people read it: days, yes and no, lists of things. */
export const RuleValue = ({ value }: { readonly value: unknown }): ReactNode => {
  const { t } = useTranslation();
  const { day, count } = useFormats();
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return t(value ? 'calculators.yes' : 'calculators.no');
  if (typeof value === 'number') return count(value);
  if (Array.isArray(value))
    return value.length === 0 ? (
      '–'
    ) : (
      <ul className="plain-list">
        {value.map((one: unknown, at) => (
          // An answer's list does not change.
          <li key={at}>
            <RuleValue value={one} />
          </li>
        ))}
      </ul>
    );
  if (typeof value === 'object') return <RuleFacts facts={value as Readonly<Record<string, unknown>>} inline />;
  return t(`calculators.values.${String(value)}`, { defaultValue: day(String(value)) });
};

type RuleFactsProps = { readonly facts: Readonly<Record<string, unknown>>; readonly inline?: boolean };

/** Named values of an answer. */
export const RuleFacts = ({ facts, inline = false }: RuleFactsProps): ReactNode => {
  const { t } = useTranslation();
  const nameOf = (name: string): string => t(`calculators.fields.${name}`, { defaultValue: name });
  const entries = Object.entries(facts);
  if (inline)
    return entries.map(([name, value], at) => (
      <span key={name}>
        {at > 0 ? ', ' : ''}
        <span className="muted">{nameOf(name).toLowerCase()}</span> <RuleValue value={value} />
      </span>
    ));
  return (
    <dl className="facts">
      {entries.map(([name, value]) => (
        <div key={name} className="facts__pair">
          <dt>{nameOf(name)}</dt>
          <dd>
            <RuleValue value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
