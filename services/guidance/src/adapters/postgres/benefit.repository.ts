import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Benefits } from '../../application/benefit-ports.ts';
import type { Benefit, BenefitTeller } from '../../domain/benefit/benefit.ts';
import type { BenefitKind } from '../../domain/rules/unemployment-benefit.ts';
import { recordsOfClient } from './records-of.ts';

type Row = {
  readonly record_id: string;
  readonly client_id: string;
  readonly job_search_id: string;
  readonly kind: BenefitKind;
  readonly from_on: LocalDate;
  readonly until_on: LocalDate | null;
  readonly told_by: BenefitTeller;
  readonly recorded_on: LocalDate;
  readonly recorded_by: string;
};

const columns = 'record_id, client_id, job_search_id, kind, from_on, until_on, told_by, recorded_on, recorded_by';

const ofClientText = `SELECT ${columns} FROM benefit
  WHERE client_id = ANY (${recordsOfClient}) AND replaced_by_id IS NULL ORDER BY from_on DESC, record_id DESC`;
const insertText = `INSERT INTO benefit (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const replaceText = 'UPDATE benefit SET replaced_by_id = $2 WHERE record_id = $1 AND replaced_by_id IS NULL';
const endText = 'UPDATE benefit SET until_on = $2 WHERE record_id = $1 AND until_on IS NULL';

const benefitFrom = (row: Row): Benefit => ({
  recordId: row.record_id,
  clientId: row.client_id,
  jobSearchId: row.job_search_id,
  kind: row.kind,
  from: row.from_on,
  ...(row.until_on !== null && { until: row.until_on }),
  toldBy: row.told_by,
  recordedOn: row.recorded_on,
  recordedBy: row.recorded_by,
});

/** Unemployment benefits of clients in Postgres. */
export const benefitRepository: Benefits = {
  ofClient: async (sql, clientId) => (await sql.query<Row>(ofClientText, [clientId])).map(benefitFrom),
  record: ({ benefit, replaces, ends }) => [
    {
      text: insertText,
      values: [
        ...[benefit.recordId, benefit.clientId, benefit.jobSearchId, benefit.kind, benefit.from, benefit.until],
        ...[benefit.toldBy, benefit.recordedOn, benefit.recordedBy],
      ],
      expectRows: 1,
    },
    ...(replaces ? [{ text: replaceText, values: [replaces.recordId, benefit.recordId], expectRows: 1 }] : []),
    ...(ends ? [{ text: endText, values: [ends.recordId, ends.until], expectRows: 1 }] : []),
  ],
};
