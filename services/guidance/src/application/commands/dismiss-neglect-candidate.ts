import { allOf, checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { type DismissGround, dismissCandidate, dismissGrounds } from '../../domain/neglect/dismiss-candidate.ts';
import type { NeglectCandidate } from '../../domain/neglect/neglect.ts';
import { servesClients } from '../access.ts';
import { type CaseCommand, caseCommand, type OnCase } from '../case-command.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';

type OnCandidate = OnCase & { readonly candidateId: string };

export type DismissCandidateInput = OnCandidate & { readonly ground: DismissGround };

/** Understands what was written, or names every bad field. */
export const readDismissCandidate = ({
  ground,
  ...candidate
}: OnCandidate & { readonly ground: string }): Result<DismissCandidateInput, Refusal> => {
  const fields = understood(allOf({ ground: checkCode('ground', ground, dismissGrounds) }));
  return fields.ok ? accepted({ ...candidate, ...fields.value }) : fields;
};

/** What was dismissed, and why. */
type Dismissed = { readonly candidate: NeglectCandidate; readonly ground: DismissGround };

/** An official finds that what the system proposes is no neglect. It is not proposed again. */
export const dismissNeglectCandidateCommand = (
  ports: CasePorts & NeglectPorts,
): CaseCommand<DismissCandidateInput, NeglectCandidate | undefined, Dismissed, Record<never, never>> =>
  caseCommand(ports, {
    name: 'DismissNeglectCandidate',
    access: servesClients('neglect'),
    load: (tx, { clientId, candidateId }) => ports.neglects.candidate(tx, { clientId, candidateId }),
    decide: ({ loaded }, { ground }) => {
      const decision = dismissCandidate(loaded);
      if (!decision.ok) return decision;
      const { next: candidate, facts } = decision.value;
      return accepted({ next: { candidate, ground }, facts, answer: {} });
    },
    save: ({ candidate: { candidateId }, ground }, _state, { actor, today }) =>
      ports.neglects.settle({ candidateId, settledBy: actor.id, settledOn: today, status: 'DISMISSED', ground }),
  });
