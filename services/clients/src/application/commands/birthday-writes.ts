import type { Write } from '@tyovayla/kernel/sql';
import type { CommandContext } from '@tyovayla/runtime/command';
import { turningAges, turningDays } from '../../domain/client/age-band.ts';
import { birthDateOf } from '../../domain/client/birth-date.ts';
import type { Client, ClientId } from '../../domain/client/client.ts';
import type { ClientsPorts } from '../ports.ts';

/** A client's birthdays to come by the code that they have, in place of those that were set before. */
export const birthdaysAnew = (
  { birthdays }: ClientsPorts,
  { clientId, person }: Pick<Client, 'clientId' | 'person'>,
  { today, newId }: CommandContext,
): readonly Write[] =>
  turningDays(birthDateOf({ person })).map(({ age, turnsOn }) =>
    turnsOn > today
      ? birthdays.move({ timerId: newId(), clientId, age, turnsOn })
      : birthdays.cancel({ clientId, age }),
  );

/** No birthday of a record is told any more: it went into another one, or names nobody now. */
export const noBirthdays = ({ birthdays }: ClientsPorts, clientId: ClientId): readonly Write[] =>
  turningAges.map((age) => birthdays.cancel({ clientId, age }));
