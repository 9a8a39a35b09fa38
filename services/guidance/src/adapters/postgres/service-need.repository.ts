import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ServiceNeeds } from '../../application/ports.ts';
import type { Segment } from '../../domain/client-case/client-case.ts';
import type { ServiceNeed, Stated } from '../../domain/service-need/service-need.ts';
import { recordsOfClient } from './records-of.ts';

type Row = {
  readonly assessment_id: string;
  readonly client_id: string;
  readonly assessed_on: LocalDate;
  readonly segment: Segment;
  readonly work_ability_considered: Stated | null;
  readonly multi_sector_need: Stated;
  readonly service_language: string | null;
  readonly note: string | null;
  readonly assessed_by: string;
  readonly vocational_qualification: Stated | null;
};

const columns = `assessment_id, client_id, assessed_on, segment, work_ability_considered, multi_sector_need,
  service_language, note, assessed_by, vocational_qualification`;

// Ids made later sort later.
const ofClientText = `SELECT ${columns} FROM service_need WHERE client_id = ANY (${recordsOfClient}) ORDER BY assessment_id DESC`;
const insertText = `INSERT INTO service_need (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const forgetText = `UPDATE service_need SET note = NULL WHERE client_id = ANY (${recordsOfClient}) AND note IS NOT NULL`;

const serviceNeedFrom = (row: Row): ServiceNeed => ({
  assessmentId: row.assessment_id,
  clientId: row.client_id,
  assessedOn: row.assessed_on,
  segment: row.segment,
  ...(row.work_ability_considered !== null && { workAbilityConsidered: row.work_ability_considered }),
  multiSectorNeed: row.multi_sector_need,
  ...(row.vocational_qualification !== null && { vocationalQualification: row.vocational_qualification }),
  ...(row.service_language !== null && { serviceLanguage: row.service_language }),
  ...(row.note !== null && { note: row.note }),
  assessedBy: row.assessed_by,
});

/** Assessments of clients' need for service in Postgres. */
export const serviceNeedRepository: ServiceNeeds = {
  ofClient: async (sql, clientId) => (await sql.query<Row>(ofClientText, [clientId])).map(serviceNeedFrom),
  forgetNotes: (clientId) => [{ text: forgetText, values: [clientId] }],
  add: (need) => [
    {
      text: insertText,
      values: [
        need.assessmentId,
        need.clientId,
        need.assessedOn,
        need.segment,
        need.workAbilityConsidered,
        need.multiSectorNeed,
        need.serviceLanguage,
        need.note,
        need.assessedBy,
        need.vocationalQualification,
      ],
      expectRows: 1,
    },
  ],
};
