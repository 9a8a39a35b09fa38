import { accepted, refused } from '@tyovayla/kernel/result';
import type { Command } from '@tyovayla/runtime/command';
import { substitutionNotFound } from '../../domain/assignment/assignment-refusals.ts';
import { endSubstitution } from '../../domain/assignment/end-substitution.ts';
import type { Substitution, SubstitutionFact } from '../../domain/assignment/substitution.ts';
import { servesClients } from '../access.ts';
import type { AssignmentPorts } from '../assignment-ports.ts';
import { deciderOf } from '../deciders.ts';

export type EndSubstitutionInput = { readonly substitutionId: string; readonly expectedVersion: number };

export type EndSubstitutionCommand = Command<
  EndSubstitutionInput,
  Substitution | undefined,
  Substitution,
  SubstitutionFact,
  { readonly version: number }
>;

/** The absent specialist is back before the last day, or the substitution was a mistake. */
export const endSubstitutionCommand = (ports: AssignmentPorts): EndSubstitutionCommand => ({
  name: 'EndSubstitution',
  access: { ...servesClients('caseload', ['CASE_SPECIALIST', 'SERVICE_MANAGER']), purpose: 'staffing' },
  missing: substitutionNotFound,
  load: (tx, { substitutionId }) => ports.substitutions.lock(tx, substitutionId),
  decide: (before, { expectedVersion }, { actor, today }) => {
    if (before === undefined) return refused(substitutionNotFound);
    const { organisation } = ports;
    const decision = endSubstitution(before, { expectedVersion, by: deciderOf(actor), today, organisation });
    if (!decision.ok) return decision;
    const { substitution, fact } = decision.value;
    return accepted({ next: substitution, facts: [fact], answer: { version: substitution.version } });
  },
  save: ({ next }, before) => (before === undefined ? [] : [ports.substitutions.save(before, next)]),
  publish: ({ next, facts }, context) =>
    facts.map((fact) => ports.substitutionEvents.outgoing(fact, next.version, context)),
  subjectOf: (before) => before?.substitutionId,
});
