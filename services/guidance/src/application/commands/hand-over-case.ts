import { allOf, checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { handOverCase } from '../../domain/assignment/hand-over-case.ts';
import { type HandOverReason, handOverReasons } from '../../domain/assignment/hand-over-reason.ts';
import type { Load } from '../../domain/assignment/load.ts';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { checkFreeText } from '../../domain/free-text/check-free-text.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import { deciderOf } from '../deciders.ts';
import type { CasePorts } from '../ports.ts';
import { type TakeOverNext, type TakingOver, takeOverNext, takeOverWrites } from './take-over-case.ts';

export type HandOverCaseInput = OnCase & {
  readonly fromStaffId: string;
  readonly toStaffId: string;
  readonly reason: HandOverReason;
  readonly writtenGround: string;
};

export type HandedOver = { readonly load: Load; readonly openTasks: number };

type Loaded = TakingOver & { readonly openTasks: number };

const longestGround = 500;

/** Understands what was written, or names every bad field. */
export const readHandOverCase = (
  written: Omit<HandOverCaseInput, 'reason'> & { readonly reason: string },
): Result<HandOverCaseInput, Refusal> => {
  const read = understood(
    allOf<{ readonly reason: HandOverReason; readonly writtenGround: string }>({
      reason: checkCode('reason', written.reason, handOverReasons),
      writtenGround: checkFreeText('written_ground', written.writtenGround, { maxLength: longestGround }),
    }),
  );
  return read.ok ? accepted({ ...written, ...read.value }) : read;
};

/** The specialist, a colleague of the team or a service manager hands a case over; its open tasks go along. */
export const handOverCaseCommand = (
  ports: CasePorts & AssignmentPorts,
): CaseCommand<HandOverCaseInput, Loaded, TakeOverNext, HandedOver> =>
  caseCommand(ports, {
    name: 'HandOverCase',
    access: servesClients('caseload'),
    load: async (tx, { clientId, toStaffId }) => ({
      record: await ports.assignments.find(tx, clientId),
      openTasks: await ports.dayTasks.countOfClient(tx, clientId),
      clients: await ports.caseloads.lockLoad(tx, toStaffId),
    }),
    decide: ({ clientCase, loaded }, { toStaffId: staffId, ...input }, { actor, today }) => {
      const { organisation } = ports;
      const { clients, openTasks } = loaded;
      const request = { ...input, staffId, clients, openTasks, by: deciderOf(actor), today, organisation };
      const decision = handOverCase(clientCase, request);
      if (!decision.ok) return decision;
      const { nextCase, facts, load } = decision.value;
      const next = takeOverNext(decision.value, input.writtenGround);
      return accepted({ nextCase, facts, next, answer: { load, openTasks } });
    },
    save: (next, { clientCase, loaded }, context) => takeOverWrites(ports, next, { clientCase, loaded, context }),
  });
