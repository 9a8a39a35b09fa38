import { allOf, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Command } from '@tyovayla/runtime/command';
import { setSubstitute } from '../../domain/assignment/set-substitute.ts';
import type { Substitution, SubstitutionFact } from '../../domain/assignment/substitution.ts';
import { fieldsInvalid, understood } from '../../domain/client-case/case-refusals.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';
import { deciderOf } from '../deciders.ts';

export type SetSubstituteInput = {
  readonly absentId: string;
  readonly substituteId: string;
  readonly from: LocalDate;
  /** Last day. */
  readonly to: LocalDate;
};

const wrong = (field: string, code: string, description: string): Refusal =>
  fieldsInvalid([{ field, code, description }]);

/** Understands what was written, or names every bad field. */
export const readSetSubstitute = (
  written: Pick<SetSubstituteInput, 'absentId' | 'substituteId'> & { readonly from: string; readonly to: string },
): Result<SetSubstituteInput, Refusal> => {
  const { absentId, substituteId } = written;
  const dates = understood(
    allOf<{ readonly from: LocalDate; readonly to: LocalDate }>({
      from: checkDate('from_date', written.from),
      to: checkDate('to_date', written.to),
    }),
  );
  if (!dates.ok) return dates;
  if (dates.value.to < dates.value.from)
    return refused(wrong('to_date', 'BEFORE_FIRST_DAY', 'must not be before the first day'));
  if (absentId === substituteId)
    return refused(wrong('substitute_staff_id', 'SAME_PERSON', 'must be somebody else than the absent specialist'));
  return accepted({ absentId, substituteId, ...dates.value });
};

type Others = readonly Substitution[];

export type SetSubstituteCommand = Command<SetSubstituteInput, Others, Substitution, SubstitutionFact, Substitution>;

/** Sets who serves an absent specialist's clients for some days: a service manager, or somebody of the team. */
export const setSubstituteCommand = (ports: AssignmentPorts): SetSubstituteCommand => ({
  name: 'SetSubstitute',
  access: { ...servesClients('caseload', ['CASE_SPECIALIST', 'SERVICE_MANAGER']), purpose: 'staffing' },
  load: (tx, { absentId }, { today }) => ports.substitutions.lockOfAbsent(tx, absentId, today),
  decide: (others, input, { actor, today, newId }) => {
    if (input.from < today) return refused(wrong('from_date', 'IN_THE_PAST', 'must not be before today'));
    const { organisation } = ports;
    const request = { ...input, substitutionId: newId(), by: deciderOf(actor), today, organisation };
    const decision = setSubstitute(others, request);
    if (!decision.ok) return decision;
    const { substitution, fact } = decision.value;
    return accepted({ next: substitution, facts: [fact], answer: substitution });
  },
  save: ({ next }) => [ports.substitutions.insert(next)],
  publish: ({ next, facts }, context) =>
    facts.map((fact) => ports.substitutionEvents.outgoing(fact, next.version, context)),
  subjectOf: (_, decision) => decision?.next.substitutionId,
});
