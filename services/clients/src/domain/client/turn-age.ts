import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import type { TurningAge } from './age-band.ts';
import type { Client, ClientId } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import type { ClientTurned25, ClientTurned60 } from './client-events.ts';
import { dateInFuture } from './client-refusals.ts';

export type TurnAge = {
  readonly age: TurningAge;
  /** The birthday. */
  readonly turnedOn: LocalDate;
  readonly today: LocalDate;
};

/** The fact that a client turned an age on a day. */
export const turned = (clientId: ClientId, age: TurningAge, turnedOn: LocalDate): ClientTurned25 | ClientTurned60 =>
  age === 25 ? { type: 'ClientTurned25', clientId, turnedOn } : { type: 'ClientTurned60', clientId, turnedOn };

/**
 * Tells that a client has turned 25 or 60, also where no job search runs: the next one starts in the new age band.
 * A timer brings it, on or after the day. Nothing else of the client changes.
 */
export const turnAge = (client: Client, { age, turnedOn, today }: TurnAge): ClientDecision =>
  turnedOn > today ? refused(dateInFuture(today)) : decided(client, [turned(client.clientId, age, turnedOn)]);
