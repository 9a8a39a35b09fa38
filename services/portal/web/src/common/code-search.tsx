import { UNSAFE_Combobox as Combobox } from '@navikt/ds-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeams } from '../lib/teams.tsx';
import { inputId } from './form-errors.tsx';
import { useFormScene } from './form-scope.ts';

type Known = Readonly<Record<string, string>>;

type SearchProps = {
  /** The field as the API spells it. */
  readonly field: string;
  readonly label: string;
  readonly help?: string;
  /** How many may be chosen; one where left out. */
  readonly most?: number;
  readonly value: readonly string[];
  onChange(value: readonly string[]): void;
};

type KnownSearchProps = SearchProps & { readonly known: Known; readonly textOf: (code: string) => string };

/** Gives the list of suggestions the field's name, and takes its ticks from those who hear it: the component does neither. */
const useNamedList = (label: string): RefObject<HTMLDivElement | null> => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const name = (): void => {
      box.current?.querySelector('[role="listbox"]')?.setAttribute('aria-label', label);
      for (const tick of box.current?.querySelectorAll('[role="option"] svg') ?? [])
        tick.setAttribute('aria-hidden', 'true');
    };
    const watcher = new MutationObserver(name);
    watcher.observe(box.current, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [label]);
  return box;
};

type Typing = Pick<KnownSearchProps, 'value' | 'onChange' | 'known'> & { readonly most: number };

/**
 * What is chosen and what is being typed. What is typed and not chosen counts as well, so that it is accepted or refused,
 * and not lost: it is chosen when the reader leaves the field.
 */
const useTyping = ({ value, onChange, known, most }: Typing) => {
  // The component tells of one act in two calls, so that what the last render knew is too old.
  const now = useRef({ chosen: value, typed: '' });
  const [shown, setShown] = useState(now.current);
  const tell = (chosen: readonly string[], typed: string): void => {
    now.current = { chosen: [...new Set(chosen)].slice(-most), typed };
    setShown(now.current);
    const rest = typed.trim();
    onChange(rest === '' ? now.current.chosen : [...new Set([...now.current.chosen, rest])]);
  };
  const codeOf = (text: string): string =>
    Object.keys(known).find((code) => known[code]?.toLowerCase() === text.toLowerCase()) ?? text;
  return {
    ...shown,
    type: (text: string) => tell(now.current.chosen, text),
    toggle: (code: string, isChosen: boolean) =>
      tell(isChosen ? [...now.current.chosen, code.trim()] : now.current.chosen.filter((one) => one !== code), ''),
    leave: () => {
      const typed = now.current.typed.trim();
      if (typed !== '') tell([...now.current.chosen, codeOf(typed)], '');
    },
  };
};

/** Search by what is known. What is not known can be typed. */
const KnownSearch = ({ field, label, help, most = 1, known, textOf, ...props }: KnownSearchProps): ReactNode => {
  const { name, errorOf } = useFormScene();
  const { chosen, typed, type, toggle, leave } = useTyping({ ...props, known, most });
  const box = useNamedList(label);
  const option = (code: string) => ({ value: code, label: textOf(code) });
  const options = Object.keys(known).map(option);
  const isKnown = options.some((one) => one.label.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <div ref={box}>
      <Combobox
        id={inputId(name, field)}
        label={label}
        description={help}
        error={errorOf(field)}
        options={options}
        selectedOptions={chosen.map(option)}
        isMultiSelect
        allowNewValues={!isKnown}
        {...(most > 1 ? { maxSelected: most } : {})}
        value={typed}
        onChange={type}
        onToggleSelected={toggle}
        onClear={(event) => {
          if (event.type === 'blur') leave();
        }}
      />
    </div>
  );
};

type CodeSearchProps = SearchProps & {
  /** Where the codes' names stand in the texts, e.g. "occupations". */
  readonly names: string;
};

/** Codes searched for by code or name. */
export const CodeSearch = ({ names, ...props }: CodeSearchProps): ReactNode => {
  const { t } = useTranslation();
  const known = t(names, { returnObjects: true }) as Known;
  return <KnownSearch {...props} known={known} textOf={(code) => (known[code] ? `${code} ${known[code]}` : code)} />;
};

type StaffFieldProps = Omit<SearchProps, 'most' | 'value' | 'onChange'> & {
  /** Staff id; empty where nobody is chosen. */
  readonly value: string;
  onChange(staffId: string): void;
};

/** A person searched for by name; the staff id of somebody whose name is not known can be typed. */
export const StaffField = ({ value, onChange, ...props }: StaffFieldProps): ReactNode => {
  const known = useTeams().value?.staffNames ?? {};
  const textOf = (id: string): string => (known[id] ? `${known[id]} (${id})` : id);
  const chosen = value === '' ? [] : [value];
  return (
    <KnownSearch {...props} value={chosen} onChange={(ids) => onChange(ids.join(' '))} known={known} textOf={textOf} />
  );
};

/** An occupation as people read it: its code, and its name where the texts have one; TK10's five digits by the first four. */
export const useOccupationText = (): ((code: string) => string) => {
  const { t } = useTranslation();
  return (code) => `${code} ${t(`occupations.${code.slice(0, 4)}`, { defaultValue: '' })}`.trim();
};
