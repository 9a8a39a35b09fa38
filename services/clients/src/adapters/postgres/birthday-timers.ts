import type { LocalDate } from '@tyovayla/kernel/local-date';
import { dueTimers, type Timer, timerFiredWrite, timerWrite } from '@tyovayla/persistence/timer';
import type { BirthdayTimer, BirthdayTimers } from '../../application/ports.ts';
import { turningAges } from '../../domain/client/age-band.ts';
import type { ClientId } from '../../domain/client/client.ts';

const kindOf = (age: number): string => `turned-${age}`;

const birthdayOf = ({ timerId, kind, subjectId, dueOn }: Timer): readonly BirthdayTimer[] =>
  turningAges
    .filter((age) => kindOf(age) === kind)
    .map((age) => ({ timerId, age, clientId: subjectId as ClientId, turnsOn: dueOn as LocalDate }));

/** Birthdays in persistence's timer table: one per client and age, so setting one again changes nothing. */
export const birthdayTimers: BirthdayTimers = {
  set: ({ timerId, age, clientId, turnsOn }) =>
    timerWrite({ timerId, kind: kindOf(age), subjectId: clientId, dueOn: turnsOn }),
  fired: timerFiredWrite,
  due: async (sql, today, limit) => (await dueTimers(sql, today, limit)).flatMap(birthdayOf),
};
