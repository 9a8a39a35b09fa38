import type { LocalDate } from '@tyovayla/kernel/local-date';
import { timerFiredWrite, timerWrite } from '@tyovayla/persistence/timer';
import type { Obligations, PeriodRecord, PeriodTimers } from '../../application/plan-ports.ts';
import type { Application, ApplicationKind } from '../../domain/obligation/application.ts';
import type { ObligationPeriod, OpenPeriod } from '../../domain/obligation/obligation-period.ts';
import { recordsOfClient } from './records-of.ts';

type PeriodRow = {
  readonly period_id: string;
  readonly client_id: string;
  readonly plan_id: string;
  readonly anchor_on: LocalDate;
  readonly index_from_anchor: number;
  readonly per_months: number;
  readonly from_on: LocalDate;
  readonly to_on: LocalDate;
  readonly required: number;
  readonly state: ObligationPeriod['state'];
  /** Of an ended period what was stored, of the open one what is there now. */
  readonly reported: number;
};

type ApplicationRow = {
  readonly application_id: string;
  readonly period_id: string;
  readonly kind: ApplicationKind;
  readonly applied_on: LocalDate;
  readonly reported_on: LocalDate;
  readonly note: string | null;
};

const reportedNow = '(SELECT count(*)::int FROM reported_application a WHERE a.period_id = p.period_id)';

const selectPeriod = `SELECT p.period_id, p.client_id, p.plan_id, p.anchor_on, p.index_from_anchor, p.per_months,
  p.from_on, p.to_on, p.required, p.state, coalesce(p.reported, ${reportedNow}) AS reported FROM obligation_period p`;

const openText = `${selectPeriod} WHERE p.client_id = $1 AND p.state = 'OPEN'`;
const periodText = `${selectPeriod} WHERE p.client_id = ANY (${recordsOfClient}) AND p.period_id = $2`;
const listText = `${selectPeriod} WHERE p.client_id = ANY (${recordsOfClient}) ORDER BY p.from_on DESC, p.period_id DESC`;

const aroundText = `SELECT p.required, (SELECT count(*)::int FROM reported_application a
    WHERE a.period_id = p.period_id AND a.reported_on < $2) AS reported_before
  FROM obligation_period p WHERE p.client_id = ANY (${recordsOfClient}) AND p.from_on <= $2 AND $2 < p.to_on
  ORDER BY p.from_on DESC, p.period_id DESC LIMIT 1`;

const profileText = `SELECT EXISTS (SELECT 1 FROM reported_application
  WHERE client_id = ANY (${recordsOfClient}) AND kind = 'PROFILE_PUBLISHED' AND applied_on >= $2) AS counted`;

const applicationsText = `SELECT application_id, period_id, kind, applied_on, reported_on, note
  FROM reported_application WHERE client_id = ANY (${recordsOfClient}) AND period_id = $2 ORDER BY applied_on DESC, application_id DESC`;

const beginText = `INSERT INTO obligation_period (period_id, client_id, plan_id, anchor_on, index_from_anchor,
  per_months, from_on, to_on, required, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'OPEN')`;

const closeText = `UPDATE obligation_period SET state = $2, reported = $3 WHERE period_id = $1 AND state = 'OPEN'`;

const reportText = `INSERT INTO reported_application (application_id, client_id, period_id, kind, applied_on,
  reported_on, note) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const forgetText = `UPDATE reported_application SET note = NULL WHERE client_id = ANY (${recordsOfClient}) AND note IS NOT NULL`;

const coreFrom = (row: PeriodRow) => ({
  periodId: row.period_id,
  clientId: row.client_id,
  planId: row.plan_id,
  anchor: row.anchor_on,
  index: row.index_from_anchor,
  perMonths: row.per_months,
  from: row.from_on,
  to: row.to_on,
  required: row.required,
});

const openFrom = (row: PeriodRow): OpenPeriod => ({ ...coreFrom(row), state: 'OPEN' });

const recordFrom = (row: PeriodRow): PeriodRecord => {
  const { state, reported } = row;
  return { period: state === 'OPEN' ? openFrom(row) : { ...coreFrom(row), state, reported }, reported };
};

const applicationFrom = (row: ApplicationRow): Application => ({
  applicationId: row.application_id,
  periodId: row.period_id,
  kind: row.kind,
  appliedOn: row.applied_on,
  reportedOn: row.reported_on,
  ...(row.note !== null && { note: row.note }),
});

/** Periods of the obligation and reported applications in Postgres. */
export const obligationRepository: Obligations = {
  open: async (sql, clientId) => {
    const [row] = await sql.query<PeriodRow>(openText, [clientId]);
    return row && { period: openFrom(row), reported: row.reported };
  },
  period: async (sql, { clientId, periodId }) => {
    const [row] = await sql.query<PeriodRow>(periodText, [clientId, periodId]);
    return row && recordFrom(row);
  },
  periodAround: async (sql, { clientId, day }) => {
    const [row] = await sql.query<{ required: number; reported_before: number }>(aroundText, [clientId, day]);
    return row && { required: row.required, reportedBefore: row.reported_before };
  },
  profileCounted: async (sql, { clientId, day }) => {
    const [row] = await sql.query<{ counted: boolean }>(profileText, [clientId, day]);
    return row?.counted === true;
  },
  list: async (sql, clientId) => (await sql.query<PeriodRow>(listText, [clientId])).map(recordFrom),
  applications: async (sql, { clientId, periodId }) =>
    (await sql.query<ApplicationRow>(applicationsText, [clientId, periodId])).map(applicationFrom),
  begin: ({ periodId, clientId, planId, anchor, index, perMonths, from, to, required }) => ({
    text: beginText,
    values: [periodId, clientId, planId, anchor, index, perMonths, from, to, required],
    expectRows: 1,
  }),
  close: ({ periodId, state, reported }) => ({
    text: closeText,
    values: [periodId, state, reported],
    expectRows: 1,
  }),
  report: (clientId, { applicationId, periodId, kind, appliedOn, reportedOn, note }) => ({
    text: reportText,
    values: [applicationId, clientId, periodId, kind, appliedOn, reportedOn, note],
    expectRows: 1,
  }),
  forgetTexts: (clientId) => ({ text: forgetText, values: [clientId] }),
};

/** The kind of timer that ends a period of the obligation. */
export const periodTimerKind = 'obligation-period-ends';

/** Timers of periods in persistence's table. The subject names client and period: the command locks the case first. */
export const periodTimers: PeriodTimers = {
  set: ({ clientId, periodId, to }, timerId) =>
    timerWrite({ timerId, kind: periodTimerKind, subjectId: `${clientId}/${periodId}`, dueOn: to }),
  fired: timerFiredWrite,
};

/** The client and period of a timer's subject. */
export const periodOfTimer = (subjectId: string): { readonly clientId: string; readonly periodId: string } => {
  const [clientId = '', periodId = ''] = subjectId.split('/');
  return { clientId, periodId };
};
