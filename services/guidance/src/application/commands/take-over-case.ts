import type { Write } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { AssignmentDecided } from '../../domain/assignment/assign-specialist.ts';
import { loadChange } from '../../domain/assignment/load.ts';
import type { ClientCase } from '../../domain/client-case/client-case.ts';
import type { AssignmentPorts, AssignmentRecord } from '../assignment-ports.ts';

/** What both ways of giving a client to a specialist load beside the case. */
export type TakingOver = { readonly clients: number; readonly record: AssignmentRecord | undefined };

/** What both store: the figures of the two specialists, a ground over the most, the end of a proposal. */
export type TakeOverNext = { readonly after: ClientCase; readonly writtenGround: string };

const isOverMost = ({ facts }: Pick<AssignmentDecided, 'facts'>): boolean =>
  facts.some((fact) => 'by' in fact && fact.by === 'PERSON_OVER_MOST');

/** What is stored of a decision that gives a client to a specialist; the ground only where the most was gone over. */
export const takeOverNext = (decided: AssignmentDecided, writtenGround: string): TakeOverNext => ({
  after: decided.nextCase,
  writtenGround: isOverMost(decided) ? writtenGround : '',
});

/** The writes of a client's going to another specialist, whoever decided it. */
export const takeOverWrites = (
  ports: AssignmentPorts,
  { after, writtenGround }: TakeOverNext,
  state: { readonly clientCase: ClientCase; readonly loaded: TakingOver; readonly context: CommandContext },
): readonly Write[] => {
  const { clientCase: before, loaded, context } = state;
  const { clientId, specialistId: staffId = '' } = after;
  const { proposedTo, ...record } = loaded.record ?? { clientId, foreignCitizen: false };
  const settled =
    proposedTo === undefined || after.jobSearch === undefined
      ? []
      : [ports.assignments.save(record), ports.dayTasks.done(after.jobSearch.jobSearchId, 'HAND_OVER_PROPOSED')];
  const granted =
    writtenGround === ''
      ? []
      : [
          ports.assignments.grant({
            exceptionId: context.newId(),
            clientId,
            staffId,
            writtenGround,
            grantedBy: context.actor.id,
            grantedAt: context.now,
          }),
        ];
  return [...ports.caseloads.change(loadChange(before.specialistId, staffId), 'DESK'), ...settled, ...granted];
};
