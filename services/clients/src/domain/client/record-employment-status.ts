import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { dateInFuture, jobSearchNotRunning, statusBeforeRunningSpell, statusUnchanged } from './client-refusals.ts';
import type { EmploymentStatusCode } from './employment-status.ts';
import type { RunningJobSearch } from './job-search.ts';

export type RecordEmploymentStatus = {
  readonly statusCode: EmploymentStatusCode;
  /** First day under the code. */
  readonly from: LocalDate;
  readonly today: LocalDate;
};

/** On the open spell's first day the code replaces that spell's; on a later day the spell closes and the next opens. */
const underStatus = (jobSearch: RunningJobSearch, code: EmploymentStatusCode, from: LocalDate): RunningJobSearch => {
  const { openSpell, closedSpells } = jobSearch;
  const history = from === openSpell.from ? closedSpells : [...closedSpells, { ...openSpell, to: from }];
  return { ...jobSearch, closedSpells: history, openSpell: { code, from } };
};

/**
 * Records that a job seeker's employment status (työllisyyskoodi) is another from a day on. Only the open spell can be
 * divided or replaced: earlier history stands. Refuses a day after today, and the code that is in force already.
 * Source: handbook 1.2.
 */
export const recordEmploymentStatus = (
  client: Client,
  { statusCode, from, today }: RecordEmploymentStatus,
): ClientDecision => {
  const { clientId, jobSearch } = client;
  if (jobSearch.status !== 'RUNNING') return refused(jobSearchNotRunning());
  const { jobSearchId, openSpell } = jobSearch;
  if (from > today) return refused(dateInFuture(today));
  if (from < openSpell.from) return refused(statusBeforeRunningSpell(openSpell.from));
  if (statusCode === openSpell.code) return refused(statusUnchanged(openSpell.from));
  return decided({ ...client, jobSearch: underStatus(jobSearch, statusCode, from) }, [
    { type: 'EmploymentStatusRecorded', clientId, jobSearchId, statusCode, from },
  ]);
};
