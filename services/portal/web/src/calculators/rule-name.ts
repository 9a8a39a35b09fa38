import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

/** The rule shown: some field names mean one thing in one rule and another in the next. */
export const RuleNameContext = createContext('');

/** The name of a rule's field in the reader's language; names that are municipality codes are municipalities. */
export const fieldLabel = (t: TFunction, rule: string, name: string): string => {
  const known = t(`calculators.fields.${name}`, { defaultValue: t(`municipalities.${name}`, { defaultValue: name }) });
  return t(`calculators.fieldsOf.${rule}.${name}`, { defaultValue: known });
};

/** Names fields of the rule shown. */
export const useFieldLabel = (): ((name: string) => string) => {
  const { t } = useTranslation();
  const rule = useContext(RuleNameContext);
  return (name) => fieldLabel(t, rule, name);
};
