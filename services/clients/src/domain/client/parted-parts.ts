import type { ConsentId } from '../consent/consent.ts';
import type { ReceiptId } from '../information/information-receipt.ts';
import type { ClientProfile } from '../profile/profile.ts';
import type { ClientWorkAbility } from '../work-ability/work-ability.ts';
import { type RecordParts, type SingleParts, sameProfile, sameWorkAbility } from './record-parts.ts';

/** What a merge did to the parts of the record that was kept, and what came along. */
export type PartsProvenance = {
  readonly before: SingleParts;
  readonly after: SingleParts;
  readonly movedConsentIds: readonly ConsentId[];
  readonly movedReceiptIds: readonly ReceiptId[];
};

/** Withdrawn since is no other profile, but it stays withdrawn. */
const isAsMerged = (now: ClientProfile, after: ClientProfile): boolean =>
  sameProfile(now, after) || sameProfile(now, { version: after.version, profile: after.profile });

const profileBefore = (
  now: ClientProfile | undefined,
  { before: { profile: before }, after: { profile: after } }: PartsProvenance,
  isProtected: boolean,
): ClientProfile | undefined => {
  if (sameProfile(before, after)) return now;
  if (now === undefined || after === undefined || !isAsMerged(now, after)) return now;
  if (before === undefined) return undefined;
  const publication = sameProfile(now, after) && !isProtected ? before.publication : undefined;
  return { version: now.version + 1, profile: before.profile, ...(publication && { publication }) };
};

const workAbilityBefore = (
  now: ClientWorkAbility | undefined,
  { before: { workAbility: before }, after: { workAbility: after } }: PartsProvenance,
): ClientWorkAbility | undefined => {
  if (sameWorkAbility(before, after) || now?.version !== after?.version) return now;
  return before && { ...before, version: (now?.version ?? 0) + 1 };
};

/**
 * Parts of the record that was kept as they were before the merge; one that somebody has changed since is newer, and
 * stays. Consents and receipts that came along go back; those since the merge stay. A part that stays as it is is the
 * same object as before.
 */
export const partsBefore = (now: RecordParts, provenance: PartsProvenance, isProtected: boolean): RecordParts => {
  const profile = profileBefore(now.profile, provenance, isProtected);
  const workAbility = workAbilityBefore(now.workAbility, provenance);
  const { before, after, movedConsentIds, movedReceiptIds } = provenance;
  const changedSince = now.interpreter.interpreterLanguage !== after.interpreter.interpreterLanguage;
  const wasSame = before.interpreter.interpreterLanguage === after.interpreter.interpreterLanguage;
  return {
    ...(profile && { profile }),
    ...(workAbility && { workAbility }),
    interpreter: changedSince || wasSame ? now.interpreter : before.interpreter,
    consentIds: now.consentIds.filter((id) => !movedConsentIds.includes(id)),
    receiptIds: now.receiptIds.filter((id) => !movedReceiptIds.includes(id)),
  };
};

/** Consents and receipts that go back to where they came from. */
export const listsBack = (
  now: RecordParts,
  { movedConsentIds, movedReceiptIds }: PartsProvenance,
): Pick<RecordParts, 'consentIds' | 'receiptIds'> => ({
  consentIds: now.consentIds.filter((id) => movedConsentIds.includes(id)),
  receiptIds: now.receiptIds.filter((id) => movedReceiptIds.includes(id)),
});
