import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { ClientCase } from '../client-case/client-case.ts';
import type { AssignmentDecided } from './assign-specialist.ts';
import { specialistChangedMeanwhile } from './assignment-refusals.ts';
import type { HandOverReason } from './hand-over-reason.ts';
import { type TakeOver, takeOver } from './take-over.ts';

export type HandOver = TakeOver & {
  /** The assigned specialist as the one who hands over saw it. */
  readonly fromStaffId: string;
  readonly reason: HandOverReason;
  /** Open tasks on the client, which go along. */
  readonly openTasks: number;
};

/**
 * The client's specialist, a colleague of the team or a service manager hands the case over, to a specialist of any
 * team. Refused where another one is assigned by now than the caller saw.
 */
export const handOverCase = (clientCase: ClientCase, request: HandOver): Result<AssignmentDecided, Refusal> => {
  const { fromStaffId, reason, openTasks } = request;
  const taken = takeOver(clientCase, request);
  if (!taken.ok) return taken;
  if (clientCase.specialistId !== fromStaffId) return refused(specialistChangedMeanwhile());
  const { specialist, load, by } = taken.value;
  const { staffId: toStaffId, teamId } = specialist;
  return accepted({
    nextCase: { ...clientCase, teamId, specialistId: toStaffId },
    facts: [{ kind: 'CaseHandedOver', fromStaffId, toStaffId, teamId, reason, openTasks, by }],
    load,
  });
};
