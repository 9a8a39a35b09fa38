import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { notYourTeam, substitutionChangedMeanwhile, substitutionOver } from './assignment-refusals.ts';
import { type Organisation, specialistOn } from './organisation.ts';
import type { SubstitutionDecided } from './set-substitute.ts';
import type { Substitution } from './substitution.ts';
import type { Decider } from './take-over.ts';

export type EndSubstitution = {
  readonly expectedVersion: number;
  readonly by: Decider;
  readonly today: LocalDate;
  readonly organisation: Organisation;
};

const later = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? other : one);

/**
 * The absent one is back: from today on the substitute serves nobody for them. One that had not begun never was. Done
 * by a service manager, or by whoever works in the team of the two.
 */
export const endSubstitution = (
  before: Substitution,
  { expectedVersion, by, today, organisation }: EndSubstitution,
): Result<SubstitutionDecided, Refusal> => {
  const teamOf = (staffId: string): string | undefined => specialistOn(organisation, staffId, today)?.teamId;
  const own = teamOf(by.staffId);
  const isTheirs = own !== undefined && [teamOf(before.absentId), teamOf(before.substituteId)].includes(own);
  if (by.leads !== 'SERVICE' && !isTheirs) return refused(notYourTeam());
  if (before.version !== expectedVersion) return refused(substitutionChangedMeanwhile(before.version));
  if (before.to < today) return refused(substitutionOver(before));
  const endedOn = later(today, before.from);
  const substitution = { ...before, version: before.version + 1, to: addDays(endedOn, -1) };
  const { substitutionId } = before;
  return accepted({ substitution, fact: { kind: 'SubstitutionEnded', substitutionId, endedOn } });
};
