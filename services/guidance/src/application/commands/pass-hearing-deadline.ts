import { passHearingDeadline } from '../../domain/neglect/hold-hearing.ts';
import type { Neglect } from '../../domain/neglect/neglect.ts';
import type { NeglectDecided } from '../../domain/neglect/record-neglect.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';
import { type NeglectCommand, neglectCommand, type OnNeglect } from './neglect-command.ts';

/**
 * Tells, by timer, that a client's time to explain is over. Who counts as heard is a matter of the day, not of this. The
 * timer's id is the request id, and the timer is done in the same transaction.
 */
export const passHearingDeadlineCommand = (
  ports: CasePorts & NeglectPorts,
): NeglectCommand<OnNeglect, NeglectDecided<Neglect>, { readonly version: number }> =>
  neglectCommand(ports, {
    name: 'PassHearingDeadline',
    by: 'TIMER',
    decide: ({ neglect, today }) => passHearingDeadline(neglect, today),
    answer: ({ next: { version } }) => ({ version }),
    alsoSave: (_decided, _input, { requestId }) => [ports.hearingTimers.fired(requestId)],
  });
