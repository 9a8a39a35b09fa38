import { allOf, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { endJobSearch } from '../../domain/client/end-job-search.ts';
import { checkEndReason, type JobSearchEndReason } from '../../domain/client/job-search.ts';
import { changesClients } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientCommand, clientCommand, type OnClient } from './client-command.ts';
import { retentionWrites } from './retention-writes.ts';

export type EndJobSearchInput = OnClient & {
  readonly reason: JobSearchEndReason;
  /** The last day of the job search. */
  readonly endedOn: LocalDate;
};

/** Understands what was written, or names every bad field. */
export const readEndJobSearch = (
  written: OnClient & { readonly reason: string; readonly endedOn: string },
): Result<EndJobSearchInput, ClientRefusal> => {
  const { reason, endedOn, ...onClient } = written;
  const fields = allOf({ reason: checkEndReason('reason', reason), endedOn: checkDate('ended_date', endedOn) });
  return understood(fields.ok ? accepted({ ...onClient, ...fields.value }) : fields);
};

/** Ends the running job search. From then on the time runs for which the client's data are kept. */
export const endJobSearchCommand = (ports: ClientsPorts): ClientCommand<EndJobSearchInput> => {
  const command = clientCommand<EndJobSearchInput>(ports, {
    name: 'EndJobSearch',
    access: changesClients,
    decide: (client, input, { today }) => endJobSearch(client, { ...input, today }),
  });
  return {
    ...command,
    save: (decision, state, context) => [
      ...command.save(decision, state, context),
      ...retentionWrites(ports, decision.next, context),
    ],
  };
};
