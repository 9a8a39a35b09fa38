import { addDays } from '@tyovayla/kernel/local-date';
import { type Timer, timerFiredWrite, timerWrite } from '@tyovayla/persistence/timer';
import type { OnNeglect } from '../../application/commands/neglect-command.ts';
import type { HearingTimers } from '../../application/neglect-ports.ts';

/** Kind of the timers that tell of passed deadlines. */
export const hearingTimerKind = 'hearing-deadline';

/** Refusals after which such a timer has nothing left to do. */
export const hearingTimerSettledBy = ['CLIENT_CASE_NOT_FOUND', 'NEGLECT_NOT_FOUND'] as const;

/** What a timer tells the command: whose neglect. */
export const hearingTimerInput = ({ subjectId }: Pick<Timer, 'subjectId'>): OnNeglect => {
  const [clientId = '', neglectId = ''] = subjectId.split(' ');
  return { clientId, neglectId };
};

/** Hearings in persistence's timer table: one a neglect, due on the day after the deadline. */
export const hearingTimers: HearingTimers = {
  set: ({ clientId, neglectId, hearing }, timerId) => [
    timerWrite({
      timerId,
      kind: hearingTimerKind,
      subjectId: `${clientId} ${neglectId}`,
      dueOn: addDays(hearing.deadline, 1),
    }),
  ],
  fired: timerFiredWrite,
};
