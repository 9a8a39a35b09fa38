import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  conditionFindings,
  expenseAllowances,
  matterLanguages,
  stated,
  statementKinds,
} from '../../../src/api/process-codes.ts';
import type { StatementChoicesView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { ChoiceField, CodeField, DayField, LineField, NoteField } from './form-fields.tsx';
import { useScene } from './process-context.tsx';
import { groundsFor, placeOf, type StatementField, type StatementForm, statementShapes } from './statement-draft.ts';

type FieldsProps = { readonly form: StatementForm; onChange(form: StatementForm): void };
type OneProps = FieldsProps & { readonly field: StatementField; readonly choices: StatementChoicesView };

const days: readonly StatementField[] = ['fromDate', 'toDate', 'interruptedDate', 'noticeDate'];

/** Neglects and obligations are chosen by what they are, never by an id. */
const useOwnChoices = (field: StatementField): readonly { readonly value: string; readonly text: string }[] => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { neglects, statements } = useScene().process;
  if (field === 'neglectId')
    return (neglects.value?.neglects ?? []).map(({ neglectId, kind, occurredDate }) => ({
      value: neglectId,
      text: `${day(occurredDate)} ${t(`process.codes.neglectKinds.${kind}`, { defaultValue: kind })}`,
    }));
  return (statements.value?.obligations ?? []).map(({ obligationStatementId, weeks, metDate }) => ({
    value: obligationStatementId,
    text: t('process.statements.obligationChoice', {
      weeks,
      met: metDate ? day(metDate) : t('process.statements.notMet'),
    }),
  }));
};

const codeLists: Readonly<Partial<Record<StatementField, readonly [names: string, codes: readonly string[]]>>> = {
  expenseAllowance: ['expenseAllowances', expenseAllowances],
  finding: ['conditionFindings', conditionFindings],
  fullTimeWorkSought: ['stated', stated],
};

const One = ({ form, onChange, field, choices }: OneProps): ReactNode => {
  const { t } = useTranslation();
  const own = useOwnChoices(field);
  const props = {
    field: placeOf(form.kind, field),
    label: t(`process.statements.content.${field}`),
    value: form[field],
    onChange: (value: string) => onChange({ ...form, [field]: value }),
  };
  if (days.includes(field)) return <DayField {...props} />;
  const list = codeLists[field];
  if (list) return <CodeField {...props} names={list[0]} codes={list[1]} />;
  if (field === 'neglectId' || field === 'obligationStatementId') return <ChoiceField {...props} options={own} />;
  if (field === 'serviceCode') return <CodeField {...props} names="serviceCodes" codes={choices.serviceCodes} />;
  if (field === 'freeGround') return <NoteField {...props} maxLength={500} />;
  if (field === 'daysPerWeek') return <LineField {...props} digits width={3} />;
  return <LineField {...props} help={t('process.statements.countryHelp')} width={3} maxLength={2} />;
};

const Frame = ({ form, onChange, choices }: FieldsProps & { readonly choices: StatementChoicesView }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const grounds = groundsFor(choices.grounds, form.kind, today).map(({ groundCode, act, section }) => ({
    value: groundCode,
    text: `${t(`process.codes.statementGrounds.${groundCode}`, { defaultValue: groundCode })} (${[act, section].filter(Boolean).join(', ')})`,
  }));
  return (
    <>
      <ChoiceField
        field="groundCode"
        label={t('process.statements.ground')}
        options={grounds}
        value={form.groundCode}
        onChange={(groundCode) => onChange({ ...form, groundCode })}
      />
      <ChoiceField
        field="recipientCode"
        label={t('process.statements.recipient')}
        options={choices.recipients.map(({ recipientCode, name }) => ({ value: recipientCode, text: name }))}
        value={form.recipientCode}
        onChange={(recipientCode) => onChange({ ...form, recipientCode })}
      />
      <CodeField
        field="language"
        label={t('process.neglects.language')}
        codes={matterLanguages}
        names="matterLanguages"
        value={form.language}
        onChange={(language) => onChange({ ...form, language })}
      />
    </>
  );
};

type StatementFieldsProps = FieldsProps & { readonly choices: StatementChoicesView };

/** Everything that is written in a statement; lengths are the rule's and are not written. */
export const StatementFields = ({ form, onChange, choices }: StatementFieldsProps): ReactNode => {
  const { t } = useTranslation();
  const shape = statementShapes[form.kind];
  return (
    <>
      <CodeField
        field="content"
        label={t('process.statements.kind')}
        codes={statementKinds}
        names="statementKinds"
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind, groundCode: '' })}
      />
      {shape ? (
        <div className="fields fields--wide">
          {shape.fields.map((field) => (
            <One key={`${form.kind} ${field}`} field={field} form={form} onChange={onChange} choices={choices} />
          ))}
          <Frame form={form} onChange={onChange} choices={choices} />
        </div>
      ) : undefined}
      {form.kind === 'WAITING_PERIOD' || form.kind === 'WORK_OBLIGATION' ? (
        <p className="muted">{t('process.statements.lengthHelp')}</p>
      ) : undefined}
    </>
  );
};
