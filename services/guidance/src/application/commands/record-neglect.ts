import { allOf, checkCode, checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import type { NeglectCandidate, RecordedNeglect } from '../../domain/neglect/neglect.ts';
import { neglectKinds } from '../../domain/neglect/neglect-kind.ts';
import { type NeglectToRecord, recordNeglect } from '../../domain/neglect/record-neglect.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';

export type RecordNeglectInput = OnCase & { readonly what: NeglectToRecord };

export type RecordNeglectAnswer = { readonly neglectId: string; readonly version: number };

type Written = {
  readonly clientId: string;
  readonly candidateId?: string;
  readonly kind: string;
  readonly occurredOn: string;
};

/** Understands what was written, or names every bad field. With a candidate its own kind and day are taken. */
export const readRecordNeglect = ({
  clientId,
  candidateId,
  kind,
  occurredOn,
}: Written): Result<RecordNeglectInput, Refusal> => {
  if (candidateId !== undefined) return accepted({ clientId, what: { from: 'CANDIDATE', candidateId } });
  const fields = understood(
    allOf({
      kind: checkCode('kind', kind, neglectKinds),
      occurredOn: checkDate('occurred_date', occurredOn),
    }),
  );
  return fields.ok ? accepted({ clientId, what: { from: 'OFFICIAL', ...fields.value } }) : fields;
};

/** An official records a neglect, from what the system proposes or of their own knowledge. */
export const recordNeglectCommand = (
  ports: CasePorts & NeglectPorts,
): CaseCommand<RecordNeglectInput, NeglectCandidate | undefined, RecordedNeglect, RecordNeglectAnswer> =>
  caseCommand(ports, {
    name: 'RecordNeglect',
    access: servesClients('neglect'),
    load: async (tx, { clientId, what }) =>
      what.from === 'CANDIDATE' ? ports.neglects.candidate(tx, { clientId, candidateId: what.candidateId }) : undefined,
    decide: ({ clientCase: { clientId }, loaded: candidate }, { what }, context) => {
      const { today, actor } = context;
      const decision = recordNeglect(candidate, {
        neglectId: context.newId(),
        // What a merged record left stays with it, so that a split gives it back.
        clientId: candidate?.clientId ?? clientId,
        what,
        recordedBy: actor.id,
        today,
      });
      if (!decision.ok) return decision;
      const { neglectId, version } = decision.value.next;
      return accepted({ ...decision.value, answer: { neglectId, version } });
    },
    save: (neglect, { loaded: candidate }, { actor, today }) => [
      ...ports.neglects.add(neglect),
      ...(candidate === undefined
        ? []
        : ports.neglects.settle({
            candidateId: candidate.candidateId,
            settledBy: actor.id,
            settledOn: today,
            status: 'RECORDED',
          })),
    ],
  });
