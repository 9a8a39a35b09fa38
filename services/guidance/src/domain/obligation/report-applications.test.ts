import { localDate } from '@tyovayla/kernel/local-date';
import { anOpenPeriod, planDay, planIds, planUuid } from '../../testing/plan-builders.ts';
import type { ApplicationKind, NewApplication } from './application.ts';
import { type ReportedSoFar, reportApplications } from './report-applications.ts';

const application = (appliedOn: string, kind: ApplicationKind = 'VACANCY'): NewApplication => ({
  kind,
  appliedOn: localDate(appliedOn),
});

const report = (
  applications: readonly NewApplication[],
  state: Partial<ReportedSoFar> = {},
  { today = localDate('2026-02-20'), periodId = planUuid(500) } = {},
) =>
  reportApplications(
    { period: anOpenPeriod(), reported: 0, profile: 'NOT_COUNTED', ...state },
    { periodId, applications },
    { today, newId: planIds(700) },
  );

const violationsOf = (decision: ReturnType<typeof report>): unknown =>
  decision.ok ? [] : decision.refusal.violations?.map(({ field, code }) => `${field} ${code}`);

// Handbook 2.4: what counts, and that the period is the plan's. The period here runs from 2 February to 1 March 2026.
describe('a client who reports applications', () => {
  it('hears how many of how many they have reported', () => {
    const decision = report([application('2026-02-02'), application('2026-02-20', 'EMPLOYER_CONTACT')], {
      reported: 1,
    });
    expect(decision.ok && [decision.value.reported, decision.value.period.required]).toEqual([3, 4]);
    expect(decision.ok && decision.value.facts).toEqual([
      {
        kind: 'ApplicationsReported',
        clientId: planUuid(900),
        periodId: planUuid(500),
        reported: 3,
        required: 4,
      },
    ]);
  });

  it('reports what was done in the period alone, which ends within March', () => {
    const days = ['2026-02-01', '2026-02-02', '2026-03-01', '2026-03-02'];
    const decision = report(
      days.map((day) => application(day)),
      {},
      { today: localDate('2026-03-02') },
    );
    expect(violationsOf(decision)).toEqual([
      'applications[0].applied_date DATE_OUTSIDE_PERIOD',
      'applications[3].applied_date DATE_OUTSIDE_PERIOD',
    ]);
  });

  it('reports nothing that is still to be done', () => {
    expect(violationsOf(report([application('2026-02-21')]))).toEqual(['applications[0].applied_date DATE_IN_FUTURE']);
  });

  it('counts the profile once in a job search', () => {
    const profile = application('2026-02-10', 'PROFILE_PUBLISHED');
    expect(report([profile]).ok).toBe(true);
    expect(violationsOf(report([profile, profile]))).toEqual(['applications[1].kind PROFILE_COUNTS_ONCE']);
    expect(violationsOf(report([profile], { profile: 'COUNTED' }))).toEqual([
      'applications[0].kind PROFILE_COUNTS_ONCE',
    ]);
  });

  it('is refused for a period that is not the open one', () => {
    const other = report([application('2026-02-10')], {}, { periodId: planUuid(501) });
    expect(!other.ok && other.refusal.code).toBe('OBLIGATION_PERIOD_NOT_OPEN');
    const none = report([application('2026-02-10')], { period: undefined });
    expect(!none.ok && none.refusal.code).toBe('OBLIGATION_PERIOD_NOT_OPEN');
  });

  it('may report more than is asked', () => {
    const decision = report([application(planDay)], { reported: 7 });
    expect(decision.ok && decision.value.reported).toBe(8);
  });
});
