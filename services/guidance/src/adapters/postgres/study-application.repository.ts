import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { StudyApplications } from '../../application/plan-ports.ts';
import { recordsOfClient } from './records-of.ts';

type Row = {
  readonly application_id: string;
  readonly applied_on: LocalDate;
  readonly places: number;
  readonly recorded_on: LocalDate;
};

const ofClientText = `SELECT application_id, applied_on, places, recorded_on FROM study_application
  WHERE client_id = ANY (${recordsOfClient}) ORDER BY applied_on DESC, application_id DESC`;

const recordText = `INSERT INTO study_application (application_id, client_id, applied_on, places, recorded_on, recorded_by)
  VALUES ($1, $2, $3, $4, $5, $6)`;

/** Study places that clients applied for, in Postgres. */
export const studyApplicationRepository: StudyApplications = {
  ofClient: async (sql, clientId) =>
    (await sql.query<Row>(ofClientText, [clientId])).map((row) => ({
      applicationId: row.application_id,
      appliedOn: row.applied_on,
      places: row.places,
      recordedOn: row.recorded_on,
    })),
  record: ({ clientId, recordedBy, application: { applicationId, appliedOn, places, recordedOn } }) => ({
    text: recordText,
    values: [applicationId, clientId, appliedOn, places, recordedOn, recordedBy],
    expectRows: 1,
  }),
};
