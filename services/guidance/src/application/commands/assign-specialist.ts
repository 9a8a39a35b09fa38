import { allOf } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { assignSpecialist } from '../../domain/assignment/assign-specialist.ts';
import type { Load } from '../../domain/assignment/load.ts';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import { deciderOf } from '../deciders.ts';
import type { CasePorts } from '../ports.ts';
import { type TakeOverNext, type TakingOver, takeOverNext, takeOverWrites } from './take-over-case.ts';

export type AssignSpecialistInput = OnCase & {
  readonly staffId: string;
  /** Empty where the specialist does not go over the most. */
  readonly writtenGround: string;
};

const longestGround = 500;

/** Understands what was written, or names every bad field. */
export const readAssignSpecialist = (written: AssignSpecialistInput): Result<AssignSpecialistInput, Refusal> => {
  const ground = checkFreeText('written_ground', written.writtenGround, { maxLength: longestGround });
  const read = understood(allOf<{ readonly writtenGround: string }>({ writtenGround: ground }));
  return read.ok ? accepted({ ...written, ...read.value }) : read;
};

/** A service manager, or a member of the client's team, assigns a specialist. The answer is the specialist's load. */
export const assignSpecialistCommand = (
  ports: CasePorts & AssignmentPorts,
): CaseCommand<AssignSpecialistInput, TakingOver, TakeOverNext, Load> =>
  caseCommand(ports, {
    name: 'AssignSpecialist',
    access: servesClients('caseload'),
    load: async (tx, { clientId, staffId }) => ({
      record: await ports.assignments.find(tx, clientId),
      clients: await ports.caseloads.lockLoad(tx, staffId),
    }),
    decide: ({ clientCase, loaded: { clients } }, { staffId, writtenGround }, { actor, today }) => {
      const { organisation } = ports;
      const by = deciderOf(actor);
      const decision = assignSpecialist(clientCase, { staffId, clients, writtenGround, by, today, organisation });
      if (!decision.ok) return decision;
      const { nextCase, facts, load } = decision.value;
      return accepted({ nextCase, facts, next: takeOverNext(decision.value, writtenGround), answer: load });
    },
    save: (next, { clientCase, loaded }, context) => takeOverWrites(ports, next, { clientCase, loaded, context }),
  });
