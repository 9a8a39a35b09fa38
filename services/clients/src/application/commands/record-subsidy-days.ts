import { checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { recordSubsidyDays } from '../../domain/client/record-subsidy-days.ts';
import { changesClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type RecordSubsidyDaysInput = OnClient & {
  /** Days of labour-market subsidy paid so far. */
  readonly days: number;
  /** The day up to which they are counted. */
  readonly countedOn: LocalDate;
};

/** Understands what was written, or names the bad field. */
export const readRecordSubsidyDays = (
  written: OnClient & { readonly days: number; readonly countedOn: string },
): Result<RecordSubsidyDaysInput, ClientRefusal> => {
  const countedOn = checkDate('counted_on_date', written.countedOn);
  return understood(countedOn.ok ? accepted({ ...written, countedOn: countedOn.value }) : countedOn);
};

/** Records the days of labour-market subsidy paid so far, as told by Kela. */
export const recordSubsidyDaysCommand = (ports: ClientsPorts): ClientCommand<RecordSubsidyDaysInput> =>
  clientCommand(ports, {
    name: 'RecordSubsidyDays',
    access: changesClients,
    decide: (client, input, { today }) => recordSubsidyDays(client, { ...input, today }),
  });
