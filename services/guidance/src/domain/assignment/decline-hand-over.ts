import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { ClientCase } from '../client-case/client-case.ts';
import type { AssignmentFact } from './assignment-facts.ts';
import { anotherTeamsClient, noHandOverProposed } from './assignment-refusals.ts';
import type { Organisation } from './organisation.ts';
import { type Decider, decidesFor } from './take-over.ts';

export type DeclineHandOver = {
  /** Staff id; undefined where nothing is proposed. */
  readonly proposedTo: string | undefined;
  readonly by: Decider;
  readonly today: LocalDate;
  readonly organisation: Organisation;
};

/** The client's team, or a service manager, decides that the specialist keeps a client who moved. */
export const declineHandOver = (
  clientCase: ClientCase,
  request: DeclineHandOver,
): Result<readonly AssignmentFact[], Refusal> => {
  const { specialistId } = clientCase;
  if (!decidesFor(clientCase, request)) return refused(anotherTeamsClient());
  if (request.proposedTo === undefined || specialistId === undefined) return refused(noHandOverProposed());
  return accepted([{ kind: 'HandOverDeclined', staffId: specialistId }]);
};
