import { badField, type Checked } from '@tyovayla/kernel/field-check';
import type { IdentityCodeParts } from '@tyovayla/kernel/identity-code';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import { ageBandOn, turningDays } from './age-band.ts';
import { birthDateOf } from './birth-date.ts';
import type { Client, ClientId } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import type { ClientFact } from './client-events.ts';
import { fieldsInvalid } from './client-refusals.ts';
import { identityCodeInUse, identityCodeUnchanged } from './life-cycle-refusals.ts';
import { checkBorn } from './registration-form.ts';
import { turned } from './turn-age.ts';

/** Why a person's code is another: act 661/2009 12 §; a code written wrongly here was never theirs. */
export const identityCodeChangeGrounds = [
  'REGISTER_CORRECTION',
  'GENDER_CONFIRMED',
  'PROTECTION',
  'ARTIFICIAL_REPLACED',
  'WRITTEN_WRONGLY',
] as const;

export type IdentityCodeChangeGround = (typeof identityCodeChangeGrounds)[number];

/** Reads a ground; a violation on the field where there is no such ground. */
export const checkChangeGround = (field: string, text: string): Checked<IdentityCodeChangeGround> => {
  const ground = identityCodeChangeGrounds.find((known) => known === text);
  return ground === undefined ? badField(field, 'GROUND_UNKNOWN', 'is no ground for another code') : accepted(ground);
};

/** Whose the new code is already. */
export type CodeHolder = {
  readonly clientId: ClientId;
  /** Whether the one who asks may know of that record. */
  readonly visibility: 'SHOWN' | 'HIDDEN';
};

export type ChangeIdentityCode = {
  readonly identity: IdentityCodeParts;
  /** Absent where the code is nobody's. */
  readonly holder?: CodeHolder;
  readonly today: LocalDate;
};

/** The first day on which a client is counted in the newest job search. */
const countedFrom = ({ jobSearch }: Client): LocalDate => jobSearch.takenIn?.on ?? jobSearch.startedOn;

/** The age bands that were, or should have been, told from a day to today. */
const bandsTold = (
  clientId: ClientId,
  birthDate: LocalDate,
  { from, today }: { from: LocalDate; today: LocalDate },
) => ({
  ageBand: ageBandOn(birthDate, from),
  birthdays: turningDays(birthDate)
    .filter(({ turnsOn }) => turnsOn > from && turnsOn <= today)
    .map(({ age, turnsOn }) => turned(clientId, age, turnsOn)),
});

/** Tells age bands anew where the birth date was another and made a difference; nothing of the code itself. */
const correctedBands = (client: Client, birthDate: LocalDate, today: LocalDate): readonly ClientFact[] => {
  const days = { from: countedFrom(client), today };
  const { clientId } = client;
  const told = bandsTold(clientId, birthDateOf(client), days);
  const right = bandsTold(clientId, birthDate, days);
  return JSON.stringify(told) === JSON.stringify(right)
    ? []
    : [{ type: 'AgeBandCorrected', clientId, from: days.from, ageBand: right.ageBand }, ...right.birthdays];
};

/**
 * Records that a person's identity code is another. Refused where the code is or was somebody else's: then two records
 * may be of one person and want merging. A correction of the birth date tells age bands anew where it makes a
 * difference; the code itself is never told. Source: act 661/2009 12 §, handbook 1.4.
 */
export const changeIdentityCode = (client: Client, { identity, holder, today }: ChangeIdentityCode): ClientDecision => {
  const { clientId, person } = client;
  const born = checkBorn(identity.code, today);
  if (!born.ok) return refused(fieldsInvalid(born.refusal));
  if (identity.code === person.identityCode) return refused(identityCodeUnchanged());
  if (holder !== undefined && holder.clientId !== clientId) {
    return refused(identityCodeInUse(holder.visibility === 'SHOWN' ? holder.clientId : undefined));
  }
  return decided(
    { ...client, person: { ...person, identityCode: identity.code } },
    correctedBands(client, identity.birthDate, today),
  );
};
