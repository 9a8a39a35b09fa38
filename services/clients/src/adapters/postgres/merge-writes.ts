import type { Write } from '@tyovayla/kernel/sql';
import type { Client, ClientId } from '../../domain/client/client.ts';
import type { EndedJobSearch, JobSearchId, RunningJobSearch } from '../../domain/client/job-search.ts';
import type { Residence } from '../../domain/client/life-cycle-events.ts';

const setAsideText = `UPDATE client SET merged_into = $2, version = $3, running_status_code = NULL, running_since = NULL
  WHERE client_id = $1 AND version = $4`;

const bringBackText = `UPDATE client SET merged_into = NULL, version = $3, running_status_code = $4,
  running_since = $5, protection_valid_from = $6, protection_valid_to = $7, protection_handler_id = $8
  WHERE client_id = $1 AND merged_into = $2`;

const moveText = 'UPDATE job_search SET client_id = $1 WHERE job_search_id = ANY ($2::uuid[])';

const moveEndedText = 'UPDATE job_search SET client_id = $1, ended_on = $3, end_reason = $4 WHERE job_search_id = $2';

const moveRunningText =
  'UPDATE job_search SET client_id = $1, ended_on = NULL, end_reason = NULL WHERE job_search_id = $2';

const forgetResidencesText = 'DELETE FROM residence WHERE client_id = $1 AND NOT (from_on = ANY ($2::date[]))';

const residencesText = `INSERT INTO residence (client_id, from_on, municipality_code)
  SELECT $1, from_on, municipality_code FROM unnest($2::date[], $3::text[]) AS r(from_on, municipality_code)
  ON CONFLICT (client_id, from_on) DO UPDATE SET municipality_code = excluded.municipality_code`;

/** The record that went into another one: seen by nobody from then on, with all that it was. */
export const setAside = (before: Client, after: Client, keptClientId: ClientId): Write => ({
  text: setAsideText,
  values: [before.clientId, keptClientId, after.version, before.version],
  expectRows: 1,
});

/** The record as one of its own again. */
export const bringBack = ({ clientId, version, jobSearch, protectionOrder }: Client, keptClientId: ClientId): Write => {
  const running = jobSearch.status === 'RUNNING' ? jobSearch : undefined;
  return {
    text: bringBackText,
    values: [
      clientId,
      keptClientId,
      version,
      running?.openSpell.code,
      running?.startedOn,
      protectionOrder?.validFrom,
      protectionOrder?.validTo,
      protectionOrder?.handlerId,
    ],
    expectRows: 1,
  };
};

/** Job searches that change their record as they are. */
export const moveSearches = (ids: readonly JobSearchId[], toClientId: ClientId): readonly Write[] =>
  ids.length === 0 ? [] : [{ text: moveText, values: [toClientId, ids], expectRows: ids.length }];

/** A job search that a merge ends: in its own record, or on its way to the other. */
export const endSearchIn = (search: EndedJobSearch, clientId: ClientId): Write => ({
  text: moveEndedText,
  values: [clientId, search.jobSearchId, search.endedOn, search.endReason],
  expectRows: 1,
});

/** A job search that runs again in a record. */
export const reopenSearchIn = (search: RunningJobSearch, clientId: ClientId): Write => ({
  text: moveRunningText,
  values: [clientId, search.jobSearchId],
  expectRows: 1,
});

/** All homes of a record in place of those in store. */
export const replaceResidences = (clientId: ClientId, residences: readonly Residence[]): readonly Write[] => {
  const days = residences.map(({ from }) => from);
  return [
    { text: forgetResidencesText, values: [clientId, days] },
    { text: residencesText, values: [clientId, days, residences.map(({ municipalityCode }) => municipalityCode)] },
  ];
};
