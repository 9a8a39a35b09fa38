import { type TimerKind, timerKind } from '@tyovayla/service/timer-sweeper';
import { hearingTimerInput, hearingTimerKind, hearingTimerSettledBy } from './adapters/postgres/hearing-timers.ts';
import type { GuidanceCatalogue } from './application/catalogue.ts';

/** The timers of hearings: the time to explain ends after its last day. */
export const statementTimers = ({
  commands,
}: Pick<GuidanceCatalogue, 'commands'>): Readonly<Record<string, TimerKind>> => ({
  [hearingTimerKind]: timerKind({
    command: commands.passHearingDeadline,
    input: hearingTimerInput,
    settledBy: hearingTimerSettledBy,
  }),
});
