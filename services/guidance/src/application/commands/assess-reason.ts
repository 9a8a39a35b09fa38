import { allOf, checkCode } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import { assessReason, type ReasonDecided } from '../../domain/neglect/assess-reason.ts';
import { type ReasonGround, type ReasonVerdict, reasonGrounds, verdictOf } from '../../domain/neglect/neglect.ts';
import type { NeglectProposal } from '../../domain/neglect/propose-consequence.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';
import { type NeglectCommand, neglectCommand, type OnNeglect } from './neglect-command.ts';

export type AssessReasonInput = OnNeglect & { readonly ground: ReasonGround };

export type AssessReasonAnswer = {
  readonly verdict: ReasonVerdict;
  readonly proposal?: NeglectProposal;
  readonly version: number;
};

/** Understands what was written, or names every bad field. */
export const readAssessReason = ({
  ground,
  ...onNeglect
}: OnNeglect & { readonly ground: string }): Result<AssessReasonInput, Refusal> => {
  const fields = understood(allOf({ ground: checkCode('ground', ground, reasonGrounds) }));
  return fields.ok ? accepted({ ...onNeglect, ...fields.value }) : fields;
};

/** A named official finds whether the reason for a neglect is acceptable, and is told what follows. */
export const assessReasonCommand = (
  ports: CasePorts & NeglectPorts,
): NeglectCommand<AssessReasonInput, ReasonDecided, AssessReasonAnswer> =>
  neglectCommand(ports, {
    name: 'AssessReason',
    decide: ({ neglect, neglects, jobSearch, today }, { ground }, { actor }) =>
      assessReason(neglect, { ground, assessedBy: actor.id, today, neglects, ...(jobSearch && { jobSearch }) }),
    answer: ({ next: { finding, version }, proposal }) => ({
      verdict: verdictOf(finding),
      version,
      ...(proposal !== undefined && { proposal }),
    }),
  });
