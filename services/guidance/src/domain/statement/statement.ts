import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import type { MatterLanguage } from '../neglect/neglect.ts';

/** Kinds of the labour-policy statement (työvoimapoliittinen lausunto). Source: handbook 4. */
export const statementKinds = [
  'JOB_SEARCH_VALID',
  'WAITING_PERIOD',
  'WORK_OBLIGATION',
  'OBLIGATION_MET',
  'NOT_UNEMPLOYED_ENTREPRENEUR',
  'NOT_UNEMPLOYED_STUDENT',
  'SERVICE_PARTICIPATION',
  'SERVICE_INTERRUPTED',
  'YOUTH_EDUCATION_DUTY',
  'CHANGE_SECURITY',
  'NO_OBSTACLE',
  'OBSTACLE',
  'EU_JOB_SEARCH',
] as const;
export type StatementKind = (typeof statementKinds)[number];

export type ConditionFinding = 'MET' | 'NOT_MET';
export type ExpenseAllowance = 'NONE' | 'BASIC' | 'RAISED';
export type WorkSought = 'FULL_TIME' | 'PART_TIME';

type Period = { readonly from: LocalDate; readonly to?: LocalDate };
type FromDay = { readonly from: LocalDate };

/** One member of the union a kind, also where several kinds say the same. */
type OfKinds<Kind extends StatementKind, Fields> = Kind extends StatementKind
  ? Fields & { readonly kind: Kind }
  : never;

/** What an official asks a statement to say. What a rule gives is not in it: nobody writes another length or level. */
export type AskedContent =
  | OfKinds<'JOB_SEARCH_VALID', Period & { readonly seeks: WorkSought }>
  | OfKinds<'WAITING_PERIOD' | 'WORK_OBLIGATION', FromDay & { readonly neglectId: string }>
  | OfKinds<'OBLIGATION_MET', { readonly obligationStatementId: string }>
  | OfKinds<'NOT_UNEMPLOYED_ENTREPRENEUR' | 'NOT_UNEMPLOYED_STUDENT', FromDay>
  | OfKinds<
      'SERVICE_PARTICIPATION',
      FromDay & {
        readonly to: LocalDate;
        readonly serviceCode: string;
        readonly daysPerWeek: number;
        readonly allowance: ExpenseAllowance;
      }
    >
  | OfKinds<'SERVICE_INTERRUPTED', FromDay & { readonly serviceCode: string }>
  | OfKinds<'YOUTH_EDUCATION_DUTY', FromDay & { readonly finding: ConditionFinding }>
  /** `from`: the day of notice that the conditions are judged by. */
  | OfKinds<'CHANGE_SECURITY', FromDay & { readonly finding: ConditionFinding }>
  | OfKinds<'NO_OBSTACLE' | 'OBSTACLE', Period & { readonly freeGround: string }>
  | OfKinds<'EU_JOB_SEARCH', FromDay & { readonly countryCode: string }>;

type Asked<Kind extends StatementKind> = Extract<AskedContent, { readonly kind: Kind }>;

/** Time without benefit, in calendar days from its first day. */
export type WaitingPeriodContent = Asked<'WAITING_PERIOD'> & { readonly days: number };
/** Work obligation, in weeks of work or services. */
export type WorkObligationContent = Asked<'WORK_OBLIGATION'> & { readonly weeks: number };
export type ObligationMetContent = Asked<'OBLIGATION_MET'> & { readonly from: LocalDate };
/** `allowanceCents`: a day, 0 without a right to it. */
export type ServiceParticipationContent = Asked<'SERVICE_PARTICIPATION'> & { readonly allowanceCents: number };

/** What a statement says. */
export type StatementContent =
  | WaitingPeriodContent
  | WorkObligationContent
  | ObligationMetContent
  | ServiceParticipationContent
  | Exclude<
      AskedContent,
      { readonly kind: 'WAITING_PERIOD' | 'WORK_OBLIGATION' | 'OBLIGATION_MET' | 'SERVICE_PARTICIPATION' }
    >;

/** The act and section that a statement rests on, as the area's configuration says. */
export type StatementGround = { readonly code: string; readonly act: string; readonly section: string };

/**
 * A statement as it was issued. It never changes: a correction is a new one that names the one it replaces. The payer
 * decides on the benefit; the authority states (handbook 0.4).
 */
export type Statement = {
  readonly statementId: string;
  readonly clientId: string;
  readonly content: StatementContent;
  readonly ground: StatementGround;
  /** KELA or a fund's code. */
  readonly recipientCode: string;
  /** Staff id of the official, never a team. */
  readonly issuedBy: string;
  readonly issuedOn: LocalDate;
  readonly language: MatterLanguage;
  /** The hearing before a sanction. */
  readonly hearingId?: string;
  readonly replacesStatementId?: string;
  /** Version of the rule that gave the length; absent where no rule did. */
  readonly ruleValidFrom?: LocalDate;
};

/** First and last day that a statement is about; open where it has no last one. */
export const periodOf = (content: StatementContent): Period => {
  if (content.kind === 'WAITING_PERIOD') {
    const { from, days } = content;
    return { from, to: addDays(from, days - 1) };
  }
  const { from } = content;
  return 'to' in content && content.to !== undefined ? { from, to: content.to } : { from };
};

/** The neglect that a statement rests on. */
export const neglectIdOf = (content: AskedContent | StatementContent): string | undefined =>
  'neglectId' in content ? content.neglectId : undefined;

/** The statements that stand: those that no other replaces. */
export const standing = (statements: readonly Statement[]): readonly Statement[] => {
  const replaced = new Set(statements.map(({ replacesStatementId }) => replacesStatementId));
  return statements.filter(({ statementId }) => !replaced.has(statementId));
};
