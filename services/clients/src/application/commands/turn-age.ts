import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { TurningAge } from '../../domain/client/age-band.ts';
import { turnAge } from '../../domain/client/turn-age.ts';
import { firesTimers } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type TurnAgeInput = OnClient & {
  readonly age: TurningAge;
  /** The birthday. */
  readonly turnedOn: LocalDate;
};

/**
 * Tells that a client has turned 25 or 60. Fired by the service's own birthday timer, whose id is the request id;
 * the timer is done in the same transaction.
 */
export const turnAgeCommand = (ports: ClientsPorts): ClientCommand<TurnAgeInput> => {
  const command = clientCommand<TurnAgeInput>(ports, {
    name: 'TurnAge',
    access: firesTimers,
    decide: (client, input, { today }) => turnAge(client, { ...input, today }),
  });
  return {
    ...command,
    save: (decision, requested, context) => [
      ...command.save(decision, requested, context),
      ports.birthdays.fired(context.requestId),
    ],
  };
};
