import type { ClientId } from './client.ts';

/** The need of whoever registered a person: it lasts for some days, until a team has the client. */
export const registrationNeed = 'REGISTRATION';

/**
 * How somebody serves a client: assigned by guidance (as specialist, substitute or member of the team), or by an open
 * need, with the code of why. The repository reads it for whoever asks; it is never stored from here.
 */
export type Serving = 'ASSIGNED' | `NEED_${string}`;

/** What opens one client's data to one member of staff for some time. */
export type OpenNeed = {
  readonly needId: string;
  readonly clientId: ClientId;
  readonly staffId: string;
  /** Code, as guidance tells it, or `REGISTRATION`. */
  readonly reason: string;
  readonly until: Date;
};

/** The code of the need that a client is served on; undefined where they are served without one. */
export const needServedOn = (serving: Serving | undefined): string | undefined =>
  serving === 'ASSIGNED' ? undefined : serving;
