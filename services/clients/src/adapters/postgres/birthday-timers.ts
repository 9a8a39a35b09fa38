import type { LocalDate } from '@tyovayla/kernel/local-date';
import { type Timer, timerFiredWrite, timerMovedWrite, timerWrite } from '@tyovayla/persistence/timer';
import type { TurnAgeInput } from '../../application/commands/turn-age.ts';
import type { BirthdayTimers } from '../../application/ports.ts';
import { type TurningAge, turningAges } from '../../domain/client/age-band.ts';
import type { ClientId } from '../../domain/client/client.ts';

const kindOf = (age: TurningAge): string => `turned-${age}`;

/** The kinds of timers that tell birthdays, each with what its timer tells. */
export const birthdayReaders: readonly { readonly kind: string; input(timer: Timer): TurnAgeInput }[] = turningAges.map(
  (age) => ({
    kind: kindOf(age),
    input: ({ subjectId, dueOn }) => ({ clientId: subjectId as ClientId, age, turnedOn: dueOn as LocalDate }),
  }),
);

const cancelText = 'UPDATE timer SET fired_at = now() WHERE kind = $1 AND subject_id = $2 AND fired_at IS NULL';

/** Birthdays in persistence's timer table: one per client and age, so setting one again changes nothing. */
export const birthdayTimers: BirthdayTimers = {
  set: ({ timerId, age, clientId, turnsOn }) =>
    timerWrite({ timerId, kind: kindOf(age), subjectId: clientId, dueOn: turnsOn }),
  move: ({ timerId, age, clientId, turnsOn }) =>
    timerMovedWrite({ timerId, kind: kindOf(age), subjectId: clientId, dueOn: turnsOn }),
  cancel: ({ clientId, age }) => ({ text: cancelText, values: [kindOf(age), clientId] }),
  fired: timerFiredWrite,
};
