import type { Clock } from '@tyovayla/kernel/clock';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ClientCases } from '../../application/ports.ts';
import { membersOn, type Organisation } from '../../domain/assignment/organisation.ts';
import type { CaseJobSearch, ClientAge, ClientCase, OpenNeed, Segment } from '../../domain/client-case/client-case.ts';
import { openNeedsSql, servedBySql } from './served-by.ts';

type CaseRow = {
  readonly client_id: string;
  readonly version: number;
  readonly municipality_code: string | null;
  readonly handler_id: string | null;
  readonly job_search_id: string | null;
  readonly job_search_started_on: LocalDate | null;
  readonly status_code: string | null;
  readonly status_since: LocalDate | null;
  readonly transferred_out_on: LocalDate | null;
  readonly profile_published_on: LocalDate | null;
  readonly segment: Segment | null;
  readonly age: ClientAge | null;
  readonly vocational_qualification: 'HELD' | 'MISSING' | null;
  readonly team_id: string | null;
  readonly specialist_id: string | null;
  readonly served_by: readonly string[];
  readonly open_needs: readonly OpenNeed[] | null;
};

const asOf = { today: '$2::date', now: '$3::timestamptz' };

const select = `SELECT c.client_id, c.version, c.municipality_code, c.handler_id, c.job_search_id,
  c.job_search_started_on, c.status_code, c.status_since, c.profile_published_on, c.segment, c.team_id, c.specialist_id,
  c.age, c.vocational_qualification, c.transferred_out_on,
  ${servedBySql(asOf)} AS served_by, ${openNeedsSql(asOf)} AS open_needs FROM client_case c`;

const findText = `${select} WHERE c.client_id = $1`;
const findManyText = `${select} WHERE c.client_id = ANY ($1::uuid[])`;
const lockText = 'SELECT 1 FROM client_case WHERE client_id = $1 FOR UPDATE';
// In one order by everybody, so that no two wait for each other.
const lockManyText = 'SELECT 1 FROM client_case WHERE client_id = ANY ($1::uuid[]) ORDER BY client_id FOR UPDATE';

const insertText = `INSERT INTO client_case (client_id, version, municipality_code, handler_id, job_search_id,
  job_search_started_on, status_code, status_since, profile_published_on, segment, team_id, specialist_id,
  age, vocational_qualification, transferred_out_on)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const updateText = `UPDATE client_case SET version = $2, municipality_code = $3, handler_id = $4, job_search_id = $5,
  job_search_started_on = $6, status_code = $7, status_since = $8, profile_published_on = $9, segment = $10,
  team_id = $11, specialist_id = $12, age = $13, vocational_qualification = $14, transferred_out_on = $15
  WHERE client_id = $1 AND version = $16`;

const jobSearchFrom = (row: CaseRow): CaseJobSearch | undefined => {
  const { job_search_id: jobSearchId, job_search_started_on: startedOn } = row;
  const { status_code: statusCode, status_since: statusSince } = row;
  if (jobSearchId === null || startedOn === null || statusCode === null || statusSince === null) return undefined;
  return { jobSearchId, startedOn, statusCode, statusSince };
};

const caseFrom = (row: CaseRow): ClientCase => {
  const jobSearch = jobSearchFrom(row);
  return {
    clientId: row.client_id,
    version: row.version,
    ...(row.municipality_code !== null && { municipalityCode: row.municipality_code }),
    ...(row.handler_id !== null && { handlerId: row.handler_id }),
    ...(jobSearch !== undefined && { jobSearch }),
    ...(row.transferred_out_on !== null && { transferredOutOn: row.transferred_out_on }),
    ...(row.profile_published_on !== null && { profilePublishedOn: row.profile_published_on }),
    ...(row.segment !== null && { segment: row.segment }),
    ...(row.age !== null && { age: row.age }),
    ...(row.vocational_qualification !== null && { vocationalQualification: row.vocational_qualification }),
    ...(row.team_id !== null && { teamId: row.team_id }),
    ...(row.specialist_id !== null && { specialistId: row.specialist_id }),
    servedBy: row.served_by,
  };
};

const valuesOf = (clientCase: ClientCase): readonly unknown[] => [
  clientCase.clientId,
  clientCase.version,
  clientCase.municipalityCode,
  clientCase.handlerId,
  clientCase.jobSearch?.jobSearchId,
  clientCase.jobSearch?.startedOn,
  clientCase.jobSearch?.statusCode,
  clientCase.jobSearch?.statusSince,
  clientCase.profilePublishedOn,
  clientCase.segment,
  clientCase.teamId,
  clientCase.specialistId,
  clientCase.age,
  clientCase.vocationalQualification,
  clientCase.transferredOutOn,
];

/** What tells who serves a client today: the service's clock, and who works in which team. */
export type ServingToday = { readonly clock: Clock; readonly organisation: Organisation };

/**
 * Cases in Postgres. Each statement sees what was committed when it began: rows are locked first and read by the next
 * statement, or a case that another transaction was changing would be read as it was before. Both share one round trip.
 */
export const clientCaseRepository = ({ clock, organisation }: ServingToday): ClientCases => {
  const asked = (which: unknown): readonly unknown[] => [which, clock.today(), clock.now()];
  const served = (row: CaseRow): ClientCase => {
    const team = row.team_id === null ? [] : membersOn(organisation, row.team_id, clock.today());
    const serving = new Set([...row.served_by, ...team.map(({ staffId }) => staffId)]);
    const openNeeds = (row.open_needs ?? []).filter(({ staffId }) => !serving.has(staffId));
    const servedBy = [...serving, ...new Set(openNeeds.map(({ staffId }) => staffId))];
    return { ...caseFrom(row), servedBy, ...(openNeeds.length > 0 && { openNeeds }) };
  };
  return {
    find: async (sql, clientId) => {
      const [row] = await sql.query<CaseRow>(findText, asked(clientId));
      return row && served(row);
    },
    lock: async (tx, clientId) => {
      const [, [row]] = await Promise.all([
        tx.query(lockText, [clientId]), //
        tx.query<CaseRow>(findText, asked(clientId)),
      ]);
      return row && served(row);
    },
    lockMany: async (tx, clientIds) => {
      const [, rows] = await Promise.all([
        tx.query(lockManyText, [clientIds]),
        tx.query<CaseRow>(findManyText, asked(clientIds)),
      ]);
      return new Map(rows.map((row) => [row.client_id, served(row)]));
    },
    insert: (clientCase) => [{ text: insertText, values: valuesOf(clientCase), expectRows: 1 }],
    save: (before, after) => [{ text: updateText, values: [...valuesOf(after), before.version], expectRows: 1 }],
  };
};
