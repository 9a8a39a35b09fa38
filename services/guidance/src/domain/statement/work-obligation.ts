import { fromDayNumber, type LocalDate, toDayNumber } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type Statement, standing, type WorkObligationContent } from './statement.ts';
import type { StatementFact } from './statement-facts.ts';
import { obligationPeriodOutside, workObligationMetAlready, workObligationNotFound } from './statement-refusals.ts';

export const obligationActivities = ['WORK', 'SERVICE'] as const;
export type ObligationActivityKind = (typeof obligationActivities)[number];

/** Work or a service that counts towards an obligation. Both days count. */
export type ObligationActivity = {
  readonly activityId: string;
  readonly obligationStatementId: string;
  readonly activity: ObligationActivityKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

/** A statement of a work obligation. */
export type ObligationStatement = Statement & { readonly content: WorkObligationContent };

export type ObligationProgress = {
  readonly obligationStatementId: string;
  readonly weeks: number;
  /** Calendar days with work or a service, each once; a week is seven. */
  readonly daysRecorded: number;
  /** Day on which the last week was full; absent while it is not. */
  readonly metOn?: LocalDate;
};

const daysInWeek = 7;

const isObligation = (statement: Statement): statement is ObligationStatement =>
  statement.content.kind === 'WORK_OBLIGATION';

/** The obligations that stand, met or not. */
export const standingObligations = (statements: readonly Statement[]): readonly ObligationStatement[] =>
  standing(statements).filter(isObligation);

const daysOf = ({ from, to }: ObligationActivity): readonly number[] => {
  const first = toDayNumber(from);
  return Array.from({ length: toDayNumber(to) - first + 1 }, (_, index) => first + index);
};

/** How far a work obligation is met: by work or services of at least as many weeks. Source: handbook 2.6. */
export const progressOf = (
  { statementId, content }: ObligationStatement,
  activities: readonly ObligationActivity[],
): ObligationProgress => {
  const own = activities.filter(({ obligationStatementId }) => obligationStatementId === statementId);
  const days = [...new Set(own.flatMap(daysOf))].toSorted((one, other) => one - other);
  const last = days[content.weeks * daysInWeek - 1];
  return {
    obligationStatementId: statementId,
    weeks: content.weeks,
    daysRecorded: days.length,
    ...(last !== undefined && { metOn: fromDayNumber(last) }),
  };
};

export type MeetingObligation = Omit<ObligationActivity, 'obligationStatementId'> & { readonly today: LocalDate };

export type ObligationDecided = {
  readonly next: ObligationActivity;
  readonly progress: ObligationProgress;
  readonly facts: readonly StatementFact[];
};

/**
 * Records work or a service towards an obligation. Where that fills its last week, a statement that it is met is
 * proposed. Refused where it is met already, and for days before its first or after today.
 */
export const meetWorkObligation = (
  obligation: ObligationStatement | undefined,
  activities: readonly ObligationActivity[],
  { today, ...given }: MeetingObligation,
): Result<ObligationDecided, Refusal> => {
  if (obligation === undefined) return refused(workObligationNotFound);
  const { statementId: obligationStatementId, content } = obligation;
  const before = progressOf(obligation, activities);
  if (before.metOn !== undefined) return refused(workObligationMetAlready(before.metOn));
  const { from, to } = given;
  if (from < content.from || to > today || to < from) return refused(obligationPeriodOutside(content.from, today));
  const next: ObligationActivity = { ...given, obligationStatementId };
  const progress = progressOf(obligation, [...activities, next]);
  const { daysRecorded, metOn } = progress;
  return accepted({
    next,
    progress,
    facts: [
      { kind: 'WorkObligationProgressed', obligationStatementId, daysRecorded },
      ...(metOn === undefined
        ? []
        : [{ kind: 'WorkObligationMet', obligationStatementId, metOn } satisfies StatementFact]),
    ],
  });
};
