import { Alert, Button, ErrorSummary, Heading, ReadMore } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { type Problem, post } from '../lib/api-client.ts';
import { ParameterField } from './parameter-field.tsx';
import { RuleAnswerCard } from './rule-answer.tsx';
import type { FieldDescription, RuleAnswer, RuleDescription } from './rule-description.ts';
import { RuleField } from './rule-field.tsx';
import { type FormValue, objectInput, ruleInputId } from './rule-input.ts';
import { fieldLabel, RuleNameContext } from './rule-name.ts';

const emptyParameters: Readonly<Record<string, string>> = {};

/** The field at a path such as "spells[1].from". */
const fieldAt = (fields: readonly FieldDescription[], path: string): FieldDescription | undefined => {
  const [first = '', ...rest] = path.replace(/\[\d+\]/g, '').split('.');
  const field = fields.find((one) => one.name === first);
  if (field === undefined || rest.length === 0) return field;
  return fieldAt(field.fields ?? field.items?.fields ?? [], rest.join('.'));
};

type RuleError = { readonly path: string; readonly name: string; readonly text: string };

/** The kind of input that a code asks for at a field. */
const expectedAt = (code: string, field: FieldDescription | undefined): string => {
  if (inOrder.includes(code)) return 'list';
  if (code !== 'REQUIRED') return field?.type ?? 'other';
  return field?.type === 'list' ? 'row' : 'required';
};

/** What is wrong at each path, in the reader's language, by the kind of input expected there. */
const useRuleErrors = (rule: RuleDescription, problem: Problem | undefined): readonly RuleError[] => {
  const { t } = useTranslation();
  return (problem?.violations ?? []).map(({ field: path, code, description }) => {
    const known = fieldAt(rule.fields, path);
    const name = known ? fieldLabel(t, rule.name, known.name) : path;
    const place = /\[(\d+)\]/.exec(path)?.[1];
    const expected = expectedAt(code, known);
    return {
      path,
      name: place === undefined ? name : `${Number(place) + 1}. ${name}`,
      text: t(`calculators.expected.${expected}`, { defaultValue: description }),
    };
  });
};

/** Codes that are about rows that do not fit together. */
const inOrder = ['END_NOT_AFTER_START', 'OUT_OF_ORDER', 'OVERLAP'];

const Errors = ({ errors }: { readonly errors: readonly RuleError[] }): ReactNode => {
  const { t } = useTranslation();
  const summary = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) summary.current?.focus();
  }, [count]);
  if (count === 0) return undefined;
  return (
    <ErrorSummary ref={summary} heading={t('errors.summary')} headingTag="h3">
      {errors.map(({ path, name, text }) => (
        <ErrorSummary.Item key={path} href={`#${ruleInputId(path)}`}>
          {name}: {text}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  );
};

const Refused = ({ problem }: { readonly problem: Problem }): ReactNode => {
  const { t } = useTranslation();
  if (problem.status !== 409) return <ProblemAlert problem={problem} />;
  return (
    <Alert variant="warning" role="alert">
      {t('calculators.refused')}: {t(`calculators.reasons.${problem.reason}`, { defaultValue: problem.reason })}
    </Alert>
  );
};

type Asked = { readonly answer?: RuleAnswer; readonly problem?: Problem };

const ask = async (
  rule: RuleDescription,
  value: FormValue,
  parameters: Readonly<Record<string, string>>,
): Promise<Asked> => {
  const chosen = Object.fromEntries(Object.entries(parameters).filter(([, text]) => text.trim() !== ''));
  const body = { input: objectInput(rule.fields, value), parameters: chosen };
  const answer = await post<RuleAnswer>(`/api/rules/${rule.name}`, body);
  return answer.ok ? { answer: answer.value } : { problem: answer.problem };
};

type FormFieldsProps = {
  readonly rule: RuleDescription;
  readonly value: Readonly<Record<string, FormValue>>;
  readonly errors: readonly RuleError[];
  onChange(value: Readonly<Record<string, FormValue>>): void;
};

const FormFields = ({ rule, value, errors, onChange }: FormFieldsProps): ReactNode => (
  <div className="fields">
    {rule.fields.map((field) => (
      <RuleField
        key={field.name}
        field={field}
        at={field.name}
        value={value[field.name]}
        errorAt={(path) => errors.find((error) => error.path === path)?.text}
        onChange={(next) => onChange({ ...value, [field.name]: next })}
      />
    ))}
  </div>
);

/** The form of one rule, made from the rule's own description, and its answer. */
export const RuleForm = ({ rule }: { readonly rule: RuleDescription }): ReactNode => {
  const { t } = useTranslation();
  const [value, setValue] = useState<Readonly<Record<string, FormValue>>>({});
  const [parameters, setParameters] = useState(emptyParameters);
  const [asked, setAsked] = useState<Asked>({});
  const errors = useRuleErrors(rule, asked.problem);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(await ask(rule, value, parameters));
  };
  return (
    <RuleNameContext value={rule.name}>
      <div>
        <form className="card stack" onSubmit={submit} noValidate autoComplete="off">
          <div>
            <Heading level="2" size="medium">
              {t(`calculators.rules.${rule.name}.name`, { defaultValue: rule.name })}
            </Heading>
            <p className="muted">{t(`calculators.rules.${rule.name}.help`, { defaultValue: rule.description })}</p>
          </div>
          <Errors errors={errors} />
          {asked.problem && errors.length === 0 ? <Refused problem={asked.problem} /> : undefined}
          <FormFields rule={rule} value={value} errors={errors} onChange={setValue} />
          {rule.parameters.length > 0 ? (
            <ReadMore header={t('calculators.parameters')}>
              <p className="muted">{t('calculators.parametersHelp')}</p>
              <div className="fields">
                {rule.parameters.map((parameter) => (
                  <ParameterField
                    key={parameter.name}
                    parameter={parameter}
                    value={parameters[parameter.name] ?? ''}
                    onChange={(text) => setParameters({ ...parameters, [parameter.name]: text })}
                  />
                ))}
              </div>
            </ReadMore>
          ) : undefined}
          <div>
            <Button type="submit">{t('calculators.ask')}</Button>
          </div>
        </form>
        {asked.answer ? <RuleAnswerCard answer={asked.answer} /> : undefined}
      </div>
    </RuleNameContext>
  );
};
