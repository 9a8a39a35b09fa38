import { checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { prolongProtectionOrder } from '../../domain/client/prolong-protection-order.ts';
import { changesProtection } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type ProlongProtectionOrderInput = OnClient & {
  /** Absent where granted until further notice. */
  readonly validTo?: LocalDate;
};

/** Understands what was written; an empty day is until further notice. */
export const readProlongProtectionOrder = (
  written: OnClient & { readonly validTo: string },
): Result<ProlongProtectionOrderInput, ClientRefusal> => {
  const { validTo, ...onClient } = written;
  if (validTo === '') return accepted(onClient);
  const date = checkDate('valid_to_date', validTo);
  return understood(date.ok ? accepted({ ...onClient, validTo: date.value }) : date);
};

/** Records that the population register has prolonged a protection order. */
export const prolongProtectionOrderCommand = (ports: ClientsPorts): ClientCommand<ProlongProtectionOrderInput> =>
  clientCommand(ports, {
    name: 'ProlongProtectionOrder',
    access: changesProtection,
    decide: (client, input) => prolongProtectionOrder(client, input),
  });
