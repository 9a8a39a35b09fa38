import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import type { Client } from '../client/client.ts';
import { type ClientRefusal, jobSearchNotRunning } from '../client/client-refusals.ts';
import type { ClientWorkAbility, WorkAbility, WorkAbilityPurpose } from './work-ability.ts';

/** A client and their newest assessment; none is recorded yet where it is absent. */
export type WorkAbilityOf = { readonly client: Client; readonly current?: ClientWorkAbility };

/**
 * Records an assessment in place of the one before, which is not kept. Refused where no job search runs: then there is
 * no service to need it for. No fact follows: nobody is told, not even that there is one.
 */
export const recordWorkAbility = (
  { client, current }: WorkAbilityOf,
  { purpose, workAbility }: { readonly purpose: WorkAbilityPurpose; readonly workAbility: WorkAbility },
): Result<ClientWorkAbility, ClientRefusal> =>
  client.jobSearch.status === 'RUNNING'
    ? accepted({ version: (current?.version ?? 0) + 1, purpose, workAbility })
    : refused(jobSearchNotRunning());
