import { type TimerKind, timerKind } from '@tyovayla/service/timer-sweeper';
import { birthdayReaders } from './adapters/postgres/birthday-timers.ts';
import type { ClientsCatalogue } from './application/catalogue.ts';

/** Birthday timers and the command that they run. */
export const birthdayKinds = ({ turnAge }: ClientsCatalogue['commands']): Readonly<Record<string, TimerKind>> =>
  Object.fromEntries(birthdayReaders.map(({ kind, input }) => [kind, timerKind({ command: turnAge, input })]));
