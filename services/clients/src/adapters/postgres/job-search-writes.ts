import { addDays } from '@tyovayla/kernel/local-date';
import type { Write } from '@tyovayla/kernel/sql';
import type { Client } from '../../domain/client/client.ts';
import {
  type EndedJobSearch,
  type JobSearch,
  type StatusSpell,
  statusSpellsOf,
  type TransferredJobSearch,
} from '../../domain/client/job-search.ts';

const insertSearchText = `INSERT INTO job_search (job_search_id, client_id, former_job_search_id, started_on,
  taken_in_on, taken_in_from) VALUES ($1, $2, $3, $4, $5, $6)`;

const endSearchText =
  'UPDATE job_search SET ended_on = $2, end_reason = $3, transferred_to = $4 WHERE job_search_id = $1';

const insertSpellsText = `INSERT INTO status_spell (job_search_id, from_on, to_on, status_code)
  SELECT $1, from_on, to_on, status_code
  FROM unnest($2::date[], $3::date[], $4::text[]) AS s(from_on, to_on, status_code)`;

// In order of time: the open spell is closed before the next one opens, and only one is ever open.
const upsertSpellsText = `${insertSpellsText} ORDER BY from_on
  ON CONFLICT (job_search_id, from_on) DO UPDATE SET to_on = excluded.to_on, status_code = excluded.status_code`;

const spellValues = (jobSearch: JobSearch, spells: readonly StatusSpell[]): readonly unknown[] => [
  jobSearch.jobSearchId,
  spells.map(({ from }) => from),
  spells.map((spell) => ('to' in spell ? spell.to : undefined)),
  spells.map(({ code }) => code),
];

/** A job search that begins. */
export const insertSearch = ({ clientId, jobSearch }: Client): Write => ({
  text: insertSearchText,
  values: [
    jobSearch.jobSearchId,
    clientId,
    jobSearch.formerJobSearchId,
    jobSearch.startedOn,
    jobSearch.takenIn?.on,
    jobSearch.takenIn?.fromArea,
  ],
});

/** The end of a job search, or its going over to another area: the last day here. */
export const closeSearch = (closed: EndedJobSearch | TransferredJobSearch): Write => ({
  text: endSearchText,
  values:
    closed.status === 'ENDED'
      ? [closed.jobSearchId, closed.endedOn, closed.endReason, undefined]
      : [closed.jobSearchId, addDays(closed.transferredOn, -1), 'TRANSFERRED', closed.toArea],
  expectRows: 1,
});

/** The status history that a job search begins with. */
export const insertSpells = (jobSearch: JobSearch): Write => ({
  text: insertSpellsText,
  values: spellValues(jobSearch, statusSpellsOf(jobSearch)),
});

/** The spells that a change has closed, replaced or opened; no write where there are none. */
export const upsertSpells = (before: JobSearch, after: JobSearch): readonly Write[] => {
  const unchanged = new Set(statusSpellsOf(before));
  const changed = statusSpellsOf(after).filter((spell) => !unchanged.has(spell));
  return changed.length === 0 ? [] : [{ text: upsertSpellsText, values: spellValues(after, changed) }];
};
