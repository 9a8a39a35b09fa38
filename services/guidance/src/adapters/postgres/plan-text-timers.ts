import { timerFiredWrite, timerWrite } from '@tyovayla/persistence/timer';
import type { PlanTextTimers } from '../../application/plan-ports.ts';

/** The kind of timer that looks at a binding plan's text on consequences. */
export const planTextTimerKind = 'plan-text-outdated';

/**
 * Timers of plans' texts in persistence's table. The subject names client, plan and the version of the content; those
 * that migration 2062 sets for plans that bound before name no version.
 */
export const planTextTimers: PlanTextTimers = {
  set: ({ clientId, planId, contentVersion, dueOn }, timerId) =>
    timerWrite({ timerId, kind: planTextTimerKind, subjectId: `${clientId}/${planId}/${contentVersion}`, dueOn }),
  fired: timerFiredWrite,
};

/** The client and plan of a timer's subject. */
export const planOfTimer = (subjectId: string): { readonly clientId: string; readonly planId: string } => {
  const [clientId = '', planId = ''] = subjectId.split('/');
  return { clientId, planId };
};
