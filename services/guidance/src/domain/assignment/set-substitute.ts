import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import {
  notYourTeam,
  specialistNotAtWork,
  substituteOfAnotherTeam,
  substitutionsOverlap,
} from './assignment-refusals.ts';
import { type Organisation, specialistOn } from './organisation.ts';
import type { Substitution, SubstitutionFact } from './substitution.ts';
import type { Decider } from './take-over.ts';

export type SetSubstitute = {
  readonly substitutionId: string;
  readonly absentId: string;
  readonly substituteId: string;
  readonly from: LocalDate;
  /** Last day. */
  readonly to: LocalDate;
  readonly by: Decider;
  readonly today: LocalDate;
  readonly organisation: Organisation;
};

export type SubstitutionDecided = { readonly substitution: Substitution; readonly fact: SubstitutionFact };

/**
 * A service manager or a member of the team sets a substitute for a colleague, who then serves the colleague's clients
 * from the first to the last day. Inside one team (seed, chapter 2), one at a time. `others`: the absent colleague's
 * substitutions that are not over.
 */
export const setSubstitute = (
  others: readonly Substitution[],
  { by, today, organisation, ...wanted }: SetSubstitute,
): Result<SubstitutionDecided, Refusal> => {
  const absent = specialistOn(organisation, wanted.absentId, today);
  const substitute = specialistOn(organisation, wanted.substituteId, wanted.from);
  if (absent === undefined || substitute === undefined) return refused(specialistNotAtWork());
  const own = specialistOn(organisation, by.staffId, today)?.teamId;
  if (by.leads !== 'SERVICE' && own !== absent.teamId) return refused(notYourTeam());
  if (absent.teamId !== substitute.teamId) return refused(substituteOfAnotherTeam());
  const overlapping = others.find(({ from, to }) => from <= wanted.to && wanted.from <= to);
  if (overlapping !== undefined) return refused(substitutionsOverlap(overlapping));
  const substitution = { ...wanted, version: 1 };
  return accepted({ substitution, fact: { kind: 'SubstituteSet', substitution } });
};
