import { allOf, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { checkStatusCode, type EmploymentStatusCode } from '../../domain/client/employment-status.ts';
import { recordEmploymentStatus } from '../../domain/client/record-employment-status.ts';
import { changesClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';

export type RecordEmploymentStatusInput = OnClient & {
  readonly statusCode: EmploymentStatusCode;
  /** First day under the code. */
  readonly from: LocalDate;
};

/** Understands what was written, or names every bad field. */
export const readRecordEmploymentStatus = (
  written: OnClient & { readonly statusCode: string; readonly from: string },
): Result<RecordEmploymentStatusInput, ClientRefusal> => {
  const { statusCode, from, ...onClient } = written;
  const fields = allOf({
    statusCode: checkStatusCode('status_code', statusCode),
    from: checkDate('from_date', from),
  });
  return understood(fields.ok ? accepted({ ...onClient, ...fields.value }) : fields);
};

/** Records that the employment status of a running job search is another from a day on. */
export const recordEmploymentStatusCommand = (ports: ClientsPorts): ClientCommand<RecordEmploymentStatusInput> =>
  clientCommand(ports, {
    name: 'RecordEmploymentStatus',
    access: changesClients,
    decide: (client, input, { today }) => recordEmploymentStatus(client, { ...input, today }),
  });
