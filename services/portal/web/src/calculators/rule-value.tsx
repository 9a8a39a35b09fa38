import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';
import { useFieldLabel } from './rule-name.ts';

type Row = Readonly<Record<string, unknown>>;

const isRow = (one: unknown): one is Row => typeof one === 'object' && one !== null && !Array.isArray(one);

/** Rows of the same kind: what they have in common is said once, on top. */
const RuleTable = ({ rows }: { readonly rows: readonly Row[] }): ReactNode => {
  const nameOf = useFieldLabel();
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <table className="list list--wrap">
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {nameOf(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // An answer's rows do not change.
          <tr key={at}>
            {names.map((name) => (
              <td key={name}>
                <RuleValue value={row[name]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const RuleList = ({ list }: { readonly list: readonly unknown[] }): ReactNode => {
  if (list.length === 0) return '–';
  if (list.every(isRow)) return <RuleTable rows={list} />;
  return (
    <ul className="plain-list">
      {list.map((one, at) => (
        // An answer's list does not change.
        <li key={at}>
          <RuleValue value={one} />
        </li>
      ))}
    </ul>
  );
};

/** A value of a rule's answer as people read it: days, yes and no, lists of things. */
export const RuleValue = ({ value }: { readonly value: unknown }): ReactNode => {
  const { t } = useTranslation();
  const { day, count } = useFormats();
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return t(value ? 'calculators.yes' : 'calculators.no');
  if (typeof value === 'number') return count(value);
  if (Array.isArray(value)) return <RuleList list={value} />;
  if (typeof value === 'object') return <RuleFacts facts={value as Readonly<Record<string, unknown>>} inline />;
  return t(`calculators.values.${String(value)}`, { defaultValue: day(String(value)) });
};

type RuleFactsProps = { readonly facts: Readonly<Record<string, unknown>>; readonly inline?: boolean };

/** A field's name within a sentence; names that are municipality codes stand for names of places. */
const inText = (name: string, label: string): string =>
  /^\d/.test(name) ? label : label.charAt(0).toLowerCase() + label.slice(1);

/** Named values of an answer. */
export const RuleFacts = ({ facts, inline = false }: RuleFactsProps): ReactNode => {
  const nameOf = useFieldLabel();
  const entries = Object.entries(facts);
  if (inline)
    return entries.map(([name, value], at) => (
      <span key={name}>
        {at > 0 ? ', ' : ''}
        {/* "No benefit, for 7 days": the kind goes without saying that it is one. */}
        {name === 'kind' ? undefined : <span className="muted">{inText(name, nameOf(name))} </span>}
        <RuleValue value={value} />
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
