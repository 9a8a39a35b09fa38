import type { ConsentId } from '../consent/consent.ts';
import type { ReceiptId } from '../information/information-receipt.ts';
import type { ClientProfile } from '../profile/profile.ts';
import type { ClientWorkAbility } from '../work-ability/work-ability.ts';
import type { InterpreterNeed } from './change-service-language.ts';

/** Parts of which a record has one at most. */
export type SingleParts = {
  readonly profile?: ClientProfile;
  readonly workAbility?: ClientWorkAbility;
  readonly interpreter: InterpreterNeed;
};

/** Parts of a record that go along when records become one, and come back when they become two again. */
export type RecordParts = SingleParts & {
  readonly consentIds: readonly ConsentId[];
  readonly receiptIds: readonly ReceiptId[];
};

/** A record of which no part is kept. */
export const noParts: RecordParts = { interpreter: {}, consentIds: [], receiptIds: [] };

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether two profiles say the same, and the same of it is published by the same one. Versions and days don't count. */
export const sameProfile = (one: ClientProfile | undefined, other: ClientProfile | undefined): boolean => {
  const said = (of: ClientProfile | undefined) =>
    of && [of.profile, of.publication?.publisher ?? '', of.publication?.parts ?? []];
  return isSame(said(one), said(other));
};

/** Whether two assessments say the same. */
export const sameWorkAbility = (one: ClientWorkAbility | undefined, other: ClientWorkAbility | undefined): boolean =>
  isSame(one && [one.purpose, one.workAbility], other && [other.purpose, other.workAbility]);

/** The single parts alone. */
export const singleParts = ({ profile, workAbility, interpreter }: SingleParts): SingleParts => ({
  ...(profile && { profile }),
  ...(workAbility && { workAbility }),
  interpreter,
});

/** As `singleParts`, with nothing published: protection has ended that for good. */
export const withNothingPublished = (parts: SingleParts): SingleParts => {
  const { profile } = parts;
  if (profile?.publication === undefined) return singleParts(parts);
  return { ...singleParts(parts), profile: { version: profile.version, profile: profile.profile } };
};
