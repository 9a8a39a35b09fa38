import { addDays, localDate } from '@tyovayla/kernel/local-date';
import { type Timer, timerFiredWrite, timerWrite } from '@tyovayla/persistence/timer';
import type { StudyDeadline, StudyTimers } from '../../application/plan-ports.ts';

/** Kind of the timers that look at what was applied for in a joint application. */
export const studyTimerKind = 'joint-application-ends';

/** What a timer tells the command: whose plan, and the last day that it is about. */
export const deadlineOfTimer = ({ subjectId }: Pick<Timer, 'subjectId'>): StudyDeadline => {
  const [clientId = '', planId = '', last = ''] = subjectId.split('/');
  return { clientId, planId, last: localDate(last) };
};

/** Joint applications in persistence's timer table, due on the day after the last one. */
export const studyTimers: StudyTimers = {
  set: ({ clientId, planId, last }, timerId) =>
    timerWrite({
      timerId,
      kind: studyTimerKind,
      subjectId: `${clientId}/${planId}/${last}`,
      dueOn: addDays(last, 1),
    }),
  fired: timerFiredWrite,
};
