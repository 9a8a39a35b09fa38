import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { ClientCase } from '../client-case/client-case.ts';
import type { AssignmentFact } from './assignment-facts.ts';
import { anotherTeamsClient } from './assignment-refusals.ts';
import type { Load } from './load.ts';
import { type TakeOver, takeOver } from './take-over.ts';

/** What a decision on who serves a client gives. */
export type AssignmentDecided = {
  readonly nextCase: ClientCase;
  readonly facts: readonly AssignmentFact[];
  readonly load: Load;
};

/**
 * A person assigns a specialist: a service manager to any team, a member of the client's team within it. To another
 * team a member hands the case over instead.
 */
export const assignSpecialist = (clientCase: ClientCase, request: TakeOver): Result<AssignmentDecided, Refusal> => {
  const taken = takeOver(clientCase, request);
  if (!taken.ok) return taken;
  const { specialist, load, by } = taken.value;
  const { staffId, teamId } = specialist;
  if (request.by.leads !== 'SERVICE' && teamId !== clientCase.teamId) return refused(anotherTeamsClient());
  return accepted({
    nextCase: { ...clientCase, teamId, specialistId: staffId },
    facts: [{ kind: 'SpecialistAssigned', teamId, staffId, by }],
    load,
  });
};
