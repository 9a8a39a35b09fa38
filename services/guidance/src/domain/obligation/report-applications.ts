import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { FieldViolation, Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { fieldsInvalid } from '../client-case/case-refusals.ts';
import type { Application, NewApplication } from './application.ts';
import type { ObligationFact } from './obligation-facts.ts';
import type { OpenPeriod } from './obligation-period.ts';
import { periodNotOpen } from './obligation-refusals.ts';

/** The open period, and what has been reported. */
export type ReportedSoFar = {
  readonly period: OpenPeriod | undefined;
  readonly reported: number;
  /** Whether the profile's publication has been counted in this job search. */
  readonly profile: 'COUNTED' | 'NOT_COUNTED';
};

export type Report = { readonly periodId: string; readonly applications: readonly NewApplication[] };

export type Reported = {
  readonly applications: readonly Application[];
  /** All that is reported for the period now. */
  readonly reported: number;
  readonly period: OpenPeriod;
  readonly facts: readonly ObligationFact[];
};

type Day = { readonly today: LocalDate; readonly period: OpenPeriod };

const dateViolation = ({ appliedOn }: NewApplication, { today, period }: Day): [string, string] | undefined => {
  if (appliedOn > today) return ['DATE_IN_FUTURE', `is after ${today}`];
  const inside = period.from <= appliedOn && appliedOn < period.to;
  return inside ? undefined : ['DATE_OUTSIDE_PERIOD', `is not from ${period.from} to the day before ${period.to}`];
};

const violationsOf = (
  applications: readonly NewApplication[],
  profile: ReportedSoFar['profile'],
  day: Day,
): readonly FieldViolation[] => {
  const firstProfile = applications.findIndex(({ kind }) => kind === 'PROFILE_PUBLISHED');
  return applications.flatMap((application, index) => {
    const date = dateViolation(application, day);
    const again = application.kind === 'PROFILE_PUBLISHED' && (profile === 'COUNTED' || index !== firstProfile);
    return [
      ...(date ? [{ field: `applications[${index}].applied_date`, code: date[0], description: date[1] }] : []),
      ...(again
        ? [{ field: `applications[${index}].kind`, code: 'PROFILE_COUNTS_ONCE', description: 'is counted already' }]
        : []),
    ];
  });
};

/**
 * Records what a client reports for the open period of their obligation. Each act must be dated in the period, which is
 * the plan's and no calendar month; the profile counts once. Refused where the period is not the open one.
 * Source: handbook 2.4, what counts.
 */
export const reportApplications = (
  { period, reported, profile }: ReportedSoFar,
  report: Report,
  { today, newId }: { readonly today: LocalDate; newId(): string },
): Result<Reported, Refusal> => {
  if (period === undefined || period.periodId !== report.periodId) return refused(periodNotOpen);
  const violations = violationsOf(report.applications, profile, { today, period });
  if (violations.length > 0) return refused(fieldsInvalid(violations));
  const { periodId, clientId, required } = period;
  const applications = report.applications.map((each) => ({
    ...each,
    applicationId: newId(),
    periodId,
    reportedOn: today,
  }));
  const now = reported + applications.length;
  const fact = { kind: 'ApplicationsReported', clientId, periodId, reported: now, required } as const;
  return accepted({ applications, reported: now, period, facts: [fact] });
};
