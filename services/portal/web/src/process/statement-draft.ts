import type { NeglectView, StatementChoicesView, StatementView } from '../lib/api-types.ts';
import { filled, numberOf } from './form-fields.tsx';

/** What of a statement is written, by its kind. */
export type StatementField =
  | 'neglectId'
  | 'obligationStatementId'
  | 'serviceCode'
  | 'fromDate'
  | 'toDate'
  | 'daysPerWeek'
  | 'expenseAllowance'
  | 'interruptedDate'
  | 'finding'
  | 'noticeDate'
  | 'freeGround'
  | 'countryCode'
  | 'fullTimeWorkSought';

/** Each kind's key in the content, the fields that it has, and whether its days are a period of their own. */
type Shape = { readonly key: string; readonly fields: readonly StatementField[]; readonly period?: true };

export const statementShapes: Readonly<Record<string, Shape>> = {
  JOB_SEARCH_VALID: { key: 'jobSearchValid', fields: ['fromDate', 'toDate', 'fullTimeWorkSought'], period: true },
  WAITING_PERIOD: { key: 'waitingPeriod', fields: ['neglectId', 'fromDate'] },
  WORK_OBLIGATION: { key: 'workObligation', fields: ['neglectId', 'fromDate'] },
  OBLIGATION_MET: { key: 'obligationMet', fields: ['obligationStatementId'] },
  NOT_UNEMPLOYED_ENTREPRENEUR: { key: 'notUnemployedEntrepreneur', fields: ['fromDate'] },
  NOT_UNEMPLOYED_STUDENT: { key: 'notUnemployedStudent', fields: ['fromDate'] },
  SERVICE_PARTICIPATION: {
    key: 'serviceParticipation',
    fields: ['serviceCode', 'fromDate', 'toDate', 'daysPerWeek', 'expenseAllowance'],
    period: true,
  },
  SERVICE_INTERRUPTED: { key: 'serviceInterrupted', fields: ['serviceCode', 'interruptedDate'] },
  YOUTH_EDUCATION_DUTY: { key: 'youthEducationDuty', fields: ['finding', 'fromDate'] },
  CHANGE_SECURITY: { key: 'changeSecurity', fields: ['finding', 'noticeDate'] },
  NO_OBSTACLE: { key: 'noObstacle', fields: ['fromDate', 'toDate', 'freeGround'], period: true },
  OBSTACLE: { key: 'obstacle', fields: ['fromDate', 'toDate', 'freeGround'], period: true },
  EU_JOB_SEARCH: { key: 'euJobSearch', fields: ['countryCode', 'fromDate'] },
};

export type StatementForm = Readonly<
  Record<StatementField | 'kind' | 'groundCode' | 'recipientCode' | 'language', string>
>;

const empty: StatementForm = {
  kind: '',
  groundCode: '',
  recipientCode: '',
  language: '',
  neglectId: '',
  obligationStatementId: '',
  serviceCode: '',
  fromDate: '',
  toDate: '',
  daysPerWeek: '',
  expenseAllowance: '',
  interruptedDate: '',
  finding: '',
  noticeDate: '',
  freeGround: '',
  countryCode: '',
  fullTimeWorkSought: 'YES',
};

const kindOf: Readonly<Record<string, string>> = { NO_BENEFIT: 'WAITING_PERIOD', WORK_OBLIGATION: 'WORK_OBLIGATION' };

/** Neglects whose reason was not accepted and which lead to a statement that nobody has issued. */
export const awaitingStatement = (neglects: readonly NeglectView[]): readonly NeglectView[] =>
  neglects.filter(
    ({ verdict, statementId, proposal }) =>
      verdict === 'NOT_ACCEPTABLE' && !statementId && kindOf[proposal?.consequence ?? ''] !== undefined,
  );

const kela = 'KELA';

const kelasBenefits: readonly string[] = ['GENERAL_SUPPORT', 'LABOUR_MARKET_SUBSIDY', 'BASIC_ALLOWANCE'];

