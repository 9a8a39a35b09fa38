import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { Client } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { dateInFuture, jobSearchNotRunning } from './client-refusals.ts';
import type { AreaCode, RunningJobSearch, TransferredJobSearch } from './job-search.ts';
import { areaUnknown, transferNotAfterRunningSpell } from './life-cycle-refusals.ts';

export type TransferClientOut = {
  readonly toArea: AreaCode;
  /** First day with the other area. */
  readonly transferredOn: LocalDate;
  readonly today: LocalDate;
  /** The areas that cases can go to. */
  readonly neighbours: readonly AreaCode[];
};

const transferred = (running: RunningJobSearch, { toArea, transferredOn }: TransferClientOut): TransferredJobSearch => {
  const { openSpell, closedSpells, ...core } = running;
  const lastSpell = { ...openSpell, to: transferredOn };
  return { ...core, status: 'TRANSFERRED', closedSpells: [...closedSpells, lastSpell], transferredOn, toArea };
};

/**
 * Hands a running job search over to the area of the municipality that the client moves to. It does not end: it runs
 * on there, and leaves this register on the day given, which must lie after the open spell's first: a day belongs to
 * one authority. The fact names no area where a protection order withholds where the person is.
 * Source: act 380/2023 10 §, handbook 1.1 (R1.4).
 */
export const transferClientOut = (client: Client, command: TransferClientOut): ClientDecision => {
  const { clientId, jobSearch, protectionOrder } = client;
  const { toArea, transferredOn, today, neighbours } = command;
  if (jobSearch.status !== 'RUNNING') return refused(jobSearchNotRunning());
  if (!neighbours.includes(toArea)) return refused(areaUnknown());
  if (transferredOn > today) return refused(dateInFuture(today));
  const { openSpell, jobSearchId } = jobSearch;
  if (transferredOn <= openSpell.from) return refused(transferNotAfterRunningSpell(openSpell.from));
  const whereTo = protectionOrder === undefined ? { toArea } : {};
  return decided({ ...client, jobSearch: transferred(jobSearch, command) }, [
    { type: 'JobSearchTransferredOut', clientId, jobSearchId, transferredOn, ...whereTo },
  ]);
};
