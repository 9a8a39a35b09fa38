import { allOf, badField, type Checked, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import { matterLanguages } from '../../domain/neglect/neglect.ts';
import type { AskedContent, StatementKind } from '../../domain/statement/statement.ts';
import type { IssueStatementInput } from './issue-statement.ts';

type Written<Content> = Content extends AskedContent
  ? {
      readonly [Name in keyof Content]-?: Name extends 'kind'
        ? Content[Name]
        : Content[Name] extends number
          ? number
          : string;
    }
  : never;

/** What a statement shall say, as it was written: days and codes as texts, empty where there are none. */
export type WrittenContent = Written<AskedContent>;

type WrittenOf<Kind extends StatementKind> = Extract<WrittenContent, { readonly kind: Kind }>;

export type WrittenStatement = {
  readonly clientId: string;
  readonly content: WrittenContent | undefined;
  readonly groundCode: string;
  readonly recipientCode: string;
  readonly language: string;
};

const maxFreeGround = 500;
const conditionFindings = ['MET', 'NOT_MET'] as const;
const allowances = ['NONE', 'BASIC', 'RAISED'] as const;
const workSought = ['FULL_TIME', 'PART_TIME'] as const;

/** Path of a field of the content in the contract. */
const at = (kind: StatementKind, name: string): string => `content.${kind.toLowerCase()}.${name}`;

const ordered = <Fields extends { readonly from: LocalDate; readonly to?: LocalDate }>(
  fields: Checked<Fields>,
  field: string,
): Checked<Fields> =>
  fields.ok && fields.value.to !== undefined && fields.value.to < fields.value.from
    ? badField(field, 'PERIOD_REVERSED', 'is before the first day')
    : fields;

const period = (kind: StatementKind, { from, to }: { readonly from: string; readonly to: string }) => {
  const first = { from: checkDate(at(kind, 'period.from_date'), from) };
  const fields: Checked<{ readonly from: LocalDate; readonly to?: LocalDate }> =
    to === '' ? allOf(first) : allOf({ ...first, to: checkDate(at(kind, 'period.to_date'), to) });
  return ordered(fields, at(kind, 'period.to_date'));
};

const readService = (written: WrittenOf<'SERVICE_PARTICIPATION'>): Checked<AskedContent> => {
  const { kind, from, to, allowance, serviceCode, daysPerWeek } = written;
  const fields = allOf({
    from: checkDate(at(kind, 'period.from_date'), from),
    to: checkDate(at(kind, 'period.to_date'), to),
    allowance: checkCode(at(kind, 'expense_allowance'), allowance, allowances),
  });
  const inOrder = ordered(fields, at(kind, 'period.to_date'));
  return inOrder.ok ? accepted({ kind, serviceCode, daysPerWeek, ...inOrder.value }) : inOrder;
};

const readObstacle = (written: WrittenOf<'OBSTACLE' | 'NO_OBSTACLE'>): Checked<AskedContent> => {
  const { kind, freeGround } = written;
  const days = period(kind, written);
  const text = allOf({
    freeGround: checkFreeText(at(kind, 'free_ground'), freeGround, { maxLength: maxFreeGround }),
  });
  if (!days.ok) return days;
  if (!text.ok) return text;
  if (text.value.freeGround === '') return badField(at(kind, 'free_ground'), 'TEXT_BLANK', 'says nothing');
  return accepted({ kind, ...days.value, ...text.value });
};

type FromDayKind = Exclude<
  StatementKind,
  'JOB_SEARCH_VALID' | 'OBLIGATION_MET' | 'SERVICE_PARTICIPATION' | 'NO_OBSTACLE' | 'OBSTACLE'
>;

const dayFields: { readonly [Kind in FromDayKind]: string } = {
  WAITING_PERIOD: 'from_date',
  WORK_OBLIGATION: 'from_date',
  NOT_UNEMPLOYED_ENTREPRENEUR: 'from_date',
  NOT_UNEMPLOYED_STUDENT: 'from_date',
  SERVICE_INTERRUPTED: 'interrupted_date',
  YOUTH_EDUCATION_DUTY: 'from_date',
  CHANGE_SECURITY: 'notice_date',
  EU_JOB_SEARCH: 'from_date',
};

/** Kinds that are about one day and have no more than one field of their own. */
const readFromDay = (written: WrittenOf<FromDayKind>): Checked<AskedContent> => {
  const from = checkDate(at(written.kind, dayFields[written.kind]), written.from);
  if (!from.ok) return from;
  if (written.kind === 'YOUTH_EDUCATION_DUTY' || written.kind === 'CHANGE_SECURITY') {
    const finding = checkCode(at(written.kind, 'finding'), written.finding, conditionFindings);
    return finding.ok ? accepted({ kind: written.kind, from: from.value, finding: finding.value }) : finding;
  }
  return accepted({ ...written, from: from.value });
};

const readJobSearch = (written: WrittenOf<'JOB_SEARCH_VALID'>): Checked<AskedContent> => {
  const { kind } = written;
  const days = period(kind, written);
  const seeks = checkCode(at(kind, 'full_time_work_sought'), written.seeks, workSought);
  if (!days.ok) return days;
  return seeks.ok ? accepted({ kind, ...days.value, seeks: seeks.value }) : seeks;
};

const readContent = (written: WrittenContent | undefined): Checked<AskedContent> => {
  if (written === undefined) return badField('content', 'REQUIRED', 'says nothing');
  switch (written.kind) {
    case 'JOB_SEARCH_VALID':
      return readJobSearch(written);
    case 'OBLIGATION_MET':
      return accepted(written);
    case 'SERVICE_PARTICIPATION':
      return readService(written);
    case 'NO_OBSTACLE':
    case 'OBSTACLE':
      return readObstacle(written);
    default:
      return readFromDay(written);
  }
};

/**
 * Understands what a statement shall say, or names every bad field; an identity code in a ground in words is one. Whether
 * it may be said is the decision's.
 */
export const readIssueStatement = (written: WrittenStatement): Result<IssueStatementInput, Refusal> => {
  const { clientId, groundCode, recipientCode } = written;
  const fields = understood(
    allOf({
      content: readContent(written.content),
      language: checkCode('language', written.language, matterLanguages),
    }),
  );
  return fields.ok ? accepted({ clientId, groundCode, recipientCode, ...fields.value }) : fields;
};
