import { type TimerKind, timerKind } from '@tyovayla/service/timer-sweeper';
import { clientInput, clientKind, deskInput, deskKind } from './adapters/postgres/succession.repository.ts';
import type { ClientsCatalogue } from './application/catalogue.ts';

/** Timers that follow the decision that a handler is gone. A client whose order was lifted meanwhile needs no other. */
export const successionKinds = ({
  followSuccession,
  succeedHandler,
}: ClientsCatalogue['commands']): Readonly<Record<string, TimerKind>> => ({
  [deskKind]: timerKind({ command: followSuccession, input: deskInput }),
  [clientKind]: timerKind({
    command: succeedHandler,
    input: clientInput,
    settledBy: ['PROTECTION_ORDER_NOT_IN_FORCE', 'HANDLER_UNCHANGED', 'CLIENT_NOT_FOUND'],
  }),
});
