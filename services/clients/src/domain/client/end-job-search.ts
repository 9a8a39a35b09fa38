import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { dateInFuture, endBeforeRunningSpell, jobSearchNotRunning } from './client-refusals.ts';
import type { EndedJobSearch, JobSearchEndReason, RunningJobSearch } from './job-search.ts';

export type EndJobSearch = {
  readonly reason: JobSearchEndReason;
  /** The last day of the job search. */
  readonly endedOn: LocalDate;
  readonly today: LocalDate;
};

/** A running job search as it is after its last day. */
export const ended = (running: RunningJobSearch, { endedOn, reason }: EndJobSearch): EndedJobSearch => {
  const { openSpell, closedSpells, ...core } = running;
  const lastSpell = { ...openSpell, to: addDays(endedOn, 1) };
  return { ...core, status: 'ENDED', closedSpells: [...closedSpells, lastSpell], endedOn, endReason: reason };
};

/**
 * Ends a running job search (työnhaun voimassaolon päättyminen). The day given is its last, so a person can be a job
 * seeker for a single day. Refuses a day after today or before the open spell's first. Source: act 380/2023 28 §,
 * handbook 1.1 (R1.6).
 */
export const endJobSearch = (client: Client, command: EndJobSearch): ClientDecision => {
  const { clientId, jobSearch } = client;
  const { endedOn, reason, today } = command;
  if (jobSearch.status !== 'RUNNING') return refused(jobSearchNotRunning());
  if (endedOn > today) return refused(dateInFuture(today));
  if (endedOn < jobSearch.openSpell.from) return refused(endBeforeRunningSpell(jobSearch.openSpell.from));
  return decided({ ...client, jobSearch: ended(jobSearch, command) }, [
    { type: 'JobSearchEnded', clientId, jobSearchId: jobSearch.jobSearchId, endedOn, reason },
  ]);
};
