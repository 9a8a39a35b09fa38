import { type TimerKind, timerKind } from '@tyovayla/service/timer-sweeper';
import { retentionInput, retentionKind } from './adapters/postgres/retention.repository.ts';
import type { ClientsCatalogue } from './application/catalogue.ts';

/** The timer that looks whether a client's data are still needed. One who came back is looked at after the next end. */
export const retentionKinds = ({
  anonymiseClient,
}: ClientsCatalogue['commands']): Readonly<Record<string, TimerKind>> => ({
  [retentionKind]: timerKind({
    command: anonymiseClient,
    input: retentionInput,
    settledBy: ['JOB_SEARCH_RUNS', 'CLIENT_NOT_FOUND'],
  }),
});
