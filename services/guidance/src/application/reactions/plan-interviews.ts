import type { Tx } from '@tyovayla/kernel/sql';
import type { StartedJobSearch } from '../../domain/initial-interview/initial-interview.ts';
import { planInitialInterview } from '../../domain/initial-interview/plan-initial-interview.ts';
import type { InitialInterviews } from '../ports.ts';

/** What guidance does when the client registry tells of a client. */
export type ClientReactions = {
  whenJobSearchStarted(tx: Tx, started: StartedJobSearch): Promise<void>;
  whenJobSearchEnded(tx: Tx, clientId: string): Promise<void>;
  whenMunicipalityWithheld(tx: Tx, clientId: string): Promise<void>;
  whenMunicipalityDisclosed(tx: Tx, clientId: string): Promise<void>;
};

/** Plans an interview when a job search starts and drops it when the search ends. */
export const planInterviews = (interviews: InitialInterviews): ClientReactions => ({
  whenJobSearchStarted: async (tx, started) => {
    const interview = planInitialInterview(started);
    if (interview === undefined) await interviews.remove(tx, started.clientId);
    else await interviews.put(tx, interview);
  },
  whenJobSearchEnded: (tx, clientId) => interviews.remove(tx, clientId),
  whenMunicipalityWithheld: (tx, clientId) => interviews.setWithheld(tx, { clientId, withheld: true }),
  whenMunicipalityDisclosed: (tx, clientId) => interviews.setWithheld(tx, { clientId, withheld: false }),
});