/**
 * Who pays the client's benefit of today, where that is known: Kela, or the fund if there is but one to choose from. Of
 * several funds the official knows which is the client's; empty then.
 */
export const payerOf = (benefit: string | undefined, recipients: StatementChoicesView['recipients']): string => {
  const codes = recipients.map(({ recipientCode }) => recipientCode);
  const [fund, ...others] = codes.filter((code) => code !== kela);
  if (benefit === 'EARNINGS_RELATED') return fund !== undefined && others.length === 0 ? fund : '';
  return kelasBenefits.includes(benefit ?? '') && codes.includes(kela) ? kela : '';
};

/** A new statement; where a neglect awaits one, what the system proposes. The official decides. */
export const newStatement = (neglects: readonly NeglectView[], today: string, language: string): StatementForm => {
  const [waiting] = awaitingStatement(neglects);
  const plain = { ...empty, fromDate: today, language };
  if (!waiting) return plain;
  const kind = kindOf[waiting.proposal?.consequence ?? ''] ?? '';
  return { ...plain, kind, neglectId: waiting.neglectId, groundCode: 'NEGLECT_IN_PROCESS' };
};

const textOf = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'YES' : 'NO';
  return value === undefined ? '' : String(value);
};

/** A correction begins with what the statement says. */
export const correctionOf = (statement: StatementView): StatementForm => {
  const { kind, groundCode, recipientCode, language } = statement;
  const { period, ...content } = statement.content[statementShapes[kind]?.key ?? ''] ?? {};
  const said = { ...content, ...((period as object | undefined) ?? {}) };
  const texts = Object.fromEntries(Object.entries(said).map(([field, value]) => [field, textOf(value)]));
  const sought = kind === 'JOB_SEARCH_VALID' && !('fullTimeWorkSought' in texts) ? { fullTimeWorkSought: 'NO' } : {};
  return { ...empty, ...texts, ...sought, kind, groundCode, recipientCode, language } as StatementForm;
};

/** Values in the API's types: numbers and yes or no are not texts. */
const typedValue = (field: StatementField, text: string): unknown => {
  if (field === 'daysPerWeek') return numberOf(text);
  return field === 'fullTimeWorkSought' ? text === 'YES' : text;
};

/** The request that a form stands for. */
export const statementBody = (form: StatementForm): object => {
  const { kind, groundCode, recipientCode, language } = form;
  const shape = statementShapes[kind];
  const values = Object.fromEntries(
    (shape?.fields ?? []).filter((field) => form[field] !== '').map((field) => [field, typedValue(field, form[field])]),
  );
  const { fromDate, toDate, ...rest } = values;
  const days = { ...(fromDate === undefined ? {} : { fromDate }), ...(toDate === undefined ? {} : { toDate }) };
  const said = shape?.period ? { ...rest, period: days } : { ...rest, ...days };
  return { ...filled({ groundCode, recipientCode, language }), content: shape ? { [shape.key]: said } : {} };
};

/** The field's place in the request, for what is wrong with it. */
export const placeOf = (kind: string, field: StatementField): string => {
  const shape = statementShapes[kind];
  const inPeriod = shape?.period && (field === 'fromDate' || field === 'toDate');
  return `content.${shape?.key ?? ''}.${inPeriod ? 'period.' : ''}${field}`;
};

export type Ground = StatementChoicesView['grounds'][number];

/** Grounds for a kind that are in force on a day, each once: the newest. */
export const groundsFor = (grounds: readonly Ground[], kind: string, day: string): readonly Ground[] => {
  const fitting = grounds.filter(({ kinds, validFromDate }) => kinds.includes(kind) && validFromDate <= day);
  const newest = new Map<string, Ground>();
  for (const ground of [...fitting].sort((a, b) => a.validFromDate.localeCompare(b.validFromDate)))
    newest.set(ground.groundCode, ground);
  return [...newest.values()];
};
