import type { ClientProfile } from '../profile/profile.ts';
import type { InterpreterNeed } from './change-service-language.ts';
import type { MergeResolutions, MergeSide } from './merge-conflict.ts';
import { type RecordParts, sameProfile, singleParts } from './record-parts.ts';

type TwoParts = { readonly kept: RecordParts; readonly merged: RecordParts };

/** What only one record has is that record's; of two, the chosen one's. */
const chosen = <Part>(kept: Part | undefined, merged: Part | undefined, side: MergeSide | undefined) =>
  side === 'MERGED' ? merged : (kept ?? merged);

const profileOf = (
  before: ClientProfile | undefined,
  from: ClientProfile | undefined,
  isProtected: boolean,
): ClientProfile | undefined => {
  if (from === undefined) return undefined;
  const publication = isProtected ? undefined : from.publication;
  const next: ClientProfile = {
    version: (before?.version ?? 0) + 1,
    profile: from.profile,
    ...(publication && { publication }),
  };
  return sameProfile(before, next) ? before : next;
};

const interpreterOf = (kept: InterpreterNeed, language: InterpreterNeed['interpreterLanguage']): InterpreterNeed => {
  if (language === undefined || kept.interpreterLanguage === language) return kept;
  return { interpreterLanguage: language };
};

/**
 * Parts of two records as those of the one that is kept, each with a version that goes on from its own. Consents and
 * information receipts are lists: they are all the person's. Of a client under protection nothing is published. A part
 * that stays as it was is the same object as before.
 */
export const joinedParts = (
  { kept, merged }: TwoParts,
  resolutions: MergeResolutions,
  isProtected: boolean,
): RecordParts => {
  const from = chosen(kept.profile, merged.profile, resolutions.PROFILE_DIFFERS);
  const profile = profileOf(kept.profile, from, isProtected);
  const assessed = chosen(kept.workAbility, merged.workAbility, resolutions.WORK_ABILITY_DIFFERS);
  const workAbility =
    assessed === kept.workAbility
      ? assessed
      : assessed && { ...assessed, version: (kept.workAbility?.version ?? 0) + 1 };
  const language = chosen(
    kept.interpreter.interpreterLanguage,
    merged.interpreter.interpreterLanguage,
    resolutions.INTERPRETER_DIFFERS,
  );
  const interpreter = interpreterOf(kept.interpreter, language);
  return {
    ...singleParts({ ...(profile && { profile }), ...(workAbility && { workAbility }), interpreter }),
    consentIds: [...kept.consentIds, ...merged.consentIds],
    receiptIds: [...kept.receiptIds, ...merged.receiptIds],
  };
};
